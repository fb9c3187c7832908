import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { beyondLimit, mostFileBytes, noText } from "@uptake/study/files";
import { whyRefused } from "../host/describe-system-error.ts";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";

/** Largest files read, in bytes. */
export const scenarioLimit: number = 1024 * 1024;
export const tableLimit: number = mostFileBytes;

/** Refuses a file. @throws BadInput always. */
export function refuse(file: string, code: string, message: string): never {
  throw new BadInput([{ file, code, path: "", message }]);
}

/**
 * Reads a UTF-8 file of at most `limit` bytes; a byte-order mark is dropped. A larger one is refused by its size,
 * before it is read.
 *
 * @throws BadInput when it cannot be read, is too large, or is not UTF-8.
 */
export async function readText(host: Host, file: string, limit: number): Promise<string> {
  const bytes = await readBytes(host, file, limit);
  refuseNoText(file, bytes);
  return decodedUtf8(file, bytes);
}

/** Decodes UTF-8, without a byte-order mark. @throws BadInput where it is none. */
export function decodedUtf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse(file, "not-utf-8", "is not UTF-8 text; save it as UTF-8");
  }
}

/** Refuses a file that begins like one that is no text. @throws BadInput that says what it is. */
export function refuseNoText(file: string, bytes: Uint8Array): void {
  const other = noText(bytes);
  if (other) throw new BadInput([{ file, ...other }]);
}

/** Reads the bytes of a file, at most `limit`. @throws BadInput when it cannot be read, or is larger. */
export async function readBytes(host: Host, file: string, limit: number): Promise<Uint8Array> {
  const path = resolve(host.cwd, file);
  const tooLarge = (message: string): never => refuse(file, "too-large", message);
  try {
    const found = await stat(path);
    if (found.isDirectory()) refuse(file, "not-a-file", "is a folder");
    if (found.size > limit) tooLarge(`has ${beyondLimit(found.size, limit)}`);
    const handle = await open(path);
    try {
      // A pipe or a device tells no size, so no more than the limit is ever read.
      const buffer = Buffer.alloc(found.isFile() ? found.size + 1 : limit + 1);
      let length = 0;
      for (let read = 1; read > 0 && length < buffer.length; length += read) {
        ({ bytesRead: read } = await handle.read(buffer, length, buffer.length - length));
      }
      if (length > limit) tooLarge(`has more than ${limit / (1024 * 1024)} MB, the limit`);
      if (found.isFile() && length > found.size) refuse(file, "changed", "changed while it was read");
      return buffer.subarray(0, length);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return refuse(file, "missing-file", "there is no such file");
    return refuse(file, "unreadable", code === "EACCES" ? "may not be read" : `cannot be read: ${whyRefused(error)}`);
  }
}
