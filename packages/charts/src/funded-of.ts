import type { Scenario } from "@uptake/model";

/** Returns how many months of a scenario are funded; null where it uses no lever, so that nothing is. */
export function fundedOf({ levers, funded }: Scenario): number | null {
  return Object.keys(levers).length > 0 ? funded : null;
}
