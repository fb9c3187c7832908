import { type Key, uniform } from "../src/numerics/random.ts";

/**
 * Holds the part of a month that is taken at once: all of it, or the first or second half. What happens by the month is
 * turned here into what happens by the step, so that two half-months do what one month does: a chance p becomes
 * 1 − (1 − p)^½, a share of the way to a target likewise, and counters of months count halves. With whole months every
 * number stays exactly what it is.
 */
export interface Step {
  /** Months in the step: 1 or ½. */
  readonly months: number;
  /** Whether the month begins, and whether it ends, with this step: some things happen once a month. */
  readonly first: boolean;
  readonly last: boolean;
  /** Turns a share by the month into one by the step. */
  readonly part: (share: number) => number;
  /** Turns what is kept of something over a month into what is kept over the step. */
  readonly kept: (share: number) => number;
  /** Turns what is added by the month to something of which `kept` stays each month into what is added by the step. */
  readonly added: (amount: number, kept: number) => number;
  /** Draws the number that decides on an event of a monthly `chance`; one happens below the chance by the step. */
  readonly luck: (key: Key, slot: number, chance: number) => number;
}

/** Takes a month at once. */
export const wholeMonth: Step = {
  months: 1,
  first: true,
  last: true,
  part: (share) => share,
  kept: (share) => share,
  added: (amount) => amount,
  luck: (key, slot) => uniform(key, slot),
};

const half = (chance: number): number => 1 - Math.sqrt(1 - Math.min(1, chance));

/**
 * Returns the two halves of a month. A decision has one draw a month: what the first half leaves undecided of it decides
 * in the second, where it is again spread evenly over 0–1. So each half has luck of its own, and yet an event that a month
 * taken at once would bring comes in one half or the other when its chance is the same in both.
 */
export function halfMonths(): readonly [Step, Step] {
  const left = new Map<number, Map<number, Map<number, number>>>();
  const leftOf = ({ a, b }: Key): Map<number, number> => {
    const ofA = left.get(a) ?? new Map<number, Map<number, number>>();
    const ofKey = ofA.get(b) ?? new Map<number, number>();
    left.set(a, ofA.set(b, ofKey));
    return ofKey;
  };
  const step = (first: boolean): Step => ({
    months: 0.5,
    first,
    last: !first,
    part: half,
    kept: Math.sqrt,
    added: (amount, kept) => amount / (1 + Math.sqrt(kept)),
    luck(key, slot, chance) {
      const ofKey = leftOf(key);
      const u = ofKey.get(slot) ?? uniform(key, slot);
      const p = half(chance);
      ofKey.set(slot, u < p ? u / p : (u - p) / (1 - p));
      return u;
    },
  });
  return [step(true), step(false)];
}
