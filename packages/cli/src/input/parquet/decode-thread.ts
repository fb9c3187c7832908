import { parentPort } from "node:worker_threads";
import { decodeTable } from "./decode-table.ts";

/** Reads each file that this thread is sent, and answers with its table or what is wrong with it. */
parentPort?.on("message", async (bytes: Uint8Array) => {
  parentPort?.postMessage(await decodeTable(bytes));
});
