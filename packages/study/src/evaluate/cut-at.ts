import type { Plan } from "@uptake/model";

/** Ends a plan at index `month`, at least 1; all that comes before stays the same to the bit. */
export function cutAt(plan: Plan, month: number): Plan {
  const horizon = Math.min(plan.scenario.horizon, Math.max(1, month));
  return { ...plan, scenario: { ...plan.scenario, horizon } };
}
