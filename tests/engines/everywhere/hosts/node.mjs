// Node's side: loads the file beside this one and answers what the first argument asks for, or works as a worker.
import { isMainThread, parentPort, Worker } from "node:worker_threads";

if (!isMainThread)
  Object.assign(globalThis, {
    addEventListener: (type, listener) => parentPort.on(type, (data) => listener({ data })),
    postMessage: (message, transfer) => parentPort.postMessage(message, transfer),
  });
await import(new URL("everywhere.js", import.meta.url));
const { answer, work } = globalThis.uptakeEverywhere;

function spawn() {
  const worker = new Worker(new URL(import.meta.url));
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    addEventListener: (type, listener) =>
      worker.on(type, (data) => listener({ type, data, message: data instanceof Error ? data.message : "" })),
  };
}

if (isMainThread) process.stdout.write(JSON.stringify(await answer(JSON.parse(process.argv[2]), spawn)));
else await work();
