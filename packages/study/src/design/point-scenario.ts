import type { LeverUse, Scenario, World } from "@uptake/model";
import { scenario as scenarioOf } from "@uptake/model";

/** Holds what a point of a design sets: levers, and parameters of the world. */
export interface PointSettings {
  readonly levers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly values: World;
}

/** Sorts the values of a point into settings of levers, named as in `levers.coaching.release`, and parameters. */
export function pointSettings(factors: readonly string[], point: readonly number[]): PointSettings {
  const levers: Record<string, Record<string, number>> = {};
  const values: Record<string, number> = {};
  factors.forEach((name, i) => {
    const [root, lever, setting] = name.split(".") as [string, string, string];
    if (root !== "levers") values[name] = point[i]!;
    else levers[lever] = { ...levers[lever], [setting]: point[i]! };
  });
  return { levers, values };
}

/** Lays settings of levers over a scenario's own, which they replace at every month; the strategy keeps its name. */
export function withLevers(scenario: Scenario, settings: PointSettings["levers"]): Scenario {
  if (Object.keys(settings).length === 0) return scenario;
  const levers: Record<string, LeverUse> = { ...scenario.levers };
  for (const [name, use] of Object.entries(settings)) levers[name] = { ...levers[name], ...use };
  return { ...scenarioOf({ ...scenario, strategy: { name: scenario.strategy }, levers }), strategy: scenario.strategy };
}
