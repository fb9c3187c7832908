import { prepare, type ScenarioInput, scenario } from "@uptake/model";
import { type UnderBeliefs, underBeliefs } from "../beliefs/under-beliefs.ts";
import { checkCount, doublings } from "./fewest.ts";
import { growing } from "./growing.ts";
import type { Question } from "./question.ts";
import { toldGrowing } from "./told-growing.ts";

/** Asks what a plan reaches for those who believe little, or much, of lessons and levers. */
export interface BeliefsInput {
  /** The plan. */
  readonly scenario: ScenarioInput;
  /** Runs under each belief, 25 … 100,000 (default 100); never more than there are worlds. */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds the headline as the plan stands and under each belief. */
export interface BeliefsTold extends UnderBeliefs {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Number of runs that failed, which are left out. */
  readonly failures: number;
}

/**
 * Runs a plan as it stands and under each belief about effects, in the same worlds and luck, told with 25 runs each
 * first, and with twice as many each time.
 *
 * @throws InputError when the scenario is wrong, or there are fewer than 25 replicates.
 */
export const beliefsSideBySide: Question<BeliefsInput, BeliefsTold> = async (input, means) => {
  const { replicates = 100, seed = "uptake" } = input;
  checkCount("replicates", replicates);
  const asked = scenario(input.scenario);
  const { version } = await prepare(asked);
  const evaluate = growing(means.evaluate);
  const told = async (count: number): Promise<BeliefsTold> => {
    const { headlines, failures } = await underBeliefs([asked], {
      replicates: count,
      seed,
      asSet: true,
      evaluate,
      signal: means.signal,
      onProgress: (done, total) => means.onProgress(done, Math.round((total * replicates) / count)),
    });
    return { ...headlines[0]!, version, seed, failures: failures.length };
  };
  return toldGrowing(doublings(replicates), told, means.onPartial);
};
