import { DRAWS, derive, hashText, type Key, uniform } from "../src/numerics/random.ts";

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
