import { readdirSync, readFileSync } from "node:fs";

/** A process of this machine: what it was called with, what it was given, and who started it. */
export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
}

/** Lists the processes that were given a variable of this value. One that ends while it is read is left out. */
export function processesWith(variable: string, value: string): Running[] {
  return readdirSync("/proc")
    .filter((name) => /^[0-9]+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
    .filter(({ environment }) => environment.get(variable) === value);
}

function readProcess(pid: number): Running | undefined {
  try {
    const [command, environment] = ["cmdline", "environ"].map((file) =>
      readFileSync(`/proc/${pid}/${file}`, "utf8").split("\0").slice(0, -1),
    ) as [string[], string[]];
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    if (/^State:\s+Z/m.test(status)) return undefined;
    const parent = Number(/^PPid:\s+([0-9]+)$/m.exec(status)?.[1]);
    return { pid, parent, command, environment: new Map(environment.map(splitAtFirst)) };
  } catch {
    return undefined;
  }
}

function splitAtFirst(line: string): [string, string] {
  const at = line.indexOf("=");
  return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 1)];
}

/** Kills processes by their id with no chance to tidy up, as a power cut does. One that has ended already is no fault. */
export function killHard(pids: Iterable<number>): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

/**
 * Waits until `found` returns something, and returns that. Asks every 50 ms.
 *
 * @throws Error with `what` when `seconds` pass, or with what `found` throws.
 */
export async function until<T>(what: string, seconds: number, found: () => T | undefined | false): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const value = found();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(`waited ${seconds} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
