import { InputError, type Issue, square } from "@uptake/model";
import type { PairedPrecision } from "../statistics/paired-precision.ts";

/** Says how precise a comparison must be, and what it may cost. */
export interface PrecisionRule {
  /**
   * Half the width that the 95% interval may have, in the unit of what is compared: .01 is one percentage point. Null
   * for as many replicates as `first` says, whatever the width.
   */
  readonly halfWidth: number | null;
  /** Most replicates, 2 … 100,000 (default 2,000). */
  readonly cap?: number;
  /**
   * Replicates of the first batch, at least 2, or 1 where no half-width is asked for (default 64, or the cap). Fewer
   * than 64 are too few to stop on.
   */
  readonly first?: number;
}

/** Returns the rule with its defaults. @throws InputError with everything that is out of its range. */
export function checkPrecision({ halfWidth, cap = 2_000, first }: PrecisionRule): Required<PrecisionRule> {
  const issues: Issue[] = [];
  const add = (path: string, value: number, allowed: string): void => {
    issues.push({ code: "out-of-range", path, message: `${value} is out of range`, value, allowed });
  };
  if (halfWidth === null) {
    const fixed = first ?? Math.min(64, cap);
    if (!(Number.isInteger(fixed) && fixed >= 1 && fixed <= 100_000))
      add("first", fixed, "a whole number, 1 to 100,000");
    if (issues.length > 0) throw new InputError(issues);
    return { halfWidth, cap: fixed, first: fixed };
  }
  if (!(halfWidth > 0 && Number.isFinite(halfWidth))) add("halfWidth", halfWidth, "a finite number above 0");
  const whole = Number.isInteger(cap) && cap >= 2 && cap <= 100_000;
  if (!whole) add("cap", cap, "a whole number, 2 to 100,000");
  else if (first !== undefined && !(Number.isInteger(first) && first >= 2 && first <= cap))
    add("first", first, `a whole number, 2 to the cap of ${cap}`);
  if (issues.length > 0) throw new InputError(issues);
  return { halfWidth, cap, first: first ?? Math.min(64, cap) };
}

/** Tells whether a difference is known too roughly for more replicates in the same worlds ever to make it precise. */
const outOfReach = ({ leastHalfWidth: least }: PairedPrecision, halfWidth: number): boolean =>
  least !== null && least >= halfWidth;

const isPrecise = ({ halfWidth: own }: PairedPrecision, halfWidth: number): boolean => own !== null && own <= halfWidth;

/**
 * Says what ended the adding of replicates: every difference is as precise as asked for; no run has the number; the
 * worlds there are leave one too rough, however many replicates they have; the cap came first; or there are as many as
 * were asked for, and no precision was.
 */
export type PrecisionEnd = "reached" | "cap" | "worlds" | "no-value" | "replicates";

/** Returns what ended it, from the differences at the end. */
export function precisionEnd(differences: readonly PairedPrecision[], halfWidth: number | null): PrecisionEnd {
  if (halfWidth === null) return "replicates";
  if (differences.some((one) => one.replicates === 0)) return "no-value";
  if (differences.every((one) => isPrecise(one, halfWidth))) return "reached";
  return differences.some((one) => !isPrecise(one, halfWidth) && outOfReach(one, halfWidth)) ? "worlds" : "cap";
}

/**
 * Returns how many replicates to have in all, given what `replicates` of them show: `replicates` itself when every
 * difference is as precise as asked for, or cannot be made so in the worlds there are, or the cap is reached. `worlds` is
 * how many worlds there are; null where every replicate has a new one, or all share one.
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
  worlds: number | null = null,
): number {
  if (halfWidth === null) return replicates;
  // A difference in which no run has a value does not get one by more runs, nor one that worlds leave rough.
  const open = differences.filter(
    (one) => one.replicates > 0 && !isPrecise(one, halfWidth) && !outOfReach(one, halfWidth),
  );
  if (open.length === 0) return replicates;
  const needed = Math.max(...open.map((one) => replicatesFor(one, replicates, halfWidth)));
  // How far luck matters shows when worlds repeat, so the first step beyond their number goes round them once more at most.
  const round = worlds !== null && replicates <= worlds ? 2 * worlds : Number.POSITIVE_INFINITY;
  return Math.min(cap, 4 * replicates, Math.max(Math.min(needed, round), Math.ceil(1.125 * replicates)));
}

/** Returns how many replicates a difference is expected to need: they average out luck alone where worlds repeat. */
function replicatesFor(one: PairedPrecision, replicates: number, halfWidth: number): number {
  const own = one.halfWidth ?? Number.POSITIVE_INFINITY;
  const least = one.leastHalfWidth;
  if (least === null) return Math.ceil(replicates * square(own / halfWidth));
  return Math.ceil((replicates * (own * own - least * least)) / (halfWidth * halfWidth - least * least));
}
