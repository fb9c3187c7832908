import { sampleVariance } from "simple-statistics";
import { leastHalfWidth } from "./least-half-width.ts";
import { meanInterval } from "./mean-interval.ts";
import { presentOf, type Units } from "./worlds-of.ts";

/** Holds a mean paired difference, how precise it is, and what pairing saved; null where there are too few values. */
export interface PairedPrecision {
  /** Mean of the paired differences. */
  readonly estimate: number | null;
  /** Lower end of the 95% interval. */
  readonly low: number | null;
  /** Upper end of the 95% interval. */
  readonly high: number | null;
  /** Half the width of that interval, whose ends may since be held within what a difference can be. */
  readonly halfWidth: number | null;
  /** Replicates in which both have a value. */
  readonly replicates: number;
  /**
   * How many times as many replicates independent seeds would need for the same half-width: the variance of a difference
   * of independent runs over that of the paired one. Null below two replicates, where worlds repeat (no seed then has
   * worlds of its own), and where paired runs differ by the same amount always.
   */
  readonly varianceReduction: number | null;
  /** Half-width that no number of replicates in these worlds would go below; null unless worlds repeat. */
  readonly leastHalfWidth: number | null;
}

/**
 * Computes the mean of `plan` less `baseline`, replicate by replicate; pairs of which one is NaN are left out. `units`
 * holds the number of each replicate's world where worlds repeat.
 */
export function pairedPrecision(baseline: readonly number[], plan: readonly number[], units?: Units): PairedPrecision {
  const present = presentOf(
    plan.map((value, r) => value - (baseline[r] as number)),
    units,
  );
  const replicates = present.values.length;
  const nothing = { halfWidth: null, replicates, varianceReduction: null, leastHalfWidth: null };
  if (replicates === 0) return { estimate: null, low: null, high: null, ...nothing };
  const { mean: estimate, low, high } = meanInterval(present.values, present.units);
  if (low === null || high === null) return { estimate, low, high, ...nothing };
  return {
    estimate,
    low,
    high,
    halfWidth: (high - low) / 2,
    replicates,
    varianceReduction: units === undefined ? varianceReduction(baseline, plan) : null,
    leastHalfWidth: leastHalfWidth(present),
  };
}

/** Returns the variance of a difference of independent runs over that of paired ones; null where pairs differ alike. */
function varianceReduction(baseline: readonly number[], plan: readonly number[]): number | null {
  const pairs = plan
    .map((value, r) => [value, baseline[r] as number] as const)
    .filter(([value, other]) => !Number.isNaN(value - other));
  const paired = sampleVariance(pairs.map(([value, other]) => value - other));
  const independent = sampleVariance(pairs.map(([value]) => value)) + sampleVariance(pairs.map(([, other]) => other));
  return paired > 0 ? independent / paired : null;
}
