import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packages } from "../../packages/cli/scripts/release-faults.mjs";

/** Holds a made-up repository of four packages that is ready to be released as version 1.2.0. */
export interface MadeRepository {
  readonly root: string;
  /** Writes a file, its path relative to the root. */
  put(path: string, text: string): void;
  git(...words: readonly string[]): void;
  /** Commits everything. */
  commit(): void;
}

/** Makes such a repository in a temporary folder, which is the caller's to remove. */
export function madeRepository(): MadeRepository {
  const root = mkdtempSync(join(tmpdir(), "uptake-to-release-"));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const git = (...words: readonly string[]): void => {
    const author = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"];
    execFileSync("git", [...author, ...words], { cwd: root, stdio: "pipe" });
  };
  const commit = (): void => {
    git("add", "-A");
    git("commit", "--quiet", "--message", "Change");
  };
  const version = "1.2.0";
  put(
    "package.json",
    JSON.stringify({ name: "made-up", version, private: true, scripts: { build: "node build.mjs" } }),
  );
  for (const [i, name] of packages.entries()) {
    const below = packages.slice(0, i).map((one) => [`@uptake/${one}`, "workspace:^"]);
    const more = {
      type: "module",
      files: ["index.js"],
      exports: "./index.js",
      dependencies: Object.fromEntries(below),
    };
    put(`packages/${name}/package.json`, JSON.stringify({ name: `@uptake/${name}`, version, license: "MIT", ...more }));
    put(`packages/${name}/index.js`, "export {};\n");
  }
  put("packages/model/src/version.ts", '/** Names it. */\nexport const version = "1.2.0";\n');
  put("CITATION.cff", "cff-version: 1.2.0\ntitle: Uptake\nversion: 1.2.0\n");
  put("CHANGELOG.md", "# Changelog\n\n## 1.2.0 – 2026-12-01\n\n- New.\n\n## 1.1.0 – 2026-11-01\n");
  git("init", "--quiet", "--initial-branch", "main");
  commit();
  return { root, put, git, commit };
}
