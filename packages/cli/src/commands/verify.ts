import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Receipt } from "@uptake/study/receipt";
import { whyRefused } from "../host/describe-system-error.ts";
import { BadInput } from "../host/fault.ts";
import { FolderInUse, refuseInUse } from "../host/folder-lock.ts";
import type { Host } from "../host/host.ts";
import { Refuted } from "../host/refuted.ts";
import { printable } from "../host/visible.ts";
import { finishWriting, halfWritten } from "../output/staging.ts";
import type { Check } from "../receipt/check.ts";
import { readReceipt } from "../receipt/read-receipt.ts";
import { type Rerun, verify } from "../receipt/verify.ts";
import { counted } from "../words/format.ts";

/** Answers `uptake verify`: runs the study of a receipt again, by `rerun`, and compares bit for bit. */
export async function verifyReceipt(host: Host, given: string, json: boolean, rerun: Rerun): Promise<void> {
  completeFolder(host, given);
  const { file, receipt } = await readReceipt(host, given);
  const checks = await verify(host, file, receipt, rerun);
  const { kind, name, seed } = receipt.study;
  const agrees = checks.every((check) => check.agrees);
  host.out(json ? `${JSON.stringify({ kind, name, seed, agrees, checks })}\n` : describe(receipt, checks));
  if (!agrees) throw new Refuted();
}

/** Tells whether there is a folder at a path; what cannot be looked at is refused where it is read. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Finishes a move of files to the folder of a receipt that was interrupted; refuses a folder where that is not possible, or
 * that another command is writing to.
 */
function completeFolder(host: Host, given: string): void {
  const path = resolve(host.cwd, given);
  const folder = isFolder(path) ? path : dirname(path);
  const refuse = (code: string, message: string): never => {
    throw new BadInput([{ file: given, code, path: "", message }]);
  };
  try {
    refuseInUse(folder);
    finishWriting(folder);
  } catch (error) {
    if (error instanceof FolderInUse) refuse("in-use", error.message);
    if (!halfWritten(folder)) return;
    const message = `holds a result whose files are not all in place, since the program was ended while it wrote them, and that cannot be finished now: ${whyRefused(error)}`;
    refuse("half-written", message);
  }
}

/** Writes what agrees and what does not, and names the first difference. */
function describe({ study, runs }: Receipt, checks: readonly Check[]): string {
  const first = checks.find(({ agrees }) => !agrees);
  const lines = checks.map(({ agrees, says }) => `${agrees ? "agrees " : "DIFFERS"}  ${says}`);
  const verdict = first ? `Not confirmed. First difference: ${first.says}.` : "Confirmed: all agrees.";
  const head = `${study.kind} study “${study.name}”, ${counted(runs, "run")}, seed “${study.seed}”`;
  return `${[head, ...lines, verdict].map(printable).join("\n")}\n`;
}
