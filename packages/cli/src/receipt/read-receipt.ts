import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { BadInput, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { readJson } from "../input/read-json.ts";
import { readText, tableLimit } from "../input/read-text.ts";
import type { Receipt } from "./receipt.ts";

/** Largest receipt read, in bytes: a study may hold a district and a table of the largest size, written as JSON. */
const receiptLimit = 4 * tableLimit;

const hash = z.string().regex(/^[0-9a-f]{64}$/, "is not a SHA-256 sum: 64 hexadecimal digits");
const text = z.string().max(10_000);

const districtName = z.union([text, z.looseObject({})]);

/** As much of a completed scenario as is needed to check the rest, which is done by whoever runs the study. */
const scenario = z.looseObject({
  district: z.union([districtName, z.array(districtName)]),
  strategy: text,
  levers: z.looseObject({}),
  horizon: z.number(),
  target: z.looseObject({ share: z.number(), month: z.number() }),
});

const schema = z.strictObject({
  format: z.literal(1),
  version: text,
  study: z.looseObject({ kind: text, name: text, seed: text, scenario }),
  districts: z.record(text, hash),
  runs: z.int().min(0),
  failed: z.int().min(0),
  checksums: hash,
  receipt: hash,
  // Names without a folder, so that a receipt from a stranger reads no file elsewhere.
  files: z.record(z.string().regex(/^[a-z][a-z0-9-]*\.[a-z]+$/), hash),
});

/**
 * Reads a receipt, given as a file or as the folder that holds receipt.json.
 *
 * @throws BadInput when there is none, or when it is not a receipt, with everything wrong with it.
 */
export async function readReceipt(
  host: Host,
  given: string,
): Promise<{ readonly file: string; readonly receipt: Receipt }> {
  const found = await stat(resolve(host.cwd, given)).catch(() => undefined);
  const file = found?.isDirectory() ? join(given, "receipt.json") : given;
  const content = await readText(host, file, receiptLimit);
  const value = readJson(content, file);
  const read = schema.safeParse(value);
  if (!read.success) {
    const faults = read.error.issues.map(
      ({ path, message }): Fault => ({ file, code: "not-a-receipt", path: path.join("."), message }),
    );
    throw new BadInput(faults);
  }
  // Not what the schema gives back, which has its fields in another order: the hash is of what stands in the file.
  return { file, receipt: value as Receipt };
}

/** Returns the receipt in a folder; undefined where there is none, or what is called so is none. */
export async function receiptBeside(host: Host, folder: string): Promise<Receipt | undefined> {
  try {
    return (await readReceipt(host, join(folder, "receipt.json"))).receipt;
  } catch (error) {
    if (error instanceof BadInput) return undefined;
    throw error;
  }
}
