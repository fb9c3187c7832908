import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packages } from "../../packages/cli/scripts/release-faults.mjs";
import { type MadeRepository, madeRepository } from "../release/made-repository.ts";

const here = fileURLToPath(new URL("../..", import.meta.url));
const scripts = "packages/cli/scripts";

let made: MadeRepository;
let temporary: string;
beforeEach(() => {
  made = madeRepository();
  temporary = mkdtempSync(join(tmpdir(), "uptake-released-"));
  cpSync(join(here, scripts), join(made.root, scripts), { recursive: true });
  symlinkSync(join(here, "node_modules"), join(made.root, "node_modules"));
  made.put(".gitignore", "node_modules\nbuilt\n");
  made.put("pnpm-workspace.yaml", "packages:\n  - packages/*\n");
  made.put("build.mjs", 'import { writeFileSync } from "node:fs";\nwriteFileSync("built", "");\n');
  // As pnpm installs them: each package beside those that need it.
  for (const [i, name] of packages.entries()) {
    const folder = join(made.root, "packages", name, "node_modules/@uptake");
    mkdirSync(folder, { recursive: true });
    for (const below of packages.slice(0, i)) symlinkSync(join("../../..", below), join(folder, below));
  }
  made.commit();
});
afterEach(() => {
  for (const folder of [made.root, temporary]) rmSync(folder, { recursive: true });
});

/** Runs the release of the made-up repository. */
function release(...words: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${scripts}/release.mjs`, ...words], {
    cwd: made.root,
    encoding: "utf8",
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary },
  });
  return { code: status, out: stdout, err: stderr };
}

test("a dry run builds, packs, checks and lists what would be published, in order, and leaves nothing", () => {
  const { code, out, err } = release();
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const [model, study, charts, cli, last] = out.trim().split("\n");
  for (const [line, name] of [
    [model, "model"],
    [study, "study"],
    [charts, "charts"],
    [cli, "cli"],
  ] as const)
    expect(line).toMatch(new RegExp(`^@uptake/${name}@1\\.2\\.0 +\\d+ KiB$`));
  expect(last).toMatch(/^Nothing was published\./);
  expect(readFileSync(join(made.root, "built"), "utf8")).toBe("");
  expect(readdirSync(temporary).filter((name) => name.startsWith("uptake-release-"))).toEqual([]);
});

test("what publint finds ends it, with its words", () => {
  made.put(
    "packages/charts/package.json",
    readFileSync(join(made.root, "packages/charts/package.json"), "utf8").replace("./index.js", "./gone.js"),
  );
  made.commit();
  const { code, out, err } = release("--dry-run");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toContain("gone.js");
});

test("a repository that is not ready is neither built nor packed", () => {
  made.put("CHANGELOG.md", "# Changelog\n");
  const { code, out, err } = release("--publish");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe("There are changes that are not committed.\nCHANGELOG.md has no heading “## 1.2.0 – …”.\n");
  expect(readdirSync(made.root)).not.toContain("built");
});

test.for([
  [["--publihs"], "Unknown option '--publihs'"],
  [["--publish", "--dry-run"], "which of them?"],
] as const)("%j is refused", ([words, said]) => {
  const { code, err } = release(...words);
  expect(code).toBe(2);
  expect(err).toContain(said);
});
