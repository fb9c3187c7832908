import { Worker } from "node:worker_threads";

/**
 * Has each file that this process is sent read by a thread, and hands on its answer. This thread stays free to hear when
 * the program that asked is there no more, however it ended, and ends with it. The exit code is 1 where the thread does not
 * start, and 2 where it takes too much memory.
 */
const thread = new Worker(new URL("./decode-thread.js", import.meta.url));
thread.on("message", (decoded) => process.send?.(decoded));
thread.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "ERR_WORKER_OUT_OF_MEMORY" ? 2 : 1));
process.on("message", (bytes: Uint8Array) => thread.postMessage(bytes));
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
