import { prepare, type Scenario } from "@uptake/model";
import { mostBelievedRuns, underBeliefs } from "../beliefs/under-beliefs.ts";
import { withoutLevers } from "../compare/without-levers.ts";
import { evaluateEnsembles } from "../evaluate/evaluate-ensembles.ts";
import type { EvaluateOptions } from "../evaluate/evaluation.ts";
import { bottlenecks, usualEasedRuns } from "../funnel/bottlenecks.ts";
import type { Question } from "./question.ts";

/** Says which study of kind `run` is made, as its receipt does. */
export interface RunToRepeat {
  /** The scenario, complete. */
  readonly scenario: Scenario;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** Number of replicates. */
  readonly replicates: number;
  /** Whether each step is made easier in turn. */
  readonly bottleneck: boolean;
}

/** Holds what a receipt hashes of a run. */
export interface RepeatedRun {
  /** Checksum of the raw counts of each run, in the order of the study; empty where it failed. */
  readonly checksums: readonly string[];
}

/**
 * Makes all runs of a study of kind `run`, as the command line does: the plan, business as usual beside it where it has
 * levers, both in the same worlds and luck, the plan under each belief, and with each step made easier.
 *
 * @throws InputError where the scenario or an option cannot be run.
 */
export const repeatRun: Question<RunToRepeat, RepeatedRun> = async (
  { scenario, seed, replicates, bottleneck },
  { evaluate, signal, onProgress },
) => {
  const beside = Object.keys(scenario.levers).length > 0 ? [withoutLevers(scenario)] : [];
  let before = 0;
  // How many runs beliefs and easier steps take is known when they begin.
  const running = (): EvaluateOptions & { readonly evaluate: typeof evaluate; readonly seed: string } => {
    const from = before;
    return {
      evaluate,
      signal,
      seed,
      onProgress: (done, total) => {
        before = from + done;
        onProgress(from + done, from + total);
      },
    };
  };
  const plans = await Promise.all([scenario, ...beside].map((one) => prepare(one)));
  const made = await evaluateEnsembles(plans, { ...running(), replicates, funnels: 1 });
  const { numbers } = made;
  const believed = await underBeliefs([scenario], {
    ...running(),
    numbers,
    replicates: Math.min(mostBelievedRuns, numbers.length),
  });
  const eased = bottleneck
    ? await bottlenecks(scenario, { ...running(), replicates: Math.min(usualEasedRuns, numbers.length) })
    : undefined;
  return { checksums: [...made.checksums, ...believed.checksums, ...(eased?.checksums ?? [])] };
};
