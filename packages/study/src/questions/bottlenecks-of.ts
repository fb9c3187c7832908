import { type ScenarioInput, scenario } from "@uptake/model";
import { type Bottlenecks, bottlenecks, usualEasedRuns } from "../funnel/bottlenecks.ts";
import { describeBottlenecks } from "../funnel/describe-bottlenecks.ts";
import type { Question } from "./question.ts";

/** Asks where a scenario gets stuck. */
export interface BottlenecksInput {
  /** The plan. */
  readonly scenario: ScenarioInput;
  /** Runs of each of the ten plans, 1 … 100,000 (default 32). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds where a scenario gets stuck, with the sentence that says it. */
export interface ToldBottlenecks extends Bottlenecks {
  /** Says where it gets stuck, and how sure that is. */
  readonly sentence: string;
}

/**
 * Tells which step, were it half as hard, would add most, and where teachers stand.
 *
 * @throws InputError when the scenario is none, or an option is out of range.
 */
export const bottlenecksOf: Question<BottlenecksInput, ToldBottlenecks, never> = async (
  { scenario: asked, replicates = usualEasedRuns, seed = "uptake" },
  { evaluate, signal, onProgress },
) => {
  const found = await bottlenecks(scenario(asked), { evaluate, replicates, seed, signal, onProgress });
  return { ...found, sentence: describeBottlenecks(found, found.funnel) };
};
