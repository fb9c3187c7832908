import {
  checksumsText,
  districtTexts,
  type Receipt,
  type RunsBeyond,
  receiptOf as receiptFrom,
  receiptText,
} from "@uptake/study/receipt";
import { sha256 } from "../host/sha256.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";

/** Returns the hashes of the embedded districts that a study names. */
export function districtHashes(study: CompleteStudy): Record<string, string> {
  return Object.fromEntries(Object.entries(districtTexts(study)).map(([name, text]) => [name, sha256(text)]));
}

/** Returns the hash that names a result: of the receipt without its files. */
export function receiptHash(receipt: Receipt): string {
  return sha256(receiptText(receipt));
}

/** Makes the receipt of a result from the checksums of its runs, yet without files. */
export function receiptOf(study: CompleteStudy, checksums: readonly string[], beyond?: RunsBeyond): Receipt {
  const sums = { districts: districtHashes(study), checksums: sha256(checksumsText(checksums)) };
  const receipt = receiptFrom(study, checksums, sums, beyond);
  return { ...receipt, receipt: receiptHash(receipt) };
}
