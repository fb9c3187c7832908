import { type ScenarioInput, scenario } from "@uptake/model";
import { namedShocks, type ShockSet } from "../stress/named-shocks.ts";
import { type Stress, stress } from "../stress/stress.ts";
import { checkCount, doublings } from "./fewest.ts";
import { growing, newRuns } from "./growing.ts";
import type { Question } from "./question.ts";
import { toldGrowing } from "./told-growing.ts";

/** Asks what breaks a plan. */
export interface BreaksInput {
  /** The plan itself, then those it is held against, each under a name of its own; all in one district and horizon. */
  readonly plans: readonly { readonly name: string; readonly scenario: ScenarioInput }[];
  /** Sets of shocks, by name or written out, 1 … 16 (default all that have a name). */
  readonly shocks?: readonly (string | ShockSet)[];
  /** Number of worlds, each run once under every set, 25 or more (default 100). */
  readonly worlds?: number;
  /** Where worlds come from: the kept ones, or the wide priors (default `kept`). */
  readonly from?: "kept" | "priors";
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds what breaks a plan: a stress test without its single runs but for those of the plan itself. */
export interface Breaks
  extends Pick<
    Stress,
    | "version"
    | "seed"
    | "strategies"
    | "shocks"
    | "worlds"
    | "threshold"
    | "underShocks"
    | "vulnerabilities"
    | "inputs"
    | "checksums"
  > {
  /** Outcome of the first plan by set of shocks, then world; null where it has none. */
  readonly outcomes: readonly (readonly (number | null)[])[];
  /** Number of runs that failed, which are left out. */
  readonly failures: number;
}

/**
 * Tries plans in the same worlds and luck under every set of shocks, and finds the circumstances in which the first one
 * fails. Tells the whole of it with 25 worlds, and with twice as many each time, until all are there.
 *
 * @throws InputError as `stress` does, and when there are fewer than 25 worlds.
 */
export const whatBreaks: Question<BreaksInput, Breaks> = async (input, { evaluate, signal, onProgress, onPartial }) => {
  const { plans, shocks = namedShocks, worlds = 100, from = "kept", seed = "uptake" } = input;
  checkCount("worlds", worlds);
  const asked = plans.map(({ name, scenario: one }) => ({ ...scenario(one), name }));
  const total = plans.length * shocks.length * worlds;
  const grown = growing(evaluate);
  const heard = newRuns(onProgress);
  const told = async (count: number): Promise<Breaks> => {
    const found = await stress(asked, {
      shocks,
      worlds: from,
      draws: count,
      seed,
      vulnerable: plans.slice(0, 1).map(({ name }) => name),
      evaluate: grown,
      signal,
      onProgress: (done) => heard(done, total),
    });
    return breaksOf(found);
  };
  return toldGrowing(doublings(worlds), told, onPartial);
};

function breaksOf({ cases, failures, starts: _, statistics: __, tolerance: ___, ...found }: Stress): Breaks {
  const { count } = found.worlds;
  const outcomes = found.shocks.map((____, k) =>
    cases.slice(k * count, (k + 1) * count).map(({ values }) => values[0] ?? null),
  );
  return { ...found, outcomes, failures: failures.length };
}
