import fc from "fast-check";
import { hostileText } from "./hostile-text.ts";
import { judge } from "./judge.ts";
import type { Reader } from "./readers.ts";

/** Says how a reader withstood its cases. */
export interface Withstood {
  readonly name: string;
  readonly cases: number;
  readonly accepted: number;
  readonly refused: number;
  /** Milliseconds of the slowest case. */
  readonly slowest: number;
  /** Seconds of all cases. */
  readonly seconds: number;
}

/** Holds a text that a reader did not withstand, and what happened. */
export interface Failed {
  readonly name: string;
  readonly fault: string;
  readonly text: string;
}

/** Texts made at once. */
const batch = 200;

/** Fuzzes a reader with texts that follow from the seed alone; `heard` hears the number of each case before it begins. */
export async function fuzz(
  { name, seeds, words, read }: Reader,
  cases: number,
  seed: number,
  heard: (done: number) => void = () => {},
): Promise<{ readonly withstood: Withstood; readonly failed: readonly Failed[] }> {
  const texts = hostileText(seeds, words);
  const failed: Failed[] = [];
  let accepted = 0;
  let slowest = 0;
  const begun = performance.now();
  for (let from = 0; from < cases; from += batch) {
    const made = fc.sample(texts, { seed: seed + from, numRuns: Math.min(batch, cases - from) });
    for (const [i, text] of made.entries()) {
      heard(from + i);
      const judged = await judge(read, text);
      if (judged.accepted) accepted++;
      slowest = Math.max(slowest, judged.took);
      if (judged.fault !== undefined) failed.push({ name, fault: judged.fault, text });
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  return { withstood: { name, cases, accepted, refused: cases - accepted, slowest, seconds }, failed };
}
