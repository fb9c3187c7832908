import { InputError, type ScenarioInput, scenario } from "@uptake/model";
import type { Level } from "../design/level.ts";
import { sweep } from "../sweep/sweep.ts";
import { gridDesign } from "../sweep/sweep-design.ts";
import { type SweepMap, sweepMap } from "../sweep/sweep-map.ts";
import type { AskedOutcome } from "../target/run-outcome.ts";
import { checkCount, doublings } from "./fewest.ts";
import { growing, newRuns } from "./growing.ts";
import type { Question } from "./question.ts";
import { toldGrowing } from "./told-growing.ts";

/** Asks what an outcome is at all crossings of two factors. */
export interface SweepInput {
  /** The plan. */
  readonly scenario: ScenarioInput;
  /** First factor by name, as in `levers.coaching.teachersPerCoach` or `support.floor`, and its levels. */
  readonly x: { readonly name: string; readonly levels: readonly Level[] };
  /** Second factor by name, and its levels. */
  readonly y: { readonly name: string; readonly levels: readonly Level[] };
  /** What is read of each run (default `adoption`). */
  readonly outcome?: AskedOutcome;
  /** Replicates of each crossing, 25 … 100,000 (default 100). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds an outcome over two factors, with what a figure says of its runs. */
export interface SweptMap extends SweepMap {
  /**
   * What was read of each run: its name, its index, and the share that counts as success, null for the number itself.
   */
  readonly outcome: { readonly name: string; readonly month: number; readonly atLeast: number | null };
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Replicates of each crossing so far. */
  readonly replicates: number;
  /** Different worlds among the replicates of a crossing. */
  readonly worlds: number;
  /** Number of runs that failed, which are left out. */
  readonly failures: number;
}

/**
 * Maps an outcome over two factors, all crossings in the same worlds and luck. Tells the whole map with 25 replicates a
 * crossing, and with twice as many each time, until all are there.
 *
 * @throws InputError as `sweep` does, and when there are fewer than 25 replicates or the factors are the same.
 */
export const sweepOfTwo: Question<SweepInput, SweptMap> = async (
  input,
  { evaluate, signal, onProgress, onPartial },
) => {
  const { x, y, outcome = "adoption", replicates = 100, seed = "uptake" } = input;
  check(x.name, y.name, replicates);
  const asked = scenario(input.scenario);
  const design = gridDesign({ [x.name]: x.levels, [y.name]: y.levels });
  const total = design.points.length * replicates;
  const grown = growing(evaluate);
  const heard = newRuns(onProgress);
  const told = async (count: number): Promise<SweptMap> => {
    const swept = await sweep(asked, design, {
      outcomes: [outcome],
      replicates: count,
      seed,
      evaluate: grown,
      signal,
      onProgress: (done) => heard(done, total),
    });
    const { name, month, atLeast } = swept.outcomes[0]!;
    return {
      ...sweepMap(swept, 0),
      outcome: { name, month, atLeast },
      version: swept.version,
      seed,
      replicates: count,
      worlds: swept.worlds,
      failures: swept.failures.length,
    };
  };
  return toldGrowing(doublings(replicates), told, onPartial);
};

function check(x: string, y: string, replicates: number): void {
  if (x === y) {
    const message = "both factors of the map are the same";
    throw new InputError([{ code: "repeated-factor", path: "y.name", message, value: y }]);
  }
  checkCount("replicates", replicates);
}
