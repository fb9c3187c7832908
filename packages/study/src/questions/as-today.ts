import type { Scenario } from "@uptake/model";

/** Returns the same scenario without any lever. */
export const asToday = (scenario: Scenario): Scenario => ({
  ...scenario,
  name: "Business as usual",
  strategy: "business-as-usual",
  levers: {},
});
