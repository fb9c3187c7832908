import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, type TestContext, test } from "vitest";
import { releaseFaults } from "../../packages/cli/scripts/release-faults.mjs";
import { needs } from "../shared.ts";
import { type MadeRepository, madeRepository } from "./made-repository.ts";

let made: MadeRepository | undefined;
beforeEach(() => {
  made = spawnSync("git", ["--version"]).status === 0 ? madeRepository() : undefined;
});
afterEach(() => {
  if (made) rmSync(made.root, { recursive: true });
});

const repository = (context: TestContext): MadeRepository => needs(context, "git", made);

test("a repository that is ready can be released", (context) => {
  const { root } = repository(context);
  expect(releaseFaults(root, { publish: false })).toEqual([]);
  expect(releaseFaults(root, { publish: true })).toEqual([]);
});

test("everything that is wrong is told at once", (context) => {
  const { root, put, git } = repository(context);
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

test("the day is asked for when it is published, not in a dry run", (context) => {
  const { root, put, commit } = repository(context);
  put("CHANGELOG.md", "# Changelog\n\n## 1.2.0 – unreleased\n");
  commit();
  expect(releaseFaults(root, { publish: false })).toEqual([]);
  expect(releaseFaults(root, { publish: true })).toEqual(["CHANGELOG.md says “unreleased” where the day belongs."]);
});

test("a file that nobody has added is told of", (context) => {
  const { root, put } = repository(context);
  put("notes.txt", "");
  expect(releaseFaults(root, { publish: false })).toEqual(["There are changes that are not committed."]);
});
