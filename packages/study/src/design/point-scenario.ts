import type { LeverUse, Scenario, World } from "@uptake/model";
import { scenario as scenarioOf } from "@uptake/model";
import type { Level } from "./level.ts";

/** Holds what a point of a design sets: levers, parameters of the world, and what else of a scenario it names. */
export interface PointSettings {
  /** Settings and choices by lever and name. */
  readonly levers: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
  /** Values of parameters, by name. */
  readonly values: World;
  /** Name of the strategy, where that is a factor. */
  readonly strategy?: string;
  /** Name of the embedded district, where that is a factor. */
  readonly district?: string;
  /** Switches that are factors. */
  readonly switches?: Partial<Scenario["switches"]>;
  /** Parts of the target that are factors. */
  readonly target?: Partial<Scenario["target"]>;
}

/**
 * Sorts the values of a point into settings of levers, named as in `levers.coaching.release`, parameters, the strategy,
 * the district, switches as in `switches.contagion`, and the target as in `target.share`.
 */
export function pointSettings(factors: readonly string[], point: readonly Level[]): PointSettings {
  const levers: Record<string, Record<string, number | string>> = {};
  const values: Record<string, number> = {};
  const others: Record<string, Level | Record<string, Level>> = {};
  factors.forEach((name, i) => {
    const value = point[i]!;
    const [root, second, third] = name.split(".") as [string, string, string];
    if (name === "strategy" || name === "district") others[name] = value;
    else if (root === "switches" || root === "target")
      others[root] = { ...(others[root] as Record<string, Level>), [second]: value };
    else if (root === "levers") levers[second] = { ...levers[second], [third]: value as number | string };
    else values[name] = value as number;
  });
  return { levers, values, ...others };
}

/** Holds what a point sets of a scenario; values of parameters are of the world, and change nothing here. */
export type Settings = Omit<PointSettings, "values"> & Partial<Pick<PointSettings, "values">>;

/**
 * Lays the settings of a point over a scenario's own, which they replace at every month. Another strategy brings levers of
 * its own; one that is set at single levers keeps its name.
 */
export function withSettings(scenario: Scenario, { values: _, ...settings }: Settings): Scenario {
  if (Object.keys(settings).length === 1 && Object.keys(settings.levers).length === 0) return scenario;
  const {
    levers: over,
    strategy = scenario.strategy,
    district = scenario.district,
    switches = {},
    target = {},
  } = settings;
  const own = strategy === scenario.strategy ? scenario.levers : scenarioOf({ strategy }).levers;
  const levers: Record<string, LeverUse> = { ...own };
  for (const [name, use] of Object.entries(over)) levers[name] = { ...levers[name], ...use } as LeverUse;
  const changed = scenarioOf({
    ...scenario,
    district,
    switches: { ...scenario.switches, ...switches },
    target: { ...scenario.target, ...target },
    strategy: { name: strategy },
    levers,
  });
  return { ...changed, strategy };
}
