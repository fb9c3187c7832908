import { quantile } from "../statistics/quantile.ts";

/** Steps that the forecaster's own spread counts for, beside those it has been seen to miss. */
const prior = 4;

/**
 * Returns by how much to stretch forecasts, given the standard normal scores of the steps foretold so far: the root of
 * their mean square, four scores of 1 added, and never under 1.
 */
export function stretchOf(scores: readonly number[]): number {
  const squares = scores.reduce((sum, z) => sum + z * z, prior);
  return Math.max(1, Math.sqrt(squares / (prior + scores.length)));
}

/** Stretches predicted numbers of people about their median, rounded and held within `low` … `high`. */
export function widen(samples: Float64Array, stretch: number, low: number, high: number): Float64Array {
  if (stretch === 1) return samples;
  const middle = quantile(Array.from(samples), 0.5);
  return samples.map((sample) => Math.min(high, Math.max(low, Math.round(middle + stretch * (sample - middle)))));
}
