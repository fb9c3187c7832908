import { mean, sampleVariance } from "simple-statistics";
import { tQuantile } from "./t-quantile.ts";

/** Holds a mean over replicates with its 95% interval; the ends are null for a single replicate. */
export interface MeanInterval {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly replicates: number;
}

/** Returns the standard error of the mean of at least two values. */
function standardError(values: readonly number[]): number {
  return Math.sqrt(sampleVariance(values as number[]) / values.length);
}

/** Computes the mean of at least one value and its 95% interval by Student's t. */
export function meanInterval(values: readonly number[]): MeanInterval {
  const middle = mean(values as number[]);
  if (values.length < 2) return { mean: middle, low: null, high: null, replicates: values.length };
  const half = tQuantile(values.length - 1) * standardError(values);
  return { mean: middle, low: middle - half, high: middle + half, replicates: values.length };
}
