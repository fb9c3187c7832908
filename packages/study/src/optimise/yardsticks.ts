import { InputError, type Scenario, scenario as scenarioOf } from "@uptake/model";
import { atBudget } from "../budget/at-budget.ts";
import { plannedCost } from "../budget/planned-cost.ts";
import type { PlanToJudge } from "./judge.ts";

/**
 * Lists what found plans are held against: business as usual; the scenario as it stands, where it is neither of the
 * others; coaching alone. The latter two
 * are scaled down to the sum by {@link atBudget} where they cost more, and stand as they are where they cost less.
 */
export async function yardsticksAt(
  scenario: Scenario,
  budget: number,
  numbers: readonly number[],
): Promise<{ readonly plans: readonly PlanToJudge[]; readonly missing: readonly string[] }> {
  const usual = scenarioOf({ ...scenario, strategy: "business-as-usual", levers: {} });
  const coaching = scenarioOf({ ...scenario, strategy: "coaching-only", levers: {} });
  const plans: PlanToJudge[] = [
    {
      label: "business as usual",
      found: false,
      values: null,
      scenario: usual,
      plannedCost: await plannedCost(usual, { numbers }),
    },
  ];
  const missing: string[] = [];
  const isCoaching = JSON.stringify(scenario.levers) === JSON.stringify(coaching.levers);
  const own: [string, Scenario][] =
    isCoaching || Object.keys(scenario.levers).length === 0 ? [] : [["the scenario as it stands", scenario]];
  for (const [label, full] of [...own, ["coaching only", coaching] as const]) {
    const cost = await plannedCost(full, { numbers });
    if (cost <= budget) {
      plans.push({ label, found: false, values: null, scenario: full, plannedCost: cost });
      continue;
    }
    try {
      const only = Object.keys(full.levers).filter((name) => name !== "assessment");
      const scaled = await atBudget({ ...full, strategy: { name: full.strategy } }, budget, { numbers, only });
      plans.push({
        label: `${label}, scaled to the sum`,
        found: false,
        values: null,
        scenario: scaled.scenario,
        plannedCost: scaled.plannedCost,
      });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      missing.push(`${label}: ${error.issues.map(({ message }) => message).join("; ")}`);
    }
  }
  return { plans, missing };
}
