import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

/** Stands in the place of a file's hash while that is taken. */
export const noSeal: string = "0".repeat(64);

/** Name under which the hash stands in the metadata of a file, which are at its end. */
export const sealKey = "uptake.sha256";

/** Most bytes of metadata at the end of a file. */
const mostTail = 64 * 1024 * 1024;

/** Hashes the first `length` bytes of a file, then `tail`. */
async function hashOf(path: string, length: number, tail: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  if (length > 0)
    for await (const bytes of createReadStream(path, { end: length - 1, highWaterMark: 1 << 20 })) hash.update(bytes);
  return hash.update(tail).digest("hex");
}

/** Reads the metadata of a Parquet file as they stand at its end, with where they begin and where the hash in them does. */
async function tailOf(path: string): Promise<{ from: number; tail: Buffer; at: number } | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size < 12) return undefined;
    const end = Buffer.alloc(8);
    await file.read(end, 0, 8, size - 8);
    const length = end.readUInt32LE(0) + 8;
    if (end.toString("latin1", 4) !== "PAR1" || length > Math.min(size, mostTail)) return undefined;
    const tail = Buffer.alloc(length);
    await file.read(tail, 0, length, size - length);
    const key = tail.lastIndexOf(sealKey);
    const found = key < 0 ? null : /[0-9a-f]{64}/.exec(tail.toString("latin1", key + sealKey.length));
    return found ? { from: size - length, tail, at: key + sealKey.length + found.index } : undefined;
  } finally {
    await file.close();
  }
}

/** Puts the hash of a file into it, in the place of {@link noSeal}, and waits until the file is on the disk. */
export async function sealFile(path: string): Promise<void> {
  const found = await tailOf(path);
  if (found === undefined) throw new Error(`${path} has no place for its hash`);
  const { from, tail, at } = found;
  const file = await open(path, "r+");
  try {
    await file.write(await hashOf(path, from, tail), from + at, "latin1");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Tells whether a file is, to the last bit, what was sealed. */
export async function isSealed(path: string): Promise<boolean> {
  const found = await tailOf(path);
  if (found === undefined) return false;
  const { from, tail, at } = found;
  const seal = tail.toString("latin1", at, at + noSeal.length);
  tail.write(noSeal, at, "latin1");
  return (await hashOf(path, from, tail)) === seal;
}
