import type { Receipt } from "@uptake/study/receipt";
import { type FileContent, hashOfContent } from "../host/file-content.ts";

/** Holds the files of a result by name; the same study gives the same bytes. */
export type ResultFiles = ReadonlyMap<string, FileContent>;

/**
 * Gives the files of a result one after another and then, with the hash of each of them, its receipt: who writes each before
 * the next is asked for goes once through files that are made as they are written.
 */
export function* withReceipt(made: Receipt, files: ResultFiles): Generator<readonly [string, FileContent]> {
  yield* files;
  const hashes = Object.fromEntries([...files].map(([name, content]) => [name, hashOfContent(content)]));
  const receipt: Receipt = { ...made, files: hashes };
  yield ["receipt.json", `${JSON.stringify(receipt, undefined, 2)}\n`];
}
