import { Worker } from "node:worker_threads";
import type { WorkerLike } from "../src/workers/crew.ts";

/** Runs a built worker in a thread of Node, under the names that a browser gives it. */
export function nodeThread(built: URL): WorkerLike {
  const worker = new Worker(
    `const { parentPort } = require("node:worker_threads");
    globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
    globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
    import(${JSON.stringify(built.href)});`,
    { eval: true },
  );
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    addEventListener: (type, listener) => void worker.on(type, (data: unknown) => listener({ type, data })),
  };
}
