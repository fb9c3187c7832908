import type { Scenario } from "@uptake/model";

/** Returns the same scenario without any lever: business as usual, to be run beside it in the same worlds and luck. */
export function withoutLevers(scenario: Scenario): Scenario {
  return { ...scenario, name: "Business as usual", strategy: "business-as-usual", levers: {} };
}
