import { InputError } from "@uptake/model";
import type { Difference } from "../compare/compare.ts";
import { pairedChance } from "../compare/paired-chance.ts";
import { anyValue, type ValueRange } from "../statistics/held-within.ts";
import { type Probability, wilson } from "../statistics/wilson.ts";
import { checkOutcomeMatrix, type OutcomeMatrix } from "./outcome-matrix.ts";

/** Holds in what share of worlds a strategy meets a threshold, with its 95% interval. */
export interface StrategyRobustness extends Probability {
  /** Name of the strategy. */
  readonly strategy: string;
  /** Worlds in which the threshold is met. */
  readonly met: number;
  /** Place from 1; strategies that meet it in as many worlds share the best place of theirs. */
  readonly place: number;
  /** Share less that of the first, in the same worlds, with its 95% interval; null of the first itself. */
  readonly lessFirst: Difference | null;
  /** Whether that difference cannot be told from none, at 95%; of the first itself, whether any other's cannot. */
  readonly tiedWithFirst: boolean;
}

/**
 * Computes satisficing robustness: the share of worlds in which each strategy's outcome is at least `threshold` (at most,
 * where lower is better). Strategies are in the order of the matrix.
 *
 * @throws InputError when the matrix is malformed or has one world, or the threshold is not a finite number within
 * `range` (default any).
 */
export function robustness(
  matrix: OutcomeMatrix,
  threshold: number,
  range: ValueRange = anyValue,
): StrategyRobustness[] {
  checkOutcomeMatrix(matrix);
  if (!Number.isFinite(threshold) || threshold < range[0] || threshold > range[1]) {
    const message = "the threshold is out of range";
    const allowed = `a number, ${range[0]} to ${range[1]}`;
    throw new InputError([{ code: "out-of-range", path: "threshold", message, value: threshold, allowed }]);
  }
  const met = matrix.values.map((row) =>
    row.map((value) => (matrix.better === "higher" ? value >= threshold : value <= threshold)),
  );
  const counts = met.map((row) => row.filter(Boolean).length);
  const first = counts.indexOf(Math.max(...counts));
  const differences = met.map((row, s) => (s === first ? null : pairedChance(row, met[first] as boolean[])));
  const tied = differences.map(
    (difference, s) => difference !== null && (counts[s] === counts[first] || (difference.high as number) >= 0),
  );
  return matrix.strategies.map((strategy, s) => {
    const count = counts[s] as number;
    return {
      strategy,
      met: count,
      ...wilson(count, (met[s] as boolean[]).length),
      place: 1 + counts.filter((other) => other > count).length,
      lessFirst: differences[s] ?? null,
      tiedWithFirst: s === first ? tied.includes(true) : (tied[s] as boolean),
    };
  });
}
