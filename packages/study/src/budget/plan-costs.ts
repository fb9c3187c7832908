import { prepare, type Scenario } from "@uptake/model";
import { mean } from "simple-statistics";
import type { Evaluate, EvaluateOptions } from "../evaluate/evaluation.ts";
import { asPlanned, budgetSeed } from "./planned-cost.ts";

/**
 * Computes what each of several scenarios of one horizon is planned to cost, in dollars of 2024: `plannedCost` of the same
 * replicates, by whoever makes the runs. NaN where a run failed.
 *
 * @throws InputError when a scenario cannot be prepared.
 */
export async function planCosts(
  scenarios: readonly Scenario[],
  replicates: readonly number[],
  evaluate: Evaluate,
  options: EvaluateOptions,
): Promise<{ readonly costs: readonly number[]; readonly checksums: readonly string[] }> {
  const plans = await Promise.all(scenarios.map((scenario) => prepare(asPlanned(scenario))));
  const evaluations = plans.flatMap((_, plan) => replicates.map((replicate) => ({ plan, replicate })));
  const month = scenarios[0]?.horizon ?? 0;
  const job = { plans, seed: budgetSeed, statistics: [{ series: "cost", month }], evaluations };
  const { values, checksums } = await evaluate(job, options);
  const costs = plans.map((_, p) =>
    mean(Array.from(values.subarray(p * replicates.length, (p + 1) * replicates.length))),
  );
  return { costs, checksums };
}
