import { hashText, integer, type Words } from "../numerics/random.ts";
import { leverNumbers } from "./levers/lever-numbers.ts";

/** Number of readings of a scenario that leaves settings unknown. */
export const readingCount = 16;

/** Most that the places of two settings may correlate, up or down, and most shuffles tried for that. */
const most = { correlation: 0.5, shuffles: 1000 };

/** Returns the numbers 0 … 15 in the order of shuffle `k` of a name. */
function shuffle({ w0, w1 }: Words, k: number): number[] {
  const places = Array.from({ length: readingCount }, (_, i) => i);
  for (let i = readingCount - 1; i > 0; i--) {
    const j = integer({ a: w0, b: w1 }, readingCount * k + i, i + 1);
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  return places;
}

/** Tells whether two orders of 0 … 15 hardly move together. Whole numbers, so exact. */
function apart(a: readonly number[], b: readonly number[]): boolean {
  const middle = readingCount - 1;
  let product = 0;
  for (let i = 0; i < readingCount; i++) product += (2 * a[i]! - middle) * (2 * b[i]! - middle);
  const square = (readingCount * (readingCount * readingCount - 1)) / 3;
  return Math.abs(product) <= most.correlation * square;
}

function orderAll(): Map<string, readonly number[]> {
  const all = new Map<string, readonly number[]>();
  for (const { name: lever, settings, choices = [], counts = [] } of leverNumbers) {
    for (const { name } of [...settings, ...choices, ...counts]) {
      const words = hashText(`${lever}.${name}`);
      let k = 0;
      let places = shuffle(words, k);
      const before = [...all.values()];
      while (k < most.shuffles && !before.every((other) => apart(other, places))) places = shuffle(words, ++k);
      all.set(`${lever}.${name}`, places);
    }
  }
  return all;
}

let ordered: ReadonlyMap<string, readonly number[]> | undefined;

/**
 * Returns the places 0 … 15 that a setting, named as in `coaching.release`, takes in the 16 readings. They follow from its
 * name and the settings listed before it, never from what else a scenario leaves unknown: the first shuffle of its name
 * that correlates by no more than .5 with the places of any of those.
 */
export function placesOf(name: string): readonly number[] {
  ordered ??= orderAll();
  return ordered.get(name) as readonly number[];
}
