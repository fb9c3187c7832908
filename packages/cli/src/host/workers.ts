import { availableParallelism } from "node:os";
import { type Evaluate, evaluateHere, evaluateWhereItPays } from "@uptake/study/evaluate";
import { nodeWorkers } from "@uptake/study/node-workers";
import { BadInput } from "./fault.ts";

/** Holds the means to make runs, and ends them. */
export interface Runners {
  readonly threads: number;
  readonly evaluate: Evaluate;
  dispose(): void;
}

const mostThreads = 256;

/** Reads `--threads`; as many as the machine runs at once when it is not given. @throws BadInput when it is no count. */
export function threadCount(given: string | undefined): number {
  if (given === undefined) return availableParallelism();
  const value = /^\d{1,4}$/.test(given.trim()) ? Number(given) : Number.NaN;
  if (value >= 1 && value <= mostThreads) return value;
  const message = `“${given}” is not a number of threads`;
  throw new BadInput([
    { code: "out-of-range", path: "--threads", message, value: given, allowed: `1 to ${mostThreads}` },
  ]);
}

/** Reads the milliseconds of work that this process has done. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Makes runs on `threads` threads, this one and others that are started when the work ahead is worth it. The numbers are the
 * same.
 */
export function runners(threads: number): Runners {
  if (threads === 1) return { threads, evaluate: evaluateHere, dispose: () => undefined };
  return { threads, ...evaluateWhereItPays(nodeWorkers({ workers: threads - 1 }), { clock }) };
}
