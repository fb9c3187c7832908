import type { Receipt } from "@uptake/study/receipt";
import { sha256 } from "../host/sha256.ts";

/** Holds the files of a result by name; the same study gives the same bytes. */
export type ResultFiles = ReadonlyMap<string, string | Uint8Array>;

/** Adds a receipt to the files of a result, with the hash of each of them. */
export function withReceipt(made: Receipt, files: ResultFiles): ResultFiles {
  const hashes = Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)]));
  const receipt: Receipt = { ...made, files: hashes };
  return new Map([...files, ["receipt.json", `${JSON.stringify(receipt, undefined, 2)}\n`]]);
}
