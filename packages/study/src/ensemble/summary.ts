import type { ValueRange } from "../statistics/held-within.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { ascending, sortedQuantile } from "../statistics/quantile.ts";
import { presentOf, type Units } from "../statistics/worlds-of.ts";

/** Holds a mean over replicates, its 95% interval and the spread of outcomes; null where no replicate has a value. */
export interface Summary {
  /** Mean over replicates that have a value. */
  readonly mean: number | null;
  /** Lower end of the 95% interval of the mean; null below two replicates. */
  readonly low: number | null;
  /** Upper end of the 95% interval of the mean; null below two replicates. */
  readonly high: number | null;
  /** Tenth percentile of the replicates: with the ninetieth, the spread over their worlds and luck. */
  readonly p10: number | null;
  /** Ninetieth percentile of the replicates. */
  readonly p90: number | null;
  /** Replicates that have a value. */
  readonly replicates: number;
}

/** Holds the summary of no value. */
export const nothing: Summary = { mean: null, low: null, high: null, p10: null, p90: null, replicates: 0 };

/**
 * Summarises one value per replicate; NaN stands for no value. `own` holds the number of each replicate's world where
 * worlds repeat, which are then the units, and `range` what a value can be, within which the interval is held.
 */
export function summary(all: ArrayLike<number>, own?: Units, range?: ValueRange): Summary {
  const { values, units } = presentOf(all, own);
  if (values.length === 0) return nothing;
  const sorted = ascending(values);
  return { ...meanInterval(values, units, range), p10: sortedQuantile(sorted, 0.1), p90: sortedQuantile(sorted, 0.9) };
}
