import { prepare, type Scenario } from "@uptake/model";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions } from "../evaluate/evaluation.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { asPlanned, budgetSeed } from "./planned-cost.ts";

/** Sets how the runs are made that planned costs are means over. */
export interface PlannedCostsOptions extends EvaluateOptions {
  /** Makes the runs (default {@link evaluateHere}). */
  readonly evaluate?: Evaluate;
  /** Runs of each scenario, from 1 (default 32). */
  readonly replicates?: number;
}

/**
 * Computes what each of several scenarios of one horizon is planned to cost, in dollars of 2024: `plannedCost` of each, but
 * for the last digits, by whoever makes runs. NaN where a run failed.
 *
 * @throws InputError when a scenario cannot be prepared.
 */
export async function plannedCosts(
  scenarios: readonly Scenario[],
  { evaluate = evaluateHere, replicates = 32, ...running }: PlannedCostsOptions = {},
): Promise<number[]> {
  const plans = await Promise.all(scenarios.map((one) => prepare(asPlanned(one))));
  const evaluations = plans.flatMap((_, plan) =>
    Array.from({ length: replicates }, (_, replicate) => ({ plan, replicate })),
  );
  const statistics = [{ series: "cost", month: scenarios[0]?.horizon ?? 0 }];
  const { values } = await evaluate({ plans, seed: budgetSeed, statistics, evaluations }, running);
  return plans.map((_, p) => meanInterval([...values.subarray(p * replicates, (p + 1) * replicates)]).mean);
}
