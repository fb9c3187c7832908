import { InputError, type Issue } from "@uptake/model";
import type { PairedPrecision } from "./paired-precision.ts";

/** Says how precise a comparison must be, and what it may cost. */
export interface PrecisionRule {
  /** Half the width that the 95% interval may have, in the unit of what is compared: .01 is one percentage point. */
  readonly halfWidth: number;
  /** Most replicates, 2 … 100,000 (default 2,000). */
  readonly cap?: number;
  /** Replicates of the first batch, at least 2 (default 64, or the cap). Fewer than 64 are too few to stop on. */
  readonly first?: number;
}

/** Returns the rule with its defaults. @throws InputError with everything that is out of its range. */
export function checkPrecision({ halfWidth, cap = 2_000, first }: PrecisionRule): Required<PrecisionRule> {
  const issues: Issue[] = [];
  const add = (path: string, value: number, allowed: string): void => {
    issues.push({ code: "out-of-range", path, message: `${value} is out of range`, value, allowed });
  };
  if (!(halfWidth > 0 && Number.isFinite(halfWidth))) add("halfWidth", halfWidth, "a finite number above 0");
  const whole = Number.isInteger(cap) && cap >= 2 && cap <= 100_000;
  if (!whole) add("cap", cap, "a whole number, 2 to 100,000");
  else if (first !== undefined && !(Number.isInteger(first) && first >= 2 && first <= cap))
    add("first", first, `a whole number, 2 to the cap of ${cap}`);
  if (issues.length > 0) throw new InputError(issues);
  return { halfWidth, cap, first: first ?? Math.min(64, cap) };
}

/**
 * Returns how many replicates to have in all, given what `replicates` of them show: `replicates` itself when every
 * difference is as precise as asked for, or the cap is reached.
 *
 * Stopping when an interval happens to be narrow makes it cover the truth less often than 95%. Three things keep that
 * small: no look before the first batch, few looks (a batch is what the variance so far asks for, at least an eighth and
 * at most three times of what there is), and an interval from all replicates. By simulation the interval then covers as
 * often as one of as many replicates fixed beforehand, less at most 1.5 points.
 */
export function moreReplicates(
  differences: readonly PairedPrecision[],
  replicates: number,
  { halfWidth, cap }: Required<PrecisionRule>,
): number {
  // A difference in which no run has a value does not get one by more runs.
  const widths = differences.flatMap((one) =>
    one.replicates === 0 ? [] : [one.halfWidth ?? Number.POSITIVE_INFINITY],
  );
  const widest = Math.max(0, ...widths);
  if (widest <= halfWidth) return replicates;
  const needed = Math.ceil(replicates * (widest / halfWidth) ** 2);
  return Math.min(cap, 4 * replicates, Math.max(needed, Math.ceil(1.125 * replicates)));
}
