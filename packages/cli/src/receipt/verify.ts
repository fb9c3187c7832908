import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { version } from "@uptake/model";
import type { Receipt, RunsBeyond } from "@uptake/study/receipt";
import type { Host } from "../host/host.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { count, counted } from "../words/format.ts";
import { studyOfToday } from "./as-written.ts";
import { type Check, listed } from "./check.ts";
import { checkFiles, checkResults, checkUnnamed, hashOf } from "./check-files.ts";
import { differences } from "./differences.ts";
import { districtHashes, receiptHash, receiptOf } from "./receipt.ts";
import type { ResultFiles } from "./with-receipt.ts";

/** Holds what came of running a study again: the study as this version completes it, its runs' checksums, its files. */
export interface RunAgain {
  readonly study: CompleteStudy;
  readonly checksums: readonly string[];
  readonly beyond?: RunsBeyond | undefined;
  readonly files: ResultFiles;
}

/** Runs a complete study again. */
export type Rerun = (study: CompleteStudy) => Promise<RunAgain>;

/**
 * Runs the study of a receipt again and compares bit for bit: the receipt with itself, the files beside it, the version,
 * the districts, all runs, every field of the receipt with those of one made anew from the runs, and every file written
 * again. Checks come in that order; none ends the others.
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
  const { study, checksums, beyond, files } = await rerun(receipt.study);
  // The hash is of fields in their order, so a study that is the same keeps that of its receipt.
  const same = differences("study", studyOfToday(receipt.study), study).length === 0;
  const again = receiptOf(same ? receipt.study : study, checksums, beyond);
  const after = [
    checkRuns(receipt, again, differentRun(checksums, await checksumsBeside(folder, receipt)), beyond === undefined),
    checkFields(receipt, again),
  ];
  // Files carry the version and the hash of the receipt, so they cannot be the same where those differ.
  if ([...before, ...after].every(({ of, agrees }) => agrees || of === "files")) {
    // A receipt made where nothing was written, as in the pages, names no file; nor may one from whoever changed the files.
    const named = Object.keys(receipt.files).length > 0;
    const results = named ? checkResults(receipt, files) : await checkUnnamed(folder, files);
    if (results !== undefined) after.push(results);
  }
  return [...before, ...after];
}

function checkReceipt(receipt: Receipt): Check {
  const agrees = receiptHash(receipt) === receipt.receipt;
  const says = agrees
    ? "the receipt is as it was written"
    : "the receipt was changed since it was written: its contents no longer have its hash";
  return { of: "receipt", agrees, says };
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

/** Returns the place of the first run that is not as it was kept; -1 where none is kept. */
function differentRun(checksums: readonly string[], kept: readonly unknown[] | undefined): number {
  return kept?.findIndex((checksum, i) => checksum !== checksums[i]) ?? -1;
}

function checkRuns(receipt: Receipt, again: Receipt, different: number, single: boolean): Check {
  const made = `${counted(again.runs, "run")} made again`;
  const agrees = again.checksums === receipt.checksums && again.runs === receipt.runs;
  if (agrees) return { of: "runs", agrees, says: `${made}, the same to the bit` };
  if (again.runs !== receipt.runs)
    return { of: "runs", agrees, says: `another result: ${made}, where the receipt has ${count(receipt.runs)}` };
  return {
    of: "runs",
    agrees,
    says: `another result: ${made}, ${different < 0 ? "not" : `${single ? "" : "checksum "}number ${different + 1} not`} the same`,
  };
}

/** Compares all that a receipt says, but for its files, with the receipt that running its study again makes. */
function checkFields(receipt: Receipt, again: Receipt): Check {
  const { files: _, ...said } = receipt;
  const { files: __, ...found } = again;
  const wrong = differences("", said, found);
  const says =
    wrong.length > 0
      ? `made again the receipt says otherwise: ${listed(wrong)}`
      : "the receipt made again says the same in every field";
  return { of: "fields", agrees: wrong.length === 0, says };
}

/** Reads the checksums of the runs from answer.json, where it is beside the receipt and as it was written. */
async function checksumsBeside(folder: string, { files }: Receipt): Promise<readonly unknown[] | undefined> {
  const path = join(folder, "answer.json");
  const hash = await hashOf(path);
  if (hash === undefined || hash !== files["answer.json"]) return undefined;
  const { checksums } = JSON.parse(await readFile(path, "utf8"));
  return Array.isArray(checksums) ? checksums : undefined;
}
