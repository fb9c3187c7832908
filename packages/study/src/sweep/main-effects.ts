import type { Level } from "../design/level.ts";
import { ofDifferences, type ValueRange } from "../statistics/held-within.ts";
import type { MeanInterval } from "../statistics/mean-interval.ts";
import { meanOfPresent } from "../statistics/mean-of-present.ts";
import { presentMean } from "../statistics/present-mean.ts";
import { quantile } from "../statistics/quantile.ts";
import type { Units } from "../statistics/worlds-of.ts";

/** Holds an outcome over the points that have some levels of a factor. */
export interface EffectGroup {
  /** `lowest third` or `highest third` of a factor's numbers, or one of its names. */
  readonly levels: string;
  /** Mean over these points, with the 95% interval over replicates, that of a chance within 0 … 1; null without a value. */
  readonly outcome: MeanInterval | null;
  /**
   * Outcome less that of the lowest third, or of the name with the lowest mean, in the same worlds and luck; null of that
   * group itself.
   */
  readonly over: MeanInterval | null;
}

/** Holds how an outcome goes with one factor of a sweep, the others being whatever the design has there. */
export interface MainEffect {
  /** Name of the factor. */
  readonly factor: string;
  /** Outcome at the lowest and the highest third of its numbers, or at each of its names. */
  readonly groups: readonly EffectGroup[];
}

/**
 * Computes the main effect of each factor on an outcome: its mean over the points with the lowest and with the highest
 * third of a factor's numbers, or with each of its names. `values[p][r]` is the outcome at point `p` in replicate `r`, NaN
 * where there is none; `range` says what it can be.
 */
export function mainEffects(
  factors: readonly string[],
  points: readonly (readonly Level[])[],
  values: readonly (readonly number[])[],
  units: Units,
  range: ValueRange,
): MainEffect[] {
  return factors.map((factor, i) => {
    const groups = groupsOf(points.map((point) => point[i]!)).map(({ levels, places }) => {
      const outcomes = meansOf(places.map((p) => values[p]!));
      return {
        levels,
        outcomes,
        outcome: meanOfPresent(outcomes, units, range),
      };
    });
    const lowest = groups[0]?.levels === thirds[0] ? groups[0] : leastOf(groups);
    return {
      factor,
      groups: groups.map((group) => ({
        levels: group.levels,
        outcome: group.outcome,
        over:
          lowest === undefined || group === lowest
            ? null
            : meanOfPresent(
                group.outcomes.map((value, r) => value - lowest.outcomes[r]!),
                units,
                ofDifferences(range),
              ),
      })),
    };
  });
}

const thirds = ["lowest third", "highest third"] as const;

/** Sorts points into those with the lowest and the highest third of the levels, or into one group a name. */
function groupsOf(levels: readonly Level[]): { readonly levels: string; readonly places: readonly number[] }[] {
  const different = [...new Set(levels)];
  const having = (chosen: (level: Level) => boolean): number[] =>
    levels.flatMap((level, p) => (chosen(level) ? [p] : []));
  const numbers = different.filter((level) => typeof level === "number");
  if (numbers.length < different.length)
    return different.map((name) => ({ levels: nameOfLevel(name), places: having((level) => level === name) }));
  const [third, twoThirds] = [quantile(numbers, 1 / 3), quantile(numbers, 2 / 3)];
  return [
    { levels: thirds[0], places: having((level) => (level as number) <= third) },
    { levels: thirds[1], places: having((level) => (level as number) >= twoThirds) },
  ];
}

/** Writes a level that is no number: on and off of a switch. */
export function nameOfLevel(level: Level): string {
  return typeof level === "boolean" ? (level ? "on" : "off") : String(level);
}

/** Returns the mean over points in each replicate, over those that have a value there. */
function meansOf(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, r) => presentMean(rows.map((row) => row[r]!)));
}

function leastOf<Group extends { readonly outcome: MeanInterval | null }>(groups: readonly Group[]): Group | undefined {
  return groups.reduce<Group | undefined>((least, group) => {
    if (group.outcome === null) return least;
    return least?.outcome && least.outcome.mean <= group.outcome.mean ? least : group;
  }, undefined);
}
