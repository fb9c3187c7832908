import { prepare, prices, type Scenario, scenario as scenarioOf, simulate } from "@uptake/model";
import { mean } from "simple-statistics";

/** Sets how a plan's cost is estimated. */
export interface PlannedCostOptions {
  /** Number of runs the cost is a mean over, from 1 (default 16). */
  readonly replicates?: number;
  /** Text that the runs' draws follow from, not empty (default `budget`). */
  readonly seed?: string;
}

/**
 * Computes what a scenario is planned to cost over all its months, in dollars of 2024: the mean of the ledger over a few
 * runs in the fixed world, at the prices of the records, with the scenario's own values. A budget is drawn up at known
 * prices, for the schools expected to join, and for no misfortune; so shocks are left out, and so is the spread of
 * worlds. What is spent in sampled worlds differs from it, as prices and membership do.
 *
 * @throws InputError when the scenario cannot be prepared.
 */
export async function plannedCost(scenario: Scenario, options: PlannedCostOptions = {}): Promise<number> {
  const { replicates = 16, seed = "budget" } = options;
  const known = Object.fromEntries(prices.map((price) => [price.name, price.default]));
  const values = { ...known, ...scenario.parameters.values };
  const plan = await prepare(
    scenarioOf({ ...scenario, strategy: {}, shocks: [], survey: false, parameters: { draw: "fixed", values } }),
  );
  const costs = Array.from({ length: replicates }, (_, replicate) => simulate(plan, { seed, replicate }));
  return mean(costs.map(({ measures }) => measures.cost.total));
}
