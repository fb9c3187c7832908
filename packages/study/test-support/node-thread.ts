import { Worker } from "node:worker_threads";
import type { WorkerLike } from "../src/workers/crew.ts";

/**
 * Runs a built worker in a thread of Node, under the names that a browser gives it. The thread exits at the message after
 * `lifetime` of them (default never).
 */
export function nodeThread(built: URL, lifetime: number = Number.POSITIVE_INFINITY): WorkerLike {
  const worker = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
    let left = workerData;
    globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
    globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => {
      if (left-- <= 0) process.exit(3);
      listener({ data });
    });
    import(${JSON.stringify(built.href)});`,
    { eval: true, workerData: lifetime },
  );
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    addEventListener: (type, listener) => {
      worker.on(type, (data: unknown) => listener({ type, data }));
      if (type === "error") worker.on("exit", (code) => listener({ type, message: `exit ${code}` }));
    },
  };
}
