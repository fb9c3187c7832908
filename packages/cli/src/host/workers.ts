import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import {
  type Evaluate,
  evaluateHere,
  evaluateInWorkers,
  evaluateWhereItPays,
  type WorkerLike,
} from "@uptake/study/evaluate";
import { BadInput } from "./fault.ts";

/** Holds the means to make runs, and ends them. */
export interface Runners {
  readonly threads: number;
  readonly evaluate: Evaluate;
  dispose(): void;
}

const entry = new URL("./worker-thread.js", import.meta.url);
const mostThreads = 256;

/** Starts a thread under the names that a browser's worker has. */
function thread(): WorkerLike {
  const worker = new Worker(entry);
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    addEventListener: (type, listener) => {
      worker.on(type, (data: unknown) => listener({ type, data, message: data instanceof Error ? data.message : "" }));
      // A thread that ends of itself, as by process.exit, tells no error.
      if (type === "error") worker.on("exit", (code) => listener({ type, message: `it ended with code ${code}` }));
    },
  };
}

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
 * Makes runs on `threads` threads, this one and others that are started when the work ahead is worth it.
 * Sources under test have no built thread beside them, so they too run here. The numbers are the same.
 */
export function runners(threads: number): Runners {
  if (threads === 1 || !existsSync(fileURLToPath(entry))) {
    return { threads: 1, evaluate: evaluateHere, dispose: () => undefined };
  }
  const pool = evaluateInWorkers({ spawn: thread, workers: threads - 1 });
  return { threads, ...evaluateWhereItPays(pool, { clock }) };
}
