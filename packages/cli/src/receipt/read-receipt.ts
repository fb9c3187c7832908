import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InputError } from "@uptake/model";
import { readReceipt as checkReceipt, type Receipt } from "@uptake/study/receipt";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { readJson } from "../input/read-json.ts";
import { readText, tableLimit } from "../input/read-text.ts";

/** Largest receipt read, in bytes: a study may hold a district and a table of the largest size, written as JSON. */
const receiptLimit = 4 * tableLimit;

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
  const value = readJson(await readText(host, file, receiptLimit), file);
  try {
    return { file, receipt: checkReceipt(value) };
  } catch (error) {
    if (error instanceof InputError) throw new BadInput(error.issues.map((issue) => ({ file, ...issue })));
    throw error;
  }
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
