import { type Difference, meanDifference } from "../compare/compare.ts";
import { type Summary, summary } from "../ensemble/summary.ts";
import type { ValueRange } from "../statistics/held-within.ts";
import type { Units } from "../statistics/worlds-of.ts";

/** Holds a plan's value under one set of assumptions, and its place among the plans: 1 is the best, equals share it. */
export interface Ranked extends Summary {
  /** Name of the plan. */
  readonly plan: string;
  /** Null where the plan has no value, or is the only one. */
  readonly rank: number | null;
  /** Value under the assumption less that under the plan's own, in the same worlds and luck; null under its own. */
  readonly change: Difference | null;
}

/**
 * Ranks plans by the mean over replicates; a plan without a value has no place, nor has one alone. `before` holds values
 * under the plans' own assumptions, which changes are told from; `range` is what a value can be.
 */
export function rankPlans(
  names: readonly string[],
  values: readonly (readonly number[])[],
  better: "more" | "less",
  units: Units,
  range: ValueRange,
  before?: readonly (readonly number[])[],
): Ranked[] {
  const all = names.map((plan, i) => ({ plan, ...summary(values[i] as readonly number[], units, range) }));
  return all.map((one, i) => {
    const { mean } = one;
    const change =
      before === undefined ? null : meanDifference(before[i] as number[], values[i] as number[], units, range);
    if (mean === null || names.length < 2) return { ...one, rank: null, change };
    const ahead = all.filter(
      (other) => other.mean !== null && (better === "more" ? other.mean > mean : other.mean < mean),
    );
    return { ...one, rank: ahead.length + 1, change };
  });
}
