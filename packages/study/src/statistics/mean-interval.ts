import { mean, sampleVariance } from "simple-statistics";
import { covarianceOfMeans, residualSums } from "./by-world.ts";
import { heldWithin, type ValueRange } from "./held-within.ts";
import { tQuantile } from "./t-quantile.ts";
import { countUnits, type Units } from "./worlds-of.ts";

/** Holds a mean over replicates with its 95% interval; the ends are null for a single replicate, or a single world. */
export interface MeanInterval {
  /** The mean. */
  readonly mean: number;
  /** Lower end of the 95% interval. */
  readonly low: number | null;
  /** Upper end of the 95% interval. */
  readonly high: number | null;
  /** Replicates it rests on. */
  readonly replicates: number;
}

/** Returns the variance of the mean of values in at least two units. */
export function varianceOfMean(values: readonly number[], units?: Units): number {
  if (units === undefined || countUnits(values, units) === values.length)
    return sampleVariance(values as number[]) / values.length;
  const sums = residualSums(values, mean(values as number[]), units);
  return covarianceOfMeans(sums, sums, values.length);
}

/**
 * Computes the mean of at least one value and its 95% interval by Student's t. `units` holds the number of each value's
 * world where worlds repeat: the error is then that of the sums within worlds, with as many degrees of freedom as there
 * are worlds, less one. The ends are held within `range`, what such a value can be (default without bounds): of few values
 * the interval would reach beyond.
 */
export function meanInterval(values: readonly number[], units?: Units, range?: ValueRange): MeanInterval {
  const middle = mean(values as number[]);
  const count = countUnits(values, units);
  if (count < 2) return { mean: middle, low: null, high: null, replicates: values.length };
  const half = tQuantile(count - 1) * Math.sqrt(varianceOfMean(values, units));
  const interval = { mean: middle, low: middle - half, high: middle + half, replicates: values.length };
  return range ? heldWithin(interval, range) : interval;
}
