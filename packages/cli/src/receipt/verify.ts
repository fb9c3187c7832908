import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { version } from "@uptake/model";
import type { Receipt } from "@uptake/study/receipt";
import type { Host } from "../host/host.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { count, counted } from "../words/format.ts";
import { districtHashes, receiptHash, receiptOf } from "./receipt.ts";
import { sha256 } from "./sha256.ts";
import type { ResultFiles } from "./with-receipt.ts";

/** Says whether one thing agrees with a receipt, in words. */
export interface Check {
  readonly of: "receipt" | "files" | "version" | "districts" | "runs" | "results";
  readonly agrees: boolean;
  readonly says: string;
}

/** Runs a complete study again: gives the checksums of its runs and the files of its result. */
export type Rerun = (
  study: CompleteStudy,
) => Promise<{ readonly checksums: readonly string[]; readonly files: ResultFiles }>;

/**
 * Runs the study of a receipt again and compares bit for bit: the receipt with itself, the files beside it, the version,
 * the districts, all runs, and every file written again. Checks come in that order; none ends the others.
 *
 * @throws BadInput or InputError when this version cannot run the study at all.
 */
export async function verify(host: Host, file: string, receipt: Receipt, rerun: Rerun): Promise<readonly Check[]> {
  const folder = resolve(host.cwd, dirname(file));
  const before = [
    checkReceipt(receipt),
    await checkFiles(folder, receipt),
    checkVersion(receipt),
    checkDistricts(receipt),
  ].filter((check) => check !== undefined);
  const { checksums, files } = await rerun(receipt.study);
  const after = [checkRuns(receipt, checksums, await checksumsBeside(folder, receipt))];
  // Files carry the version and the hash of the receipt, so they cannot be the same where those differ.
  // A receipt made where nothing was written, as in the pages, names no file.
  const written = Object.keys(receipt.files).length > 0;
  if (written && [...before, ...after].every(({ of, agrees }) => agrees || of === "files"))
    after.push(checkResults(receipt, files));
  return [...before, ...after];
}

function checkReceipt(receipt: Receipt): Check {
  const agrees = receiptHash(receipt) === receipt.receipt;
  const says = agrees
    ? "the receipt is as it was written"
    : "the receipt was changed since it was written: its contents no longer have its hash";
  return { of: "receipt", agrees, says };
}

/** Hashes a file; undefined where there is none. */
async function hashOf(path: string): Promise<string | undefined> {
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
async function checkFiles(folder: string, { files, receipt: hash }: Receipt): Promise<Check | undefined> {
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

function checkVersion(receipt: Receipt): Check {
  const agrees = receipt.version === version;
  const says = agrees
    ? `the same version, uptake ${version}`
    : `another version: the result is of uptake ${receipt.version}, this is ${version}`;
  return { of: "version", agrees, says };
}

function checkDistricts({ study, districts }: Receipt): Check | undefined {
  const now = districtHashes(study);
  const names = [...new Set([...Object.keys(districts), ...Object.keys(now)])];
  if (names.length === 0) return undefined;
  const wrong = names
    .filter((name) => districts[name] !== now[name])
    .map((name) => `the embedded data of ${name} are others now`);
  const says = wrong.length > 0 ? listed(wrong) : `the same embedded data of ${names.join(", ")}`;
  return { of: "districts", agrees: wrong.length === 0, says };
}

function checkRuns(receipt: Receipt, checksums: readonly string[], kept: readonly unknown[] | undefined): Check {
  const again = receiptOf(receipt.study, checksums);
  const made = `${counted(again.runs, "run")} made again`;
  const agrees = again.checksums === receipt.checksums && again.runs === receipt.runs;
  if (agrees) return { of: "runs", agrees, says: `${made}, the same to the bit` };
  if (again.runs !== receipt.runs)
    return { of: "runs", agrees, says: `another result: ${made}, where the receipt has ${count(receipt.runs)}` };
  const first = kept?.findIndex((checksum, i) => checksum !== checksums[i]) ?? -1;
  return {
    of: "runs",
    agrees,
    says: `another result: ${made}, ${first < 0 ? "not" : `number ${first + 1} not`} the same`,
  };
}

/** Reads the checksums of the runs from answer.json, where it is beside the receipt and as it was written. */
async function checksumsBeside(folder: string, { files }: Receipt): Promise<readonly unknown[] | undefined> {
  const path = join(folder, "answer.json");
  const hash = await hashOf(path);
  if (hash === undefined || hash !== files["answer.json"]) return undefined;
  const { checksums } = JSON.parse(await readFile(path, "utf8"));
  return Array.isArray(checksums) ? checksums : undefined;
}

function checkResults(receipt: Receipt, again: ResultFiles): Check {
  const names = [...new Set([...again.keys(), ...Object.keys(receipt.files)])].filter(
    (name) => name !== "receipt.json",
  );
  const wrong = names.flatMap((name) => {
    const content = again.get(name);
    if (content === undefined) return `${name} is no longer written`;
    return sha256(content) === receipt.files[name] ? [] : `${name} comes out otherwise when written again`;
  });
  const says = wrong.length > 0 ? listed(wrong) : `${counted(names.length, "file")} written again, the same to the bit`;
  return { of: "results", agrees: wrong.length === 0, says };
}

/** Names the first of several things, and counts the others. */
function listed(all: readonly string[]): string {
  const [first = ""] = all;
  return all.length === 1 ? first : `${first}, and ${counted(all.length - 1, "other difference")}`;
}
