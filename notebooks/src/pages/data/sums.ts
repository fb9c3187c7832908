import {
  checksumsText,
  districtTexts,
  type Receipt,
  type ReceiptStudy,
  receiptOf,
  receiptText,
} from "@uptake/study/receipt";

/**
 * Returns the SHA-256 of a text as UTF-8, in hexadecimal: the same as the command line's.
 *
 * @throws Error where the browser does not hash, as on pages that come neither over https nor from this machine.
 */
export async function sha256(text: string): Promise<string> {
  if (!globalThis.crypto?.subtle) throw new Error("browsers hash only on pages that come over https");
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Returns the sums of the embedded districts that a study names. */
export async function districtSums(study: ReceiptStudy): Promise<Readonly<Record<string, string>>> {
  const texts = Object.entries(districtTexts(study));
  return Object.fromEntries(await Promise.all(texts.map(async ([name, text]) => [name, await sha256(text)] as const)));
}

/** Makes the receipt of a study from the checksums of its runs, as the command line does; no files are beside it. */
export async function receiptFrom(study: ReceiptStudy, checksums: readonly string[]): Promise<Receipt> {
  const sums = { districts: await districtSums(study), checksums: await sha256(checksumsText(checksums)) };
  const receipt = receiptOf(study, checksums, sums);
  return { ...receipt, receipt: await sha256(receiptText(receipt)) };
}
