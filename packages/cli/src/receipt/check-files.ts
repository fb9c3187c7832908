import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Receipt } from "@uptake/study/receipt";
import { hashOfContent } from "../host/file-content.ts";
import { sha256 } from "../host/sha256.ts";
import { counted } from "../words/format.ts";
import { type Check, listed } from "./check.ts";
import type { ResultFiles } from "./with-receipt.ts";

/** Hashes a file; undefined where there is none. */
export async function hashOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? sha256(await readFile(path)) : undefined;
}

/** Tells whether answer.json in a folder names another result than that of the hash. */
async function isOfAnother(folder: string, hash: string): Promise<boolean> {
  try {
    const { receipt } = JSON.parse(await readFile(join(folder, "answer.json"), "utf8"));
    return typeof receipt === "string" && receipt !== hash;
  } catch {
    return false;
  }
}

/** Compares the files beside the receipt with it; a receipt that stands alone has none to compare. */
export async function checkFiles(folder: string, { files, receipt: hash }: Receipt): Promise<Check | undefined> {
  const names = Object.keys(files);
  const hashes = await Promise.all(names.map((name) => hashOf(join(folder, name))));
  if (hashes.every((hash) => hash === undefined)) return undefined;
  const wrong = names.flatMap((name, i) => {
    if (hashes[i] === files[name]) return [];
    return hashes[i] === undefined ? `${name} is missing` : `${name} was changed since it was written`;
  });
  const other = wrong.length > 0 && (await isOfAnother(folder, hash));
  const says = other
    ? `files of two results are mixed in this folder: answer.json is of another than the receipt; ${listed(wrong)}`
    : wrong.length > 0
      ? listed(wrong)
      : `${counted(names.length, "file")} beside the receipt as they were written`;
  return { of: "files", agrees: wrong.length === 0, says };
}

/** Compares the files that a receipt names with those written again. */
export function checkResults(receipt: Receipt, again: ResultFiles): Check {
  const names = [...new Set([...again.keys(), ...Object.keys(receipt.files)])].filter(
    (name) => name !== "receipt.json",
  );
  const wrong = names.flatMap((name) => {
    const content = again.get(name);
    if (content === undefined) return `${name} is no longer written`;
    return hashOfContent(content) === receipt.files[name] ? [] : `${name} comes out otherwise when written again`;
  });
  const says = wrong.length > 0 ? listed(wrong) : `${counted(names.length, "file")} written again, the same to the bit`;
  return { of: "results", agrees: wrong.length === 0, says };
}

/** Compares files that stand beside a receipt that names none with those written again. */
export async function checkUnnamed(folder: string, again: ResultFiles): Promise<Check | undefined> {
  const names = [...again.keys()].filter((name) => name !== "receipt.json");
  const hashes = await Promise.all(names.map((name) => hashOf(join(folder, name))));
  const there = names.filter((_, i) => hashes[i] !== undefined);
  if (there.length === 0) return undefined;
  const wrong = names
    .filter((name, i) => hashes[i] !== undefined && hashes[i] !== hashOfContent(again.get(name) ?? ""))
    .map((name) => `${name}, which the receipt does not name, comes out otherwise when written again`);
  const says =
    wrong.length > 0
      ? listed(wrong)
      : `${counted(there.length, "file")} that the receipt does not name written again, the same to the bit`;
  return { of: "results", agrees: wrong.length === 0, says };
}
