/// <reference types="node" />
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { WorkerLike } from "../workers/crew.ts";
import { evaluateInWorkers, type WorkerPool, type WorkerPoolOptions } from "./evaluate-in-workers.ts";
import { workerCount } from "./worker-count.ts";

/** Sets up a pool of Node's threads. */
export interface NodeWorkersOptions extends Pick<WorkerPoolOptions, "silence"> {
  /** Number of threads, 1 … 1,024 (default as many as the machine runs at once). They start when there is work for them. */
  readonly workers?: number;
}

/** Starts a thread under the names that a browser's worker has. */
function thread(): WorkerLike {
  const worker = new Worker(new URL("./node-thread.js", import.meta.url));
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

/**
 * Makes a pool of Node's threads; its `evaluate` goes to any function that takes one. The results are those of one
 * thread bit for bit, whatever the number of threads. Threads keep the process alive until `dispose` ends them.
 *
 * @throws InputError when `workers` is out of range.
 */
export function nodeWorkers({ workers = availableParallelism(), ...options }: NodeWorkersOptions = {}): WorkerPool {
  return evaluateInWorkers({ ...options, spawn: thread, workers: workerCount(workers) });
}
