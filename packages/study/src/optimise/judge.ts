import { prepare, type Scenario } from "@uptake/model";
import type { Evaluate, EvaluationFailure } from "../evaluate/evaluation.ts";
import { seriesRange } from "../readings/series-range.ts";
import { type ChanceLevel, levelWithChance } from "../statistics/level-with-chance.ts";
import type { MeanInterval } from "../statistics/mean-interval.ts";
import { meanOfPresent } from "../statistics/mean-of-present.ts";
import { ascending, sortedQuantile } from "../statistics/quantile.ts";
import { presentOf, type Units, unitsOf, worldsOf } from "../statistics/worlds-of.ts";
import { levelChances } from "../target/target-levels.ts";
import type { Chosen } from "./decision.ts";
import { type Floor, floorKept } from "./floor.ts";
import { achieved, type Objective, soughtSeries, type ValueInterval } from "./objective.ts";
import { outcomesOf, type TriedPlans } from "./tried-plans.ts";

/** Holds a plan to be tried in worlds held out. */
export interface PlanToJudge {
  /** Name as shown. */
  readonly label: string;
  /** Whether the search found it; the others are yardsticks. */
  readonly found: boolean;
  /** The plan. */
  readonly scenario: Scenario;
  /** What was chosen, by decision; null for a yardstick. */
  readonly values: Chosen | null;
  /** What the intensities of a yardstick were multiplied by, to bring it within a sum; 1 for every other plan. */
  readonly factor: number;
  /** Dollars of 2024. */
  readonly plannedCost: number;
}

/** Holds what a plan does in worlds held out, each number with its 95% interval; null where no run has it. */
export interface JudgedPlan extends PlanToJudge {
  /** What is sought. */
  readonly value: ValueInterval | null;
  /** Mean of the series that is sought: the same as the value where a mean is sought. */
  readonly reached: MeanInterval | null;
  /** Level that the series reaches with each of {@link levelChances}. */
  readonly levels: readonly ChanceLevel[];
  /** Share of teachers who use or own the practice, in the month of the objective. */
  readonly adoption: MeanInterval | null;
  /** Adoption in the poverty third with least of it, in that month. */
  readonly worstTier: MeanInterval | null;
  /** Adoption of the low-poverty third less that of the high-poverty third, in that month. */
  readonly gap: MeanInterval | null;
  /** Dollars of 2024 spent over the run, in these worlds and at their prices. */
  readonly cost: MeanInterval | null;
  /** Tenth and ninetieth percentile of what the runs spent, in dollars of 2024: a budget is held against planned cost. */
  readonly costSpread: { readonly p10: number; readonly p90: number } | null;
  /** Whether it keeps the floor; null where there is none. */
  readonly floor: "kept" | "broken" | "cannot-tell" | null;
}

/** Holds a judged plan with its outcomes, one a replicate, and the worlds these are of. */
export interface Trial {
  readonly plan: JudgedPlan;
  readonly outcomes: TriedPlans["outcomes"][number];
  readonly units: Units;
}

function spreadOf(all: readonly number[]): JudgedPlan["costSpread"] {
  const sorted = ascending(all.filter((value) => !Number.isNaN(value)));
  return sorted.length === 0 ? null : { p10: sortedQuantile(sorted, 0.1), p90: sortedQuantile(sorted, 0.9) };
}

function levelsOf(all: readonly number[], own: Units): ChanceLevel[] {
  const { values, units } = presentOf(all, own);
  return values.length === 0 ? [] : levelChances.map((chance) => levelWithChance(values, chance, units));
}

/** Tries plans in the replicates held out from every search, all in the same worlds and luck. */
export async function judge(input: {
  readonly plans: readonly PlanToJudge[];
  readonly objective: Objective;
  readonly floor: Floor;
  readonly seed: string;
  /** Replicates that no search has seen. */
  readonly replicates: readonly number[];
  readonly evaluate: Evaluate;
}): Promise<{
  readonly trials: readonly Trial[];
  readonly failures: readonly EvaluationFailure[];
  readonly checksums: readonly string[];
}> {
  const { objective, floor, seed, replicates } = input;
  const prepared = await Promise.all(input.plans.map(({ scenario }) => prepare(scenario)));
  const tried = await outcomesOf(prepared, objective, { seed, replicates }, input.evaluate);
  const units = prepared[0] && unitsOf(worldsOf(seed, replicates, prepared[0].scenario.parameters));
  const trials = input.plans.map((plan, i): Trial => {
    const outcomes = tried.outcomes[i] as Trial["outcomes"];
    const { sought, adoption, worstTier, gap, cost } = outcomes;
    return {
      plan: {
        ...plan,
        value: achieved(objective, sought, units),
        reached: meanOfPresent(sought, units, seriesRange(soughtSeries(objective))),
        levels: levelsOf(sought, units),
        adoption: meanOfPresent(adoption, units, seriesRange("adoption")),
        worstTier: meanOfPresent(worstTier, units, seriesRange("worstTier")),
        gap: meanOfPresent(gap, units, seriesRange("gap")),
        cost: meanOfPresent(cost, units, seriesRange("cost")),
        costSpread: spreadOf(cost),
        floor: floorKept(floor, outcomes, units),
      },
      outcomes,
      units,
    };
  });
  return { trials, failures: tried.failures, checksums: tried.checksums };
}
