import { type Difference, differenceOf } from "../compare/compare.ts";
import { chance } from "../statistics/chance.ts";
import type { ValueRange } from "../statistics/held-within.ts";
import type { Probability } from "../statistics/wilson.ts";
import type { Units } from "../statistics/worlds-of.ts";

/** Holds whether two plans change places between the default assumptions and a rival. */
export interface OrderFlip {
  /** First plan less second, in the same worlds and luck, under the default assumptions. */
  readonly before: Difference;
  /** First plan less second under the rival. */
  readonly after: Difference;
  /** Whether the mean difference changes its sign. */
  readonly flips: boolean;
  /** Whether it does so beyond chance: neither of the two intervals covers zero. */
  readonly decided: boolean;
  /** Share of replicates in which the two change places; ties change nothing. Null without replicates. */
  readonly share: number | null;
  /** That share with its 95% interval; null without replicates. */
  readonly changed: Probability | null;
}

const coversZero = ({ low, high }: Difference): boolean => low === null || high === null || (low <= 0 && high >= 0);

/**
 * Compares the order of two plans under two sets of assumptions. Each array holds first plan less second, one number per
 * replicate, in the same order; a replicate without a value (NaN) in either is left out of both. `units` holds the number
 * of each replicate's world where worlds repeat, and `range` is what a plan's number can be (default without bounds).
 */
export function orderFlip(
  before: readonly number[],
  after: readonly number[],
  units?: Units,
  range?: ValueRange,
): OrderFlip {
  const present = Array.from(before.keys()).filter((r) => !Number.isNaN(before[r]) && !Number.isNaN(after[r]));
  const own = units && present.map((r) => units[r] as number);
  const here = differenceOf(
    present.map((r) => before[r] as number),
    own,
    range,
  );
  const there = differenceOf(
    present.map((r) => after[r] as number),
    own,
    range,
  );
  const flips = (here.estimate ?? 0) * (there.estimate ?? 0) < 0;
  const changes = present.map((r) => (before[r] as number) * (after[r] as number) < 0);
  const changed = changes.length === 0 ? null : chance(changes, own);
  return {
    before: here,
    after: there,
    flips,
    decided: flips && !coversZero(here) && !coversZero(there),
    share: changed?.probability ?? null,
    changed,
  };
}
