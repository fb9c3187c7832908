/// <reference types="node" />
import { parentPort } from "node:worker_threads";

// Gives a thread of Node the names that a browser's worker talks through, before the worker is loaded.
Object.assign(globalThis, {
  addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) =>
    parentPort?.on(type, (data: unknown) => listener({ data })),
  postMessage: (message: unknown, transfer: readonly ArrayBuffer[]) => parentPort?.postMessage(message, [...transfer]),
});
await import("./evaluate-worker.ts");
