import { derive, hashText, integer, rootKey } from "@uptake/model";
import { sortedQuantile } from "../statistics/quantile.ts";

/** Holds an estimate with its 95% interval; null where it cannot be told. */
export interface Interval {
  /** The estimate. */
  readonly estimate: number | null;
  /** Lower end of the 95% interval. */
  readonly low: number | null;
  /** Upper end of the 95% interval. */
  readonly high: number | null;
}

const resampling = hashText("bootstrap");

/**
 * Computes statistics of `resamples` samples of `rows` rows drawn with replacement, and returns each statistic's values
 * in ascending order. `statistics` receives how often each row was drawn. Resample k depends on the seed and k alone.
 */
export function bootstrap(
  rows: number,
  resamples: number,
  seed: string,
  statistics: (weights: Float64Array) => readonly number[],
): Float64Array[] {
  const root = derive(rootKey(seed), resampling);
  const weights = new Float64Array(rows);
  const values: Float64Array[] = [];
  for (let k = 0; k < resamples; k++) {
    const key = derive(root, k);
    weights.fill(0);
    for (let i = 0; i < rows; i++) weights[integer(key, i, rows)]! += 1;
    statistics(weights).forEach((value, s) => {
      values[s] ??= new Float64Array(resamples);
      values[s][k] = value;
    });
  }
  for (const one of values) one.sort();
  return values;
}

/** Returns an estimate with the middle 95% of its ascending bootstrap values. */
export function percentileInterval(estimate: number, ascending: Float64Array): Interval {
  return { estimate, low: sortedQuantile(ascending, 0.025), high: sortedQuantile(ascending, 0.975) };
}
