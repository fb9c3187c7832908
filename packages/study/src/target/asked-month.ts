import type { Scenario } from "@uptake/model";
import { sustainedMonth } from "./sustained.ts";

/** Names an index at which runs are read: that of the target, two years after funding ends, or a number. */
export type AskedMonth = "target" | "sustained" | number;

/** Returns the index that is asked for, by the target and the funded months of a scenario. */
export function askedMonth(asked: AskedMonth, scenario: Scenario): number {
  if (asked === "target") return scenario.target.month;
  return asked === "sustained" ? sustainedMonth(scenario) : asked;
}
