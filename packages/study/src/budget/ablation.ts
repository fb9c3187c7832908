import {
  InputError,
  type LeverUse,
  prepare,
  type Scenario,
  type ScenarioInput,
  scenario as scenarioOf,
} from "@uptake/model";
import { type Difference, pairedDifference } from "../compare/compare.ts";
import { type Ensemble, ensembles } from "../ensemble/ensemble.ts";
import { KeptReplicates } from "../ensemble/kept-replicates.ts";
import { column } from "../ensemble/series.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { atBudget, type Budgeted } from "./at-budget.ts";
import { type Lesson, lessons, withoutLesson } from "./lessons.ts";
import { leversToScale } from "./levers-to-scale.ts";
import { type PlannedCostOptions, plannedCostIn } from "./planned-cost.ts";

/** Sets how lessons are left out and compared. */
export interface AblationOptions {
  /** Sum both strategies are planned to cost, in dollars of 2024. */
  readonly dollars: number;
  /** Series compared (default `adoption`). */
  readonly series?: string;
  /** Index of the series, 0 … horizon (default 34, May of year 3). */
  readonly month?: number;
  /** Number of replicates (default 64). */
  readonly replicates?: number;
  /** Text that every draw follows from, not empty (default `uptake`). */
  readonly seed?: string;
  /** How planned cost is estimated. */
  readonly planning?: PlannedCostOptions;
}

/** Holds what a lesson adds: the strategy with it less the strategy without it, in the same worlds and luck. */
export interface Ablated {
  /** What the lesson adds to the series at its index. */
  readonly adds: Difference;
  /** Share of replicates in which the two rank the other way round than they do on average; a tie is no flip. */
  readonly flips: number;
  /** What the strategy without the lesson is planned to cost, in dollars of 2024. */
  readonly plannedCost: number;
}

/** Holds one lesson left out: its money spent on the rest of the strategy, and its money saved. */
export interface LessonAblation {
  /** The lesson left out. */
  readonly lesson: Lesson;
  /** The lesson's money spent on the rest: both strategies are planned to cost the same sum. */
  readonly atEqualBudget: Ablated;
  /** The lesson's money saved: the rest is as it was. */
  readonly withoutItsMoney: Ablated;
}

/** Brings the strategy without a lesson to the sum, saying which one where that fails. */
async function without(lesson: Lesson, full: Scenario, levers: Record<string, LeverUse>, options: AblationOptions) {
  try {
    return await atBudget({ ...full, strategy: {}, levers }, options.dollars, {
      ...options.planning,
      only: leversToScale(levers),
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.issues.map((one) => ({ ...one, message: `without ${lesson.name}, ${one.message}` })));
  }
}

function compared(full: Ensemble, other: Ensemble, plannedCost: number, series: string, month: number): Ablated {
  const adds = pairedDifference(other, full, series, month);
  const here = column(seriesOf(full, series), month);
  const there = column(seriesOf(other, series), month);
  const against = here.filter((value, r) => (value - (there[r] as number)) * (adds.estimate ?? 0) < 0);
  return { adds, flips: against.length / here.length, plannedCost };
}

/**
 * Leaves each of the six lessons out of a strategy in turn and tells what it adds. Twice: at equal budget, where both are
 * brought to `dollars` by {@link atBudget}, so that the lesson's money goes to the rest; and with the lesson taken out of
 * the budgeted strategy and its money saved.
 *
 * @throws InputError when a strategy cannot be brought to the sum, or an option is out of its range.
 */
export async function ablation(input: string | ScenarioInput, options: AblationOptions): Promise<LessonAblation[]> {
  const { dollars, series = "adoption", month = 34, replicates = 64, seed = "uptake", planning } = options;
  const asked = scenarioOf(typeof input === "string" ? { strategy: input } : input);
  const full: Budgeted = await atBudget(asked, dollars, { ...planning, only: leversToScale(asked.levers) });
  const equal: Budgeted[] = [];
  const saved: Scenario[] = [];
  for (const lesson of lessons) {
    equal.push(await without(lesson, asked, withoutLesson(asked.levers, lesson), options));
    const levers = withoutLesson(full.scenario.levers, lesson);
    saved.push(scenarioOf({ ...full.scenario, strategy: {}, levers }));
  }
  // Replicate by replicate, so that all of them share what they start from.
  const plans = [full, ...equal].map(({ scenario }) => scenario).concat(saved);
  const [whole, ...others] = await ensembles(await Promise.all(plans.map((one) => prepare(one))), { replicates, seed });
  const kept = new KeptReplicates();
  const results: LessonAblation[] = [];
  for (const [k, lesson] of lessons.entries()) {
    const of = (other: Ensemble | undefined, cost: number): Ablated =>
      compared(whole as Ensemble, other as Ensemble, cost, series, month);
    results.push({
      lesson,
      atEqualBudget: of(others[k], (equal[k] as Budgeted).plannedCost),
      withoutItsMoney: of(others[lessons.length + k], await plannedCostIn(kept, saved[k] as Scenario, planning)),
    });
  }
  return results;
}
