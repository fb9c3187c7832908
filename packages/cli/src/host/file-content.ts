import { PassingFile } from "./passing-file.ts";
import { sha256 } from "./sha256.ts";

/** Holds what a file is to hold: a text (written as UTF-8), bytes, or parts that are made as they are written. */
export type FileContent = string | Uint8Array | PassingFile;

/** Returns the SHA-256 of a file to be, in hexadecimal. */
export function hashOfContent(content: FileContent): string {
  return content instanceof PassingFile ? content.hash : sha256(content);
}
