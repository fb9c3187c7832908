import type { ValueRange } from "./held-within.ts";
import { type MeanInterval, meanInterval } from "./mean-interval.ts";
import { presentOf, type Units } from "./worlds-of.ts";

/** Computes {@link meanInterval} of the values that are no NaN; null where there are none. */
export function meanOfPresent(all: ArrayLike<number>, own?: Units, range?: ValueRange): MeanInterval | null {
  const { values, units } = presentOf(all, own);
  return values.length === 0 ? null : meanInterval(values, units, range);
}
