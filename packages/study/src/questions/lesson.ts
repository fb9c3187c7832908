import {
  type Draw,
  type LeverUse,
  prepare,
  type Scenario,
  type ScenarioInput,
  scenario as scenarioOf,
  version,
} from "@uptake/model";
import { atBudget, type Budgeted } from "../budget/at-budget.ts";
import { plannedCosts } from "../budget/planned-costs.ts";
import { type Difference, pairedDifference } from "../compare/compare.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { summariseAt } from "../ensemble/summarise.ts";
import type { Summary } from "../ensemble/summary.ts";
import { summaryOfTotals } from "../ensemble/totals.ts";
import { evaluateEnsembles } from "../evaluate/evaluate-ensembles.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import { aheadAndBehind } from "./ahead-and-behind.ts";
import { checkCount, doublings } from "./fewest.ts";
import { growing } from "./growing.ts";
import type { Question } from "./question.ts";
import { toldGrowing } from "./told-growing.ts";

/** Asks what a plan that heeds a lesson comes to beside one that spends as much on something else. */
export interface LessonInput {
  /** The plan that heeds it; its strategy is its levers alone. */
  readonly scenario: Omit<ScenarioInput, "strategy" | "levers"> & {
    readonly levers: Readonly<Record<string, LeverUse>>;
  };
  /** Levers of the other plan, which is the same in all else. */
  readonly instead: Readonly<Record<string, LeverUse>>;
  /** Levers of the other plan that are scaled until it costs as much. */
  readonly spentOn: readonly string[];
  /** Sum in dollars of 2024 that both are scaled to, and the levers of the first that are (default what the first costs as it is). */
  readonly sum?: { readonly dollars: number; readonly scaled: readonly string[] };
  /** Series that both are compared by (default `adoption`). */
  readonly series?: string;
  /** Index that plans are compared at, 0 … horizon (default 34, May of year 3). */
  readonly month?: number;
  /** Replicates, 25 … 100,000 (default 64). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds what one of the two plans comes to. */
export interface LessonPlan {
  /** What they are compared by, at its month. */
  readonly reached: Summary;
  /** Planned cost over all months, in dollars of 2024. */
  readonly plannedCost: number;
  /** Dollars of 2024 spent in the worlds of the runs. */
  readonly spent: Summary;
  /** Checksums of the first and the last run. */
  readonly checksums: readonly string[];
}

/** Holds a plan that heeds a lesson beside one of equal planned cost, in the same worlds and luck. */
export interface LessonTold {
  /** Version of the package that made it. */
  readonly version: string;
  /** Text that every draw follows from. */
  readonly seed: string;
  /** How worlds were drawn. */
  readonly parameters: Draw;
  /** Replicates in which both plans have a run. */
  readonly replicates: number;
  /** Different worlds among the replicates. */
  readonly worlds: number;
  /** Series that both are compared by. */
  readonly series: string;
  /** Index that it is read at. */
  readonly month: number;
  /** The plan that heeds the lesson. */
  readonly using: LessonPlan;
  /** The other plan. */
  readonly instead: LessonPlan;
  /** The first less the other. */
  readonly difference: Difference;
  /** Replicates in which the first has more of it than the other. */
  readonly ahead: number;
  /** Replicates in which the first has less of it than the other. */
  readonly behind: number;
  /** Number of runs that failed: their replicate is left out. */
  readonly failures: number;
}

/**
 * Sets a plan that heeds a lesson beside one that spends as much otherwise. The other is brought to the sum as `atBudget`
 * does; told with 25 replicates first, and with twice as many each time.
 *
 * @throws InputError with everything that is wrong in the plans, where one cannot be brought to the sum, and with fewer
 *   than 25 replicates.
 */
export const lesson: Question<LessonInput, LessonTold> = async (input, { evaluate, signal, onProgress, onPartial }) => {
  const { instead, spentOn, sum, series = "adoption", month = 34, replicates = 64, seed = "uptake" } = input;
  checkCount("replicates", replicates);
  const costOf = async (one: Scenario): Promise<number> =>
    (await plannedCosts([one], { evaluate, signal }))[0] ?? Number.NaN;
  const asked = scenarioOf(input.scenario);
  const using: Budgeted = sum
    ? await atBudget(input.scenario, sum.dollars, { only: sum.scaled, costOf })
    : { scenario: asked, factor: 1, plannedCost: await costOf(asked), reached: true };
  const dollars = sum?.dollars ?? using.plannedCost;
  const other = await atBudget({ ...input.scenario, levers: instead }, dollars, { only: spentOn, costOf });
  const plans = await Promise.all([using, other].map(({ scenario }) => prepare(scenario)));
  const grown = growing(evaluate);
  const told = async (count: number): Promise<LessonTold> => {
    const { ensembles, failures } = await evaluateEnsembles(plans, {
      evaluate: grown,
      replicates: count,
      seed,
      signal,
      onProgress: (done) => onProgress(done, plans.length * replicates),
    });
    const [here, there] = ensembles as [Ensemble, Ensemble];
    const planOf = (ensemble: Ensemble, { plannedCost }: Budgeted): LessonPlan => ({
      reached: summariseAt(ensemble, series, month),
      plannedCost,
      spent: summaryOfTotals(ensemble.cost.total, unitsOf(ensemble.worlds)),
      checksums: [ensemble.checksums[0] ?? "", ensemble.checksums.at(-1) ?? ""],
    });
    return {
      version,
      seed,
      parameters: here.scenario.parameters.draw,
      replicates: here.replicates,
      worlds: here.worlds.count,
      series,
      month,
      using: planOf(here, using),
      instead: planOf(there, other),
      difference: pairedDifference(there, here, series, month),
      ...aheadAndBehind(there, here, series, month),
      failures: failures.length,
    };
  };
  return toldGrowing(doublings(replicates), told, onPartial);
};
