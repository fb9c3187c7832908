import { DRAWS, derive, hashText, type Key, uniform } from "../src/numerics/random.ts";
import { drawFrom } from "./draw-from.ts";
import type { Step } from "./step.ts";

/** Returns the key of `decision` in month `t`, for the school with `schoolId` when given. */
export function decide(district: { readonly key: Key }, decision: string, t: number, schoolId?: string): Key {
  const key = derive(derive(district.key, hashText(decision)), t);
  return schoolId === undefined ? key : derive(key, hashText(schoolId));
}

/** Tells whether an event of `probability` happens. */
export function happens(key: Key, probability: number, slot: number = 0): boolean {
  return uniform(key, slot) < probability;
}

/** Tells whether an event of odds `o` happens, where `u` is the draw, 0 … 2³²−1. */
export function happensAtOdds(u: number, o: number): boolean {
  return u * (1 + o) < o * DRAWS;
}

/** Tells whether an event that has a `chance` each month happens in a step. */
export function happensIn(step: Step, key: Key, chance: number, slot: number = 0): boolean {
  return step.luck(key, slot, chance) < step.part(chance);
}

/** Tells whether an event that has odds `o` each month happens in a step. */
export function happensAtOddsIn(step: Step, key: Key, o: number, slot: number): boolean {
  if (step.months === 1) return happensAtOdds(drawFrom(key, slot), o);
  return happensIn(step, key, o / (1 + o), slot);
}
