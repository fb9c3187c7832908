import { hashText, version } from "@uptake/model";

/** Holds an answer that was computed when the site was built, with all that must agree before it is shown. */
export interface Prebuilt {
  /** Names the code that computed it. */
  readonly program: string;
  readonly version: string;
  /** Checksum of what was asked. */
  readonly asked: string;
  /** Checksum of the answer. */
  readonly sum: string;
  readonly answer: unknown;
}

/** Returns a checksum of plain data as JSON writes it: sixteen hexadecimal digits, the same on every engine. */
export function checksumOf(data: unknown): string {
  const { w0, w1 } = hashText(JSON.stringify(data));
  return [w0, w1].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Writes an answer, to be stored with the site. */
export function prebuiltText(asked: unknown, answer: unknown, program: string): string {
  const made: Prebuilt = { program, version, asked: checksumOf(asked), sum: checksumOf(answer), answer };
  return JSON.stringify(made);
}

/**
 * Reads a stored answer to just what is asked; undefined where it answers something else, was computed by other code or
 * another version, or is not what was stored.
 */
export function answerIn(text: string, asked: unknown, program: string): unknown {
  try {
    const read = JSON.parse(text) as Partial<Prebuilt> | null;
    const agrees =
      read?.program === program &&
      read.version === version &&
      read.asked === checksumOf(asked) &&
      read.sum === checksumOf(read.answer);
    return agrees ? read.answer : undefined;
  } catch {
    return undefined;
  }
}
