import { decodeTable } from "./decode-table.ts";

/** Reads each file that this process is sent, and answers with its table or what is wrong with it. */
process.on("message", async (bytes: Uint8Array) => {
  process.send?.(await decodeTable(bytes));
});
