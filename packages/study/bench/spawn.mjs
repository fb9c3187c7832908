import { Worker } from "node:worker_threads";

/**
 * Starts a thread on a module written for a browser's worker, under the names that such a worker has.
 *
 * @param {string} entry address of the module
 */
export function spawn(entry) {
  const worker = new Worker(
    `const { parentPort } = require("node:worker_threads");
    globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
    globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
    import(${JSON.stringify(entry)});`,
    { eval: true },
  );
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    terminate: () => worker.terminate(),
    addEventListener: (type, listener) => void worker.on(type, (data) => listener({ type, data })),
  };
}
