import { type Scenario, strategies } from "@uptake/model";
import { type PlannedCostsOptions, plannedCosts } from "@uptake/study/budget";
import { strategyScenarios } from "./strategy-scenarios.ts";

/** Holds what a preset is planned to cost over the whole run, in dollars of 2024. */
export interface PresetCost {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly plannedCost: number;
}

/** Returns what every preset is planned to cost where `scenario` is, at known prices and without shocks. */
export async function presetCosts(scenario: Scenario, options: PlannedCostsOptions): Promise<readonly PresetCost[]> {
  const names = strategies.map(({ name }) => name);
  const costs = await plannedCosts(await strategyScenarios(names, scenario), options);
  return strategies.map(({ name, title, kind }, p) => ({ name, title, kind, plannedCost: costs[p] as number }));
}
