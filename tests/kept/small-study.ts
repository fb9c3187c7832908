import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The program of tests/kept/small-study.mjs, which takes the arguments of the command line. */
export const program: string = fileURLToPath(new URL("./small-study.mjs", import.meta.url));

/** Writes a study file of so many runs of 36 months. */
export function writeStudy(path: string, replicates: number, seed = "kept"): void {
  const scenario = "{ district: small-rural, strategy: coaching-only, horizon: 36, target: { month: 34 } }";
  writeFileSync(path, `kind: kept\nseed: ${seed}\nscenario: ${scenario}\nreplicates: ${replicates}\n`);
}

/** Holds how a program ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Listens to a program until it ends. */
export function ended(child: ChildProcess): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (part) => {
    out += part;
  });
  child.stderr?.on("data", (part) => {
    err += part;
  });
  return new Promise((done) => child.once("close", (code, signal) => done({ code, signal, out, err })));
}

/** Starts the program in a folder, on one thread. */
export function startStudy(cwd: string, ...argv: string[]): ChildProcess {
  return spawn(process.execPath, [program, ...argv], { cwd });
}

/** Starts the program in a folder; it stays amid its work while there is a file `hold`. */
export function startHeld(cwd: string, ...argv: string[]): ChildProcess {
  const holding = ["--import", new URL("./hold.mjs", import.meta.url).href];
  return spawn(process.execPath, [...holding, program, ...argv], { cwd });
}

/** Runs the program in a folder to its end. */
export function runStudy(cwd: string, ...argv: string[]): Promise<Ended> {
  return ended(startStudy(cwd, ...argv));
}

/** Returns all files of a folder, hidden ones too, each with its content; none where there is no folder. */
export function contentOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name, "latin1")]));
}
