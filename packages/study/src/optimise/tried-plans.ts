import type { Plan } from "@uptake/model";
import type { Evaluate, EvaluationFailure } from "../evaluate/evaluation.ts";
import { type Objective, type Outcomes, soughtSeries } from "./objective.ts";

/** Holds the outcomes of plans in the same worlds and luck. */
export interface TriedPlans {
  readonly outcomes: readonly (Outcomes & { readonly adoption: readonly number[]; readonly cost: readonly number[] })[];
  readonly failures: readonly EvaluationFailure[];
  readonly checksums: readonly string[];
}

/** Runs plans in some replicates and reads what decides, adoption, equity and cost. */
export async function outcomesOf(
  plans: readonly Plan[],
  objective: Objective,
  { seed, replicates }: { readonly seed: string; readonly replicates: readonly number[] },
  evaluate: Evaluate,
): Promise<TriedPlans & { readonly outcomes: TriedPlans["outcomes"][number][] }> {
  const { month } = objective;
  const statistics = [
    { series: soughtSeries(objective), month },
    { series: "worstTier", month },
    { series: "gap", month },
    { series: "adoption", month },
    { series: "cost", month: plans[0]?.scenario.horizon ?? 0 },
  ];
  const evaluations = plans.flatMap((_, plan) => replicates.map((replicate) => ({ plan, replicate })));
  const { values, checksums, failures } = await evaluate({ plans, seed, statistics, evaluations });
  const read = (plan: number, statistic: number): number[] =>
    replicates.map((_, r) => values[(plan * replicates.length + r) * statistics.length + statistic]!);
  const outcomes = plans.map((_, p) => ({
    sought: read(p, 0),
    worstTier: read(p, 1),
    gap: read(p, 2),
    adoption: read(p, 3),
    cost: read(p, 4),
  }));
  return { outcomes, failures, checksums };
}
