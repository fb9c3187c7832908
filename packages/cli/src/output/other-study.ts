import { join } from "node:path";
import { type JournalOwner, otherOwner } from "../host/file-journal.ts";
import type { Host } from "../host/host.ts";
import { receiptBeside } from "../receipt/read-receipt.ts";

/** Name of the file, in a folder of results, that keeps finished runs until the results are written. */
export const journalName = "journal.jsonl";

const called = ({ kind, name, file }: JournalOwner): string =>
  `${kind} “${name}”${file === undefined ? "" : ` of ${file}`}`;

/** Says whose finished runs a folder keeps, when they are of another study that was stopped. */
export function otherRunsIn(host: Host, folder: string, study: JournalOwner): string | undefined {
  const stopped = otherOwner(host, join(folder, journalName), study);
  return stopped === undefined
    ? undefined
    : `“${folder}” keeps the finished runs of another study that was stopped, ${called(stopped)}; choose another folder, or go on with that study first`;
}

/** Says whose result a folder holds, when that is a study of another kind or name; `study` itself may have changed since. */
export async function otherResultIn(host: Host, folder: string, study: JournalOwner): Promise<string | undefined> {
  const found = (await receiptBeside(host, folder))?.study;
  if (found === undefined || (found.kind === study.kind && found.name === study.name)) return undefined;
  return `“${folder}” holds the result of another study, ${called({ kind: found.kind, name: found.name })}; choose another folder, or remove it first`;
}
