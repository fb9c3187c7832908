import { prepare, type Scenario, strategies } from "@uptake/model";
import { asPlanned, budgetSeed } from "@uptake/study/budget";
import type { Evaluate, EvaluateOptions } from "@uptake/study/evaluate";
import { mean } from "simple-statistics";
import { strategyScenarios } from "./strategy-scenarios.ts";

/** Holds what a preset is planned to cost over the whole run, in dollars of 2024. */
export interface PresetCost {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly plannedCost: number;
}

/** Runs that each cost is a mean over. */
const replicates = 32;

/** Returns what every preset is planned to cost where `scenario` is, at known prices and without shocks. */
export async function presetCosts(
  scenario: Scenario,
  evaluate: Evaluate,
  options: EvaluateOptions,
): Promise<readonly PresetCost[]> {
  const scenarios = await strategyScenarios(
    strategies.map(({ name }) => name),
    scenario,
  );
  const plans = await Promise.all(scenarios.map((one) => prepare(asPlanned(one))));
  const evaluations = plans.flatMap((_, plan) => Array.from({ length: replicates }, (_, replicate) => ({ plan, replicate })));
  const statistics = [{ series: "cost", month: scenario.horizon }];
  const { values } = await evaluate({ plans, seed: budgetSeed, statistics, evaluations }, options);
  return strategies.map(({ name, title, kind }, p) => {
    const own = values.subarray(p * replicates, (p + 1) * replicates);
    return { name, title, kind, plannedCost: mean(Array.from(own)) };
  });
}
