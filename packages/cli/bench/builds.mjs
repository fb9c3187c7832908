import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "./process.mjs";

/** Folder of the working tree. */
export const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[/\\]$/, "");

/** Says that commits asked for are not in the repository. */
export class UnknownRevision extends Error {}

const git = async (...args) => (await runProgram("git", ["-C", root, ...args])).out.trim();

/** Returns a commit's full name, or undefined for what names none. */
const commitOf = (revision) =>
  git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`).catch(() => undefined);

/**
 * Finds the commits that revisions name.
 *
 * @param {readonly string[]} revisions
 * @returns {Promise<{ name: string, commit: string }[]>} each once, under its short name, the youngest last
 * @throws UnknownRevision with all that name no commit.
 */
export async function findCommits(revisions) {
  const commits = await Promise.all(revisions.map(commitOf));
  const unknown = revisions.filter((_, k) => commits[k] === undefined);
  if (unknown.length > 0) {
    throw new UnknownRevision(unknown.map((one) => `no commit is called “${one}” in this repository`).join("\n"));
  }
  if (commits.length === 0) return [];
  const sorted = await git("rev-list", "--no-walk=sorted", "--reverse", ...commits);
  return sorted.split("\n").map((commit) => ({ name: commit.slice(0, 7), commit }));
}

/** Files that a measurement writes, so that they make no difference to what is measured. */
const WRITTEN = ["packages/cli/bench/recorded.json", "tests/browser/bench/recorded.json", "docs/performance.md"];

/** Returns the commit of the working tree and whether files differ from it. */
export async function describeWorkingTree() {
  const revision = await git("rev-parse", "--short=7", "HEAD");
  const files = await git("status", "--porcelain", "--", ".", ...WRITTEN.map((file) => `:(exclude)${file}`));
  return { revision, changed: files !== "" };
}

/** Tells whether the program is the same at two commits, whatever else differs, such as how it is measured. */
export const sameProgram = (a, b) =>
  git("diff", "--quiet", a, b, "--", ":(glob)packages/*/src/**", "packages/model/wasm").then(
    () => true,
    () => false,
  );

/** Runs pnpm: the one that runs this, where one does. */
async function pnpm(cwd, ...args) {
  // A script of pnpm's is told which file changes manifests here; another commit has its own, or none
  // (findings/pnpm-scripts-hand-on-pnpmfile.sh).
  const { npm_config_pnpmfile: _, ...env } = process.env;
  const { npm_execpath: own = "" } = env;
  if (/pnpm/.test(own)) {
    const isScript = /\.[cm]?js$/.test(own);
    return runProgram(isScript ? process.execPath : own, isScript ? [own, ...args] : args, cwd, env);
  }
  try {
    return await runProgram("pnpm", args, cwd, env);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return runProgram("npx", ["-y", "pnpm@10.34.9", ...args], cwd, env);
  }
}

/**
 * Builds commits in a temporary folder, which is removed when this process ends. Packages come from what pnpm has kept,
 * and from the registry only where that does not suffice.
 *
 * @param {readonly { name: string, commit: string }[]} commits
 * @param {(text: string) => void} tell
 * @returns {Promise<{ name: string, root: string }[]>}
 */
export async function buildCommits(commits, tell) {
  if (commits.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "uptake-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const builds = [];
  for (const { name, commit } of commits) {
    const target = join(folder, name);
    tell(`building ${name}`);
    mkdirSync(target);
    await git("archive", "--format=tar", `--output=${target}.tar`, commit);
    await runProgram("tar", ["-xf", `${target}.tar`, "-C", target]);
    const install = ["install", "--frozen-lockfile"];
    await pnpm(target, ...install, "--offline").catch(() => pnpm(target, ...install, "--prefer-offline"));
    await pnpm(target, "build");
    if (!existsSync(join(target, "packages/model/dist/index.js"))) throw new Error(`${name} builds no model`);
    builds.push({ name, root: target });
  }
  return builds;
}
