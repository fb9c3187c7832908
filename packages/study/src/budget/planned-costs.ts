import type { Scenario } from "@uptake/model";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate, EvaluateOptions } from "../evaluate/evaluation.ts";
import { planCosts } from "./plan-costs.ts";

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
  const numbers = Array.from({ length: replicates }, (_, replicate) => replicate);
  return [...(await planCosts(scenarios, numbers, evaluate, running)).costs];
}
