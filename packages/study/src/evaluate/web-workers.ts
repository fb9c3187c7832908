/// <reference lib="dom" />
import { spawned } from "../workers/spawned.ts";
import { evaluateInWorkers, type WorkerPool, type WorkerPoolOptions } from "./evaluate-in-workers.ts";
import { workerCount } from "./worker-count.ts";

/** Sets up a pool of a browser's workers. */
export interface WebWorkersOptions extends Pick<WorkerPoolOptions, "silence"> {
  /** Number of workers, 1 … 1,024 (default as many as the machine runs at once). They start when there is work for them. */
  readonly workers?: number;
}

/** Starts a worker. Bundlers find the worker's file by this very form, and bundle it. */
const start = (): Worker => new Worker(new URL("./evaluate-worker.js", import.meta.url), { type: "module" });

/**
 * Makes a pool of a browser's workers; its `evaluate` goes to any function that takes one. The results are those of one
 * thread bit for bit, in every browser and in Node, whatever the number of workers. `dispose` ends them. The README of
 * the package says what Vite has to be told.
 *
 * @throws InputError when `workers` is out of range.
 */
export function webWorkers({
  workers = navigator.hardwareConcurrency || 1,
  ...options
}: WebWorkersOptions = {}): WorkerPool {
  return evaluateInWorkers({ ...options, spawn: () => spawned(start), workers: workerCount(workers) });
}
