import { prepare, type Scenario } from "@uptake/model";
import { mean } from "simple-statistics";
import type { Evaluate, EvaluateOptions } from "../evaluate/evaluation.ts";
import { asPlanned } from "../planned-cost.ts";

/**
 * Computes what each scenario is planned to cost, in dollars of 2024: `plannedCost` of the same number of replicates, by
 * whoever makes the runs. NaN where a run failed.
 */
export async function planCosts(
  scenarios: readonly Scenario[],
  replicates: number,
  evaluate: Evaluate,
  options: EvaluateOptions,
): Promise<{ readonly costs: readonly number[]; readonly checksums: readonly string[] }> {
  const plans = await Promise.all(scenarios.map((scenario) => prepare(asPlanned(scenario))));
  const evaluations = plans.flatMap((_, plan) =>
    Array.from({ length: replicates }, (_, replicate) => ({ plan, replicate })),
  );
  const month = scenarios[0]?.horizon ?? 0;
  const job = { plans, seed: "budget", statistics: [{ series: "cost", month }], evaluations };
  const { values, checksums } = await evaluate(job, options);
  const costs = plans.map((_, p) => mean(Array.from(values.subarray(p * replicates, (p + 1) * replicates))));
  return { costs, checksums };
}
