import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The command as a user of a clone gives it. */
export const program: readonly string[] = [
  process.execPath,
  fileURLToPath(new URL("../../packages/cli/bin/uptake.js", import.meta.url)),
];

/** What a command said and how it ended: `signal` where it was killed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface Started {
  readonly pid: number;
  readonly ended: Promise<Ended>;
}

/** Returns an environment in which workers wait before they name their shards, as `hold-shards.mjs` says. */
export function holding(folder: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const held = new URL("./hold-shards.mjs", import.meta.url).href;
  return { ...env, NODE_OPTIONS: `--import ${held}`, HOLD_SHARDS: folder };
}

/** Starts a command in a folder. */
export function start(cwd: string, env: NodeJS.ProcessEnv, [command, ...options]: readonly string[]): Started {
  const child = spawn(command as string, options, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  const hear = (stream: "out" | "err") => (text: string) => {
    said[stream] += text;
  };
  child.stdout.setEncoding("utf8").on("data", hear("out"));
  child.stderr.setEncoding("utf8").on("data", hear("err"));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...said }));
  });
  return { pid: child.pid ?? 0, ended };
}

/**
 * Runs `uptake` in a folder and returns what it prints.
 *
 * @throws Error with what it says where it does not end with `code`.
 */
export async function uptake(cwd: string, argv: readonly string[], code = 0): Promise<string> {
  const ended = await start(cwd, process.env, [...program, ...argv]).ended;
  if (ended.code === code) return ended.out;
  throw new Error(`uptake ${argv.join(" ")} ended with ${ended.code ?? ended.signal}:\n${ended.out}${ended.err}`);
}

/** What `uptake shard status --json` says that tests read. */
export interface Status {
  readonly shards: number;
  readonly finished: readonly number[];
  readonly missing: readonly number[];
}

/** Asks which shards of a plan are finished. */
export async function status(cwd: string, plan: string): Promise<Status> {
  const { code, out, err } = await start(cwd, process.env, [...program, "shard", "status", plan, "--json"]).ended;
  if (code === 0 || code === 1) return JSON.parse(out) as Status;
  throw new Error(`uptake shard status ended with ${code}: ${err}`);
}

/** Writes a sweep of `replicates` runs at each of four settings as the text of a study file. */
export function sweep(replicates: number): string {
  return `kind: sweep
name: Coaches and delay
seed: uptake
scenario: { district: small-rural, strategy: all-six-lessons, target: { share: 0.5 } }
design: grid
factors:
  levers.coaching.teachersPerCoach: [8, 40]
  levers.coaching.start: [0, 12]
replicates: ${replicates}
outcomes: [adoption, target, cost, gap]
`;
}

/** Reads every file of a folder and below, by its name, as text of its bytes. */
export function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

/** Tells whether all of some programs are installed. */
export function installed(programs: readonly string[]): boolean {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return programs.every((name) => folders.some((folder) => existsSync(join(folder, name))));
}
