import { sampleVariance } from "simple-statistics";
import { meanInterval } from "./mean-interval.ts";

/** Holds a mean paired difference, how precise it is, and what pairing saved; null where there are too few values. */
export interface PairedPrecision {
  readonly estimate: number | null;
  /** Ends of the 95% interval, and half its width. */
  readonly low: number | null;
  readonly high: number | null;
  readonly halfWidth: number | null;
  /** Replicates in which both have a value. */
  readonly replicates: number;
  /**
   * How many times as many replicates independent seeds would need for the same half-width: the variance of a difference
   * of independent runs over that of the paired one. Null below two replicates, and where paired runs differ by the same
   * amount always.
   */
  readonly varianceReduction: number | null;
}

/** Computes the mean of `plan` less `baseline`, replicate by replicate; pairs of which one is NaN are left out. */
export function pairedPrecision(baseline: readonly number[], plan: readonly number[]): PairedPrecision {
  const pairs = plan
    .map((value, r) => [value, baseline[r] as number] as const)
    .filter(([value, other]) => !Number.isNaN(value - other));
  const replicates = pairs.length;
  if (replicates === 0)
    return { estimate: null, low: null, high: null, halfWidth: null, replicates, varianceReduction: null };
  const differences = pairs.map(([value, other]) => value - other);
  const { mean: estimate, low, high } = meanInterval(differences);
  if (low === null || high === null)
    return { estimate, low, high, halfWidth: null, replicates, varianceReduction: null };
  const paired = sampleVariance(differences);
  const independent = sampleVariance(pairs.map(([value]) => value)) + sampleVariance(pairs.map(([, other]) => other));
  return {
    estimate,
    low,
    high,
    halfWidth: (high - low) / 2,
    replicates,
    varianceReduction: paired > 0 ? independent / paired : null,
  };
}
