import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Names the packages in the order in which they are published: each after those that it needs. */
export const packages = ["model", "study", "charts", "cli"];

/** Matches what a file says the version is. */
const said = {
  "packages/model/src/version.ts": /^export const version = "([^"]+)";$/m,
  "CITATION.cff": /^version: ["']?([^"'\s]+)["']?$/m,
};

/** Reads a file of the repository; empty where there is none. */
const read = (root, path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "");

/** Reads the version in a package.json; undefined where there is none. */
const versionIn = (root, path) => JSON.parse(read(root, path) || "{}").version;

/** Reads the version to release: that of the repository's package.json. */
export const versionOf = (root) => versionIn(root, "package.json");

/**
 * Lists everything for which a repository cannot be released, a sentence each: changes that are not committed, versions that
 * differ, a changelog without the version. Before it is published, the changelog must also give the day.
 */
export function releaseFaults(root, { publish }) {
  const version = versionOf(root);
  const git = (...words) => execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim();
  const others = [
    ...packages.map((name) => `packages/${name}/package.json`).map((path) => [path, versionIn(root, path)]),
    ...Object.entries(said).map(([path, pattern]) => [path, pattern.exec(read(root, path))?.[1]]),
  ];
  const [, day] = read(root, "CHANGELOG.md")
    .split("\n")
    .map((line) => line.split(" – "))
    .find(([heading]) => heading === `## ${version}`) ?? [undefined, undefined];
  const faults = [
    git("status", "--porcelain") !== "" && "There are changes that are not committed.",
    ...others.map(([path, is]) => is !== version && `${path} says ${is ?? "no version"}, package.json ${version}.`),
    day === undefined && `CHANGELOG.md has no heading “## ${version} – …”.`,
    day !== undefined &&
      publish &&
      !/^\d{4}-\d\d-\d\d$/.test(day) &&
      `CHANGELOG.md says “${day}” where the day belongs.`,
    git("tag", "--list", `v${version}`) !== "" && `There is a tag v${version} already.`,
  ];
  return faults.filter((fault) => fault !== false);
}
