import { type Draw, InputError, type Issue, type ScenarioInput, type Target, version } from "@uptake/model";
import { type ComparedPlan, comparedPlan } from "./compared-plan.ts";
import { doublings, fewest } from "./fewest.ts";
import { type PlanPair, planPairs } from "./plan-pairs.ts";
import { type PlanRuns, plansToRun } from "./plan-runs.ts";
import type { Question } from "./question.ts";
import { toldGrowing } from "./told-growing.ts";

/** Asks which of several plans is better. */
export interface ComparePlansInput {
  /** Plans, 1 … 8; those that are the same are run once. */
  readonly scenarios: readonly ScenarioInput[];
  /** Target that all are held to (default that of the first). */
  readonly target?: Partial<Target>;
  /** Replicates of each plan, 25 … 2,000 (default 100). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds what plans come to beside each other, and what a figure says of its runs. */
export interface PlansCompared {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** How the worlds of the first plan were drawn. */
  readonly parameters: Draw;
  /** Replicates asked of each plan so far. */
  readonly replicates: number;
  /** Target of the first plan. */
  readonly target: Target;
  /** One a scenario, in their order. */
  readonly plans: readonly ComparedPlan[];
  /** Every plan less every other, and less its own district as today. */
  readonly pairs: readonly PlanPair[];
  /** Number of runs that failed: their replicate is left out. */
  readonly failures: number;
}

/** Most replicates of a plan: the runs of more would fill a tab's memory. */
const most = 2_000;
const mostPlans = 8;

/**
 * Compares plans in the same worlds and luck, each with the others and with its own district as today. Plans that share no
 * worlds, as those for other districts, are told with what keeps them apart. Tells all with 25 replicates a plan, and with
 * twice as many each time, until all are there.
 *
 * @throws InputError with everything that is wrong, paths as in `scenarios[1].levers.coaching`.
 */
export const comparePlans: Question<ComparePlansInput, PlansCompared> = async (input, means) => {
  const { replicates = 100, seed = "uptake" } = input;
  check(input.scenarios.length, replicates);
  const runs = await plansToRun(input.scenarios, input.target, seed, means);
  return toldGrowing(
    doublings(replicates),
    async (count) => told(await runs.make(count, replicates), seed, count),
    means.onPartial,
  );
};

function told(runs: PlanRuns, seed: string, replicates: number): PlansCompared {
  const { scenario } = runs.plans[0]!.ensemble;
  return {
    version,
    seed,
    parameters: scenario.parameters.draw,
    replicates,
    target: scenario.target,
    plans: runs.plans.map(({ ensemble, usual }) => comparedPlan(ensemble, usual)),
    pairs: planPairs(runs.plans),
    failures: runs.failures,
  };
}

function check(plans: number, replicates: number): void {
  const issues: Issue[] = [];
  const add = (path: string, value: number, message: string, allowed: string): void =>
    void issues.push({ code: "out-of-range", path, message, value, allowed });
  if (!(plans >= 1 && plans <= mostPlans))
    add("scenarios", plans, `${plans} plans cannot be compared`, `1 to ${mostPlans}`);
  if (!(Number.isInteger(replicates) && replicates >= fewest && replicates <= most))
    add(
      "replicates",
      replicates,
      `${replicates} replicates cannot be compared here`,
      `a whole number, ${fewest} to ${most}`,
    );
  if (issues.length > 0) throw new InputError(issues);
}
