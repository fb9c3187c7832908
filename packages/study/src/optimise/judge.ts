import { prepare, type Scenario } from "@uptake/model";
import type { Evaluate, EvaluationFailure } from "../evaluate/evaluation.ts";
import { type MeanInterval, meanInterval } from "../statistics/mean-interval.ts";
import { presentOf, type Units, unitsOf, worldsOf } from "../statistics/worlds-of.ts";
import { achieved, type Floor, floorKept, lessThanBest, type Objective, type ValueInterval } from "./objective.ts";
import { outcomesOf } from "./tried-plans.ts";

/** Holds a plan to be tried in worlds held out. */
export interface PlanToJudge {
  readonly label: string;
  /** Whether the search found it; the others are yardsticks. */
  readonly found: boolean;
  readonly scenario: Scenario;
  /** Values of the decisions by name; null for a yardstick. */
  readonly values: Readonly<Record<string, number>> | null;
  /** Dollars of 2024. */
  readonly plannedCost: number;
}

/** Holds what a plan does in worlds held out, each number with its 95% interval; null where no run has it. */
export interface JudgedPlan extends PlanToJudge {
  /** What is sought. */
  readonly value: ValueInterval | null;
  readonly adoption: MeanInterval | null;
  readonly worstTier: MeanInterval | null;
  readonly gap: MeanInterval | null;
  /** Dollars of 2024 spent over the run, in these worlds and at their prices. */
  readonly cost: MeanInterval | null;
  /** Whether it keeps the floor; null where there is none. */
  readonly floor: "kept" | "broken" | "cannot-tell" | null;
  /** This plan less the best, in the same worlds and luck. */
  readonly lessBest: ValueInterval | null;
  /** Whether the interval of that reaches zero, so that these runs do not tell the two apart; true of the best. */
  readonly tied: boolean;
}

const meanOf = (all: readonly number[], own: Units): MeanInterval | null => {
  const { values, units } = presentOf(all, own);
  return values.length === 0 ? null : meanInterval(values, units);
};

const rank = { kept: 0, "cannot-tell": 1, broken: 2 } as const;

/**
 * Tries plans in the replicates held out from every search, and holds each against the best that was found: the first by floor (kept, cannot tell, broken), then by value. Found plans come first, in that order, and are numbered by it.
 */
export async function judge(input: {
  readonly plans: readonly PlanToJudge[];
  readonly objective: Objective;
  readonly floor: Floor;
  readonly seed: string;
  /** Replicates that no search has seen. */
  readonly replicates: readonly number[];
  readonly evaluate: Evaluate;
}): Promise<{
  readonly plans: JudgedPlan[];
  readonly failures: readonly EvaluationFailure[];
  readonly checksums: readonly string[];
}> {
  const { objective, floor, seed, replicates } = input;
  const prepared = await Promise.all(input.plans.map(({ scenario }) => prepare(scenario)));
  const heldOut = { seed, replicates };
  const { outcomes, failures, checksums } = await outcomesOf(prepared, objective, heldOut, input.evaluate);
  const units = prepared[0] && unitsOf(worldsOf(seed, replicates, prepared[0].scenario.parameters));
  const judged = input.plans.map((plan, i) => {
    const { sought, adoption, worstTier, gap, cost } = outcomes[i]!;
    const one = {
      ...plan,
      value: achieved(objective, sought, units),
      adoption: meanOf(adoption, units),
      worstTier: meanOf(worstTier, units),
      gap: meanOf(gap, units),
      cost: meanOf(cost, units),
      floor: floorKept(floor, outcomes[i]!, units),
    };
    return { one, sought };
  });
  const order = judged.filter(({ one }) => one.found);
  const places = (verdict: JudgedPlan["floor"]): number => (verdict === null ? 0 : rank[verdict]);
  order.sort(
    (a, b) =>
      places(a.one.floor) - places(b.one.floor) ||
      (b.one.value?.value ?? -1) - (a.one.value?.value ?? -1) ||
      (b.one.adoption?.mean ?? -1) - (a.one.adoption?.mean ?? -1),
  );
  const best = order[0]!;
  const plans = [...order, ...judged.filter(({ one }) => !one.found)].map(({ one: it, sought }, i): JudgedPlan => {
    const one = it.found ? { ...it, label: `plan ${i + 1}` } : it;
    if (it === best.one) return { ...one, lessBest: { value: 0, low: 0, high: 0 }, tied: true };
    const lessBest = lessThanBest(objective, sought, best.sought, units);
    return { ...one, lessBest, tied: lessBest !== null && lessBest.low <= 0 && lessBest.high >= 0 };
  });
  return { plans, failures, checksums };
}
