import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packages, releaseFaults } from "../../scripts/release-faults.mjs";

let root: string;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function git(...words: string[]): void {
  const author = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"];
  execFileSync("git", [...author, ...words], { cwd: root, stdio: "pipe" });
}

/** Commits what is there. */
function commit(): void {
  git("add", "-A");
  git("commit", "--quiet", "--message", "Change");
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "uptake-to-release-"));
  for (const folder of ["", ...packages.map((name) => `packages/${name}/`)])
    put(`${folder}package.json`, JSON.stringify({ version: "1.2.0" }));
  put("packages/model/src/version.ts", '/** Names it. */\nexport const version = "1.2.0";\n');
  put("CITATION.cff", "cff-version: 1.2.0\ntitle: Uptake\nversion: 1.2.0\n");
  put("CHANGELOG.md", "# Changelog\n\n## 1.2.0 – 2026-12-01\n\n- New.\n\n## 1.1.0 – 2026-11-01\n");
  git("init", "--quiet", "--initial-branch", "main");
  commit();
});
afterEach(() => rmSync(root, { recursive: true }));

test("a repository that is ready can be released", () => {
  expect(releaseFaults(root, { publish: false })).toEqual([]);
  expect(releaseFaults(root, { publish: true })).toEqual([]);
});

test("everything that is wrong is told at once", () => {
  put("packages/study/package.json", JSON.stringify({ version: "1.1.0" }));
  put("packages/model/src/version.ts", 'export const version = "1.1.0";\n');
  rmSync(join(root, "CITATION.cff"));
  put("CHANGELOG.md", "# Changelog\n\n## 1.1.0 – 2026-11-01\n");
  git("tag", "v1.2.0");
  expect(releaseFaults(root, { publish: false })).toEqual([
    "There are changes that are not committed.",
    "packages/study/package.json says 1.1.0, package.json 1.2.0.",
    "packages/model/src/version.ts says 1.1.0, package.json 1.2.0.",
    "CITATION.cff says no version, package.json 1.2.0.",
    "CHANGELOG.md has no heading “## 1.2.0 – …”.",
    "There is a tag v1.2.0 already.",
  ]);
});

test("the day is asked for when it is published, not in a dry run", () => {
  put("CHANGELOG.md", "# Changelog\n\n## 1.2.0 – unreleased\n");
  commit();
  expect(releaseFaults(root, { publish: false })).toEqual([]);
  expect(releaseFaults(root, { publish: true })).toEqual(["CHANGELOG.md says “unreleased” where the day belongs."]);
});

test("a file that nobody has added is told of", () => {
  put("notes.txt", "");
  expect(releaseFaults(root, { publish: false })).toEqual(["There are changes that are not committed."]);
});
