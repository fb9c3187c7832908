import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InputError } from "@uptake/model";
import type { Receipt } from "@uptake/study/receipt";
import { readReceipt as checkReceipt } from "@uptake/study/verify";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { refuseOther } from "../input/other-file.ts";
import { readJson } from "../input/read-json.ts";
import { readText, refuse, tableLimit } from "../input/read-text.ts";
import { namedCommand } from "../words/shell-quoted.ts";

/** Largest receipt read, in bytes: a study may hold a district and a table of the largest size, written as JSON. */
const receiptLimit = 4 * tableLimit;

/** Refuses a folder without a receipt. @throws BadInput that says what helps. */
function refuseFolder(host: Host, folder: string): never {
  const merge = namedCommand("shard", "merge", folder, "--out", "FOLDER");
  const message = existsSync(resolve(host.cwd, folder, "plan.json"))
    ? `is the folder of a plan of shards, and holds no receipt; its result is made with: ${merge}`
    : "holds no receipt.json, as a folder of results does";
  return refuse(folder, "missing-file", message);
}

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
  if (found?.isDirectory() && !existsSync(resolve(host.cwd, file))) refuseFolder(host, given);
  const text = await readText(host, file, receiptLimit);
  // What does not even begin as a receipt does is told to be none, not what is wrong with it as JSON.
  const value = text.trimStart().startsWith("{") ? readJson(text, file) : text;
  refuseOther("receipt", file, value);
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
