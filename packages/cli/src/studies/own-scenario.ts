import { type Group, groupOf } from "@uptake/model/upgrade";

/** Returns the fields of a scenario that a study gives in the place of a strategy; undefined for a strategy. */
export function ownScenario(strategy: unknown): Group | undefined {
  const { scenario, ...rest } = groupOf(strategy) ?? {};
  return Object.keys(rest).length === 0 ? groupOf(scenario) : undefined;
}
