import { prepare, type Scenario } from "@uptake/model";
import type { Evaluate, Signal } from "../../evaluate/evaluation.ts";
import { shortInput } from "../../link/short-input.ts";
import type { RankedPlan } from "../../optimise/rank-plans.ts";
import { ofShares } from "../../statistics/held-within.ts";
import { meanOfPresent } from "../../statistics/mean-of-present.ts";
import { unitsOf, worldsOf } from "../../statistics/worlds-of.ts";
import { sustainedMonth } from "../../target/sustained.ts";
import { targetSeries } from "../../target/target-series.ts";
import { calledAs } from "./called-as.ts";
import type { TakePlan } from "./take-answer.ts";

/** Tells the best plans, and runs them once more, in the same worlds and luck, for what is sustained. */
export async function toldPlans(
  plans: readonly RankedPlan[],
  how: {
    readonly seed: string;
    readonly judged: readonly number[];
    readonly evaluate: Evaluate;
    readonly signal: Signal;
  },
): Promise<TakePlan[]> {
  const later = await sustainedOf(
    plans.map(({ scenario }) => scenario),
    how,
  );
  return plans.map((plan, i): TakePlan => {
    const { label, found, scenario, factor, plannedCost, worstTier, gap, cost, floor, value, reached, tied } = plan;
    const { levers } = scenario;
    const told = { label, found, factor, plannedCost, worstTier, gap, cost, floor, reached, tied, levers };
    return { ...told, chance: value, scenario: shortInput(calledAs(label, scenario)), sustained: later[i] ?? null };
  });
}

async function sustainedOf(
  scenarios: readonly Scenario[],
  { seed, judged, evaluate, signal }: Parameters<typeof toldPlans>[1],
): Promise<TakePlan["sustained"][]> {
  const [first] = scenarios;
  if (!first || sustainedMonth(first) > first.horizon) return [];
  const plans = await Promise.all(scenarios.map((one) => prepare(one)));
  const statistics = [{ series: targetSeries(first.target.of), month: sustainedMonth(first) }];
  const evaluations = plans.flatMap((_, plan) => judged.map((replicate) => ({ plan, replicate })));
  const { values } = await evaluate({ plans, seed, statistics, evaluations }, { signal });
  const own = unitsOf(worldsOf(seed, judged, first.parameters));
  return plans.map((_, p) => meanOfPresent(values.subarray(p * judged.length, (p + 1) * judged.length), own, ofShares));
}
