import { InputError, prepare, type ScenarioInput, scenario } from "@uptake/model";
import { fewestWorlds, type RankedParameters, rankParameters } from "../beliefs/rank-parameters.ts";
import { checkReplicates } from "../ensemble/ensemble.ts";
import { targetSeries } from "../target/target-series.ts";
import { doublings } from "./fewest.ts";
import { growing, newRuns } from "./growing.ts";
import type { Question } from "./question.ts";
import { toldGrowing } from "./told-growing.ts";

/** Asks which numbers of the model decide what a plan comes to. */
export interface DecidingNumbersInput {
  /** The plan. */
  readonly scenario: ScenarioInput;
  /** Replicates, 30 … 100,000 (default 400). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds how closely each number goes with what the plan's target is of (adoption, for teachers) in the target's month. */
export interface DecidingNumbers extends RankedParameters {
  /** Series that was read. */
  readonly series: string;
  /** Index that was read. */
  readonly month: number;
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Replicates that were run. */
  readonly replicates: number;
  /** Number of runs that failed, which are left out. */
  readonly failures: number;
}

/**
 * Ranks the numbers of the model by how closely they go with what a plan comes to, as a headline of the command line does.
 * Tells the ranking with 50 replicates, and with twice as many each time, until all are there.
 *
 * @throws InputError when something is wrong in the scenario, or there are fewer replicates than worlds that tell
 *   something.
 */
export const decidingNumbers: Question<DecidingNumbersInput, DecidingNumbers> = async (
  { scenario: input, replicates = 400, seed = "uptake" },
  { evaluate, signal, onProgress, onPartial },
) => {
  checkReplicates(replicates, seed, 0);
  if (replicates < fewestWorlds) {
    const message = `${replicates} is too few replicates to tell which number decides`;
    const allowed = `${fewestWorlds} or more`;
    throw new InputError([{ code: "out-of-range", path: "replicates", message, value: replicates, allowed }]);
  }
  const asked = scenario(input);
  const plan = await prepare(asked);
  const { target, horizon } = asked;
  const statistic = { series: targetSeries(target.of), month: Math.min(target.month, horizon) };
  const grown = growing(evaluate);
  const heard = newRuns(onProgress);
  const told = async (count: number): Promise<DecidingNumbers> => {
    const evaluations = Array.from({ length: count }, (_, replicate) => ({ plan: 0, replicate }));
    const { values, failures } = await grown(
      { plans: [plan], seed, statistics: [statistic], evaluations },
      { signal, onProgress: (done) => heard(done, replicates) },
    );
    return {
      ...rankParameters(asked, values, { seed }),
      ...statistic,
      version: plan.version,
      seed,
      replicates: count,
      failures: failures.length,
    };
  };
  return toldGrowing(doublings(replicates, 50), told, onPartial);
};
