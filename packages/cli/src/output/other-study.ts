import type { Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { receiptBeside } from "../receipt/read-receipt.ts";

/** Says whose result a folder holds, when that is a study of another kind or name; `study` itself may have changed since. */
export async function otherResultIn(
  host: Host,
  folder: string,
  study: { readonly kind: string; readonly name: string },
): Promise<string | undefined> {
  const found = (await receiptBeside(host, folder))?.study;
  if (found === undefined || (found.kind === study.kind && found.name === study.name)) return undefined;
  return `“${folder}” holds the result of another study, ${found.kind} “${found.name}”; choose another folder, or remove it first`;
}

/**
 * Refuses a folder that holds the result of a study for files that are none: those of one name would take the place of the
 * result's, which then no longer agrees with its receipt. A fault is added to `faults`.
 */
export async function refuseResult(host: Host, folder: string | undefined, faults: Fault[]): Promise<void> {
  const found = folder === undefined ? undefined : (await receiptBeside(host, folder))?.study;
  if (found === undefined) return;
  const message = `“${folder}” holds the result of a study, ${found.kind} “${found.name}”; choose another folder, or remove it first`;
  faults.push({ code: "another-study", path: "--out", message });
}
