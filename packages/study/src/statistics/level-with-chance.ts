import { chance } from "./chance.ts";
import type { Units } from "./worlds-of.ts";

/** Holds a level that values reach with some chance, with its 95% interval. */
export interface ChanceLevel {
  /** Chance asked for, as in 0.8. */
  readonly chance: number;
  /** Largest value that at least this share of the values reach. */
  readonly level: number;
  /** Lower end of the 95% interval: the largest value whose chance is surely as high; null where there are too few values. */
  readonly low: number | null;
  /** Upper end of the 95% interval: the smallest value whose chance surely is not; null where there are too few values. */
  readonly high: number | null;
}

/**
 * Computes which level values reach with a chance (above 0, below 1) from at least one value: the level of adoption that
 * four runs in five come to, for 0.8. Its interval turns that of the chance round, so it asks nothing of how values
 * are spread. `units` holds the number of each value's world where worlds repeat.
 */
export function levelWithChance(values: readonly number[], asked: number, units?: Units): ChanceLevel {
  const falling = [...new Set(values)].sort((a, b) => b - a);
  const of = (level: number) =>
    chance(
      values.map((value) => value >= level),
      units,
    );
  /** Returns the first place from which on a condition holds, which it goes on to do as levels fall. */
  const firstWhere = (holds: (level: number) => boolean): number => {
    let [from, to] = [0, falling.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (holds(falling[middle] as number)) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  const sure = firstWhere((level) => of(level).low >= asked);
  const possible = firstWhere((level) => of(level).high >= asked);
  return {
    chance: asked,
    level: falling[firstWhere((level) => of(level).probability >= asked)] as number,
    low: falling[sure] ?? null,
    high: possible === 0 ? null : (falling[possible - 1] as number),
  };
}
