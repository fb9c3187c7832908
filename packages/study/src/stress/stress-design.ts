import { drawWorld, type Plan, prepare, type Scenario, type World, worldCount } from "@uptake/model";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { ShockSet } from "./named-shocks.ts";

/** Says which run of a stress test one is. */
export interface StressSetting {
  /** Name of the strategy. */
  readonly strategy: string;
  /** Name of the set of shocks. */
  readonly shock: string;
  /** Number of the world, from 0: that of the replicate. */
  readonly world: number;
  /** Number of the run of that world, from 0. */
  readonly luck: number;
}

/** Holds the runs of a stress test: by strategy, then set of shocks, then world, then luck. */
export interface StressDesign {
  readonly plans: readonly Plan[];
  readonly evaluations: readonly Evaluation[];
  /** What each evaluation is. */
  readonly settings: readonly StressSetting[];
  readonly worlds: readonly World[];
  /** Month in which levers start in each world, by lever. */
  readonly starts: Readonly<Record<string, readonly number[]>>;
}

/** Lays out the runs of a stress test; worlds and luck are the same for all strategies and shocks. */
export async function stressDesign(
  scenarios: readonly Scenario[],
  shocks: readonly ShockSet[],
  asked: {
    readonly from: "kept" | "priors";
    readonly count: number;
    readonly luck: number;
    readonly seed: string;
    readonly starts: Readonly<Record<string, readonly number[]>>;
  },
): Promise<StressDesign> {
  const { from, count, luck, seed } = asked;
  const combinations = combine(asked.starts);
  const plans: Plan[] = [];
  for (const one of scenarios)
    for (const set of shocks) for (const at of combinations) plans.push(await prepare(stressed(one, set, at)));
  // Worlds of a table come round after as many replicates, with other luck; what is drawn anew has to be carried along.
  const { parameters } = scenarios[0] as Scenario;
  const beliefs = { ...parameters, draw: from === "kept" ? "sampled" : "priors" } as const;
  const round = worldCount(beliefs) ?? count;
  const carried = from === "priors" || Object.keys(parameters.priors).length > 0;
  const worlds = Array.from({ length: count }, (_, w): World => drawWorld(seed, w, beliefs));
  const evaluations: Evaluation[] = [];
  const settings: StressSetting[] = [];
  scenarios.forEach(({ name: strategy }, s) => {
    shocks.forEach(({ name: shock }, k) => {
      for (let world = 0; world < count; world++)
        for (let l = 0; l < luck; l++) {
          const plan = (s * shocks.length + k) * combinations.length + (world % combinations.length);
          const own = carried && l > 0 ? { values: worlds[world] as World } : {};
          evaluations.push({ plan, replicate: world + l * round, ...own });
          settings.push({ strategy, shock, world, luck: l });
        }
    });
  });
  const startOf = (lever: string, w: number): number =>
    (combinations[w % combinations.length] as Record<string, number>)[lever] as number;
  const starts = Object.fromEntries(
    Object.keys(asked.starts).map((lever) => [lever, worlds.map((_, w) => startOf(lever, w))]),
  );
  return { plans, evaluations, settings, worlds, starts };
}

/** Adds shocks to a scenario's own, and moves the start of the levers it uses. */
function stressed(scenario: Scenario, { shocks }: ShockSet, starts: Readonly<Record<string, number>>): Scenario {
  const levers = { ...scenario.levers };
  for (const [lever, start] of Object.entries(starts))
    if (levers[lever] !== undefined) levers[lever] = { ...levers[lever], start };
  return { ...scenario, levers, shocks: [...scenario.shocks, ...shocks] };
}

/** Lists every combination of start months. */
export function combine(starts: Readonly<Record<string, readonly number[]>>): Record<string, number>[] {
  return Object.entries(starts).reduce<Record<string, number>[]>(
    (all, [lever, months]) => all.flatMap((one) => months.map((month) => ({ ...one, [lever]: month }))),
    [{}],
  );
}
