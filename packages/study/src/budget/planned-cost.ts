import { prepare, prices, type Scenario, scenario as scenarioOf } from "@uptake/model";
import { mean } from "simple-statistics";
import { KeptReplicates } from "../ensemble/kept-replicates.ts";

/** Sets how a plan's cost is estimated. */
export interface PlannedCostOptions {
  /** Number of runs the cost is a mean over, from 1 (default 32). */
  readonly replicates?: number;
  /** Text that the runs' draws follow from, not empty (default `budget`). */
  readonly seed?: string;
  /** Numbers of those runs, in the place of 0 … replicates − 1. */
  readonly numbers?: readonly number[];
}

/** Seed of the runs that a budget is drawn up from, unless another is asked for. */
export const budgetSeed = "budget";

/**
 * Computes what a scenario is planned to cost over all its months, in dollars of 2024: the mean of the ledger over a few
 * runs, worlds drawn as the scenario says. A budget is drawn up at known prices, those of the records unless the scenario
 * gives its own, for the schools expected to join, and for no misfortune; so shocks are left out. What is spent in the
 * worlds of a study differs from it by chance, and by prices where worlds draw them.
 *
 * @throws InputError when the scenario cannot be prepared.
 */
export async function plannedCost(scenario: Scenario, options: PlannedCostOptions = {}): Promise<number> {
  return plannedCostIn(new KeptReplicates(0), scenario, options);
}

/** Computes the planned cost of one of several scenarios of a district, of which the runs of each find what is kept. */
export async function plannedCostIn(
  kept: KeptReplicates,
  scenario: Scenario,
  options: PlannedCostOptions = {},
): Promise<number> {
  const { replicates = 32, seed = budgetSeed, numbers = Array.from({ length: replicates }, (_, r) => r) } = options;
  const plan = await prepare(asPlanned(scenario));
  const run = kept.runs(plan, seed);
  return mean(numbers.map((replicate) => run(replicate).measures.cost.total));
}

/** Returns the scenario that a budget is drawn up for: known prices, no shocks, no survey. */
export function asPlanned(scenario: Scenario): Scenario {
  const known = Object.fromEntries(prices.map((price) => [price.name, price.default]));
  const { parameters: own } = scenario;
  const parameters = { ...own, values: { ...known, ...own.values } };
  return scenarioOf({ ...scenario, strategy: {}, shocks: [], survey: false, parameters });
}
