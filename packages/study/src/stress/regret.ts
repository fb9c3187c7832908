import { InputError } from "@uptake/model";
import { anyValue, ofDifferences, type ValueRange } from "../statistics/held-within.ts";
import { type MeanInterval, meanInterval } from "../statistics/mean-interval.ts";
import { checkOutcomeMatrix, type OutcomeMatrix } from "./outcome-matrix.ts";
import { type WorstTenth, worstTenth } from "./worst-tenth.ts";

/** Holds what a strategy forgoes against the best strategy of each world, in the outcome's unit, 0 or more. */
export interface StrategyRegret {
  /** Name of the strategy. */
  readonly strategy: string;
  /** Regret in each world. */
  readonly regrets: readonly number[];
  /** Mean regret over worlds. */
  readonly mean: MeanInterval;
  /** Mean over the tenth of worlds in which regret is largest. */
  readonly worstTenth: WorstTenth;
  /** Largest regret in any world. */
  readonly largest: number;
  /** Worlds in which no other strategy is as good. */
  readonly bestAlone: number;
  /** Worlds in which it is the best together with another. */
  readonly bestShared: number;
  /** Place from 1 by mean regret; equal means share the best place of theirs. */
  readonly place: number;
  /** Regret less that of the first, in the same worlds, with its 95% interval; null of the first itself. */
  readonly overFirst: MeanInterval | null;
  /** Whether that difference cannot be told from none, at 95%; of the first itself, whether any other's cannot. */
  readonly tiedWithFirst: boolean;
}

/**
 * Computes regret: in each world, the best strategy's outcome less this one's (the other way where lower is better).
 * Outcomes within `tolerance` of the best (default 0, in the outcome's unit) count as ties: their regret is 0. Strategies
 * are in the order of the matrix; `range` is what an outcome can be (default without bounds), which holds the ends of
 * intervals.
 *
 * @throws InputError when the matrix is malformed or has one world, or the tolerance is negative.
 */
export function regret(matrix: OutcomeMatrix, tolerance = 0, range: ValueRange = anyValue): StrategyRegret[] {
  checkOutcomeMatrix(matrix);
  if (!(tolerance >= 0)) {
    const message = "the tolerance is negative";
    const allowed = "0 or more";
    throw new InputError([{ code: "out-of-range", path: "tolerance", message, value: tolerance, allowed }]);
  }
  const way = matrix.better === "higher" ? 1 : -1;
  const worlds = (matrix.values[0] as readonly number[]).length;
  const best = Array.from({ length: worlds }, (_, w) =>
    Math.max(...matrix.values.map((row) => way * (row[w] as number))),
  );
  const regrets = matrix.values.map((row) =>
    row.map((value, w) => {
      const lost = (best[w] as number) - way * value;
      return lost <= tolerance ? 0 : lost;
    }),
  );
  const inBest = best.map((_, w) => regrets.filter((row) => row[w] === 0).length);
  const differing = ofDifferences(range);
  const ofRegret: ValueRange = [0, differing[1]];
  const means = regrets.map((row) => meanInterval(row, undefined, ofRegret));
  const least = Math.min(...means.map(({ mean }) => mean));
  const first = means.findIndex(({ mean }) => mean === least);
  const differences = regrets.map((row, s) =>
    s === first
      ? null
      : meanInterval(
          row.map((value, w) => value - ((regrets[first] as number[])[w] as number)),
          undefined,
          differing,
        ),
  );
  const tied = differences.map((difference) => difference !== null && (difference.low as number) <= 0);
  return matrix.strategies.map((strategy, s) => {
    const own = regrets[s] as number[];
    const mean = means[s] as MeanInterval;
    return {
      strategy,
      regrets: own,
      mean,
      worstTenth: worstTenth(own, "lower", ofRegret),
      largest: Math.max(...own),
      bestAlone: own.filter((value, w) => value === 0 && inBest[w] === 1).length,
      bestShared: own.filter((value, w) => value === 0 && (inBest[w] as number) > 1).length,
      place: 1 + means.filter((other) => other.mean < mean.mean).length,
      overFirst: differences[s] ?? null,
      tiedWithFirst: s === first ? tied.includes(true) : (tied[s] as boolean),
    };
  });
}
