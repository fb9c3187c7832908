import { type Population, populate } from "../district/population.ts";
import type { World } from "../evidence/parameter.ts";
import { drawWorld } from "../evidence/world.ts";
import { measuresOf, openTally } from "../measures/tally.ts";
import { derive, hashText, type Key, rootKey } from "../numerics/random.ts";
import { assumedParameters } from "../scenario/assumed-parameters.ts";
import type { DistrictPlan, Plan } from "../scenario/plan.ts";
import { monthsOf } from "../state/month.ts";
import { DistrictSimulation } from "./district-simulation.ts";
import type { Mechanism, Observer } from "./extension.ts";
import type { DistrictRun, Run } from "./run.ts";
import { buildTables } from "./tables.ts";

/** Says which run of a plan to make, and what to add to it. */
export interface SimulateOptions {
  /** Seed text; any text but the empty one. */
  readonly seed: string;
  /** Whole number, at least 0: the world and the luck. The same for every plan that is to be compared. */
  readonly replicate: number;
  readonly mechanisms?: readonly Mechanism[];
  readonly observers?: readonly Observer[];
}

/** Returns the key of a district in one replicate of a seed. */
export function districtKey(seed: string, replicate: number, districtId: string): Key {
  return derive(derive(rootKey(seed), replicate), hashText(districtId));
}

/** Draws the population of a district as {@link simulate} would. */
export function populationOf(plan: DistrictPlan, world: World, key: Key, everyoneAware: boolean): Population {
  return populate(plan.district, world, key, { everyoneAware, founded: plan.founded });
}

/** Tells whether districts of the plan visit each other, so that they must be run month by month together. */
function areCoupled(plan: Plan): boolean {
  if (plan.districts.length < 2) return false;
  return plan.districts.some(({ effects }) =>
    effects["learning.interDistrict"]!.some((x, t) => x > 0 && effects["learning.visits"]![t]! > 0),
  );
}

/** Returns adoption in all districts but `d` together, given users and teachers of each. */
function adoptionElsewhere(simulations: readonly DistrictSimulation[], d: number): number {
  let users = 0;
  let teachers = 0;
  simulations.forEach((simulation, other) => {
    if (other === d) return;
    users += simulation.users();
    teachers += simulation.teachers();
  });
  return teachers > 0 ? users / teachers : 0;
}

/**
 * Runs a plan once. Pure and synchronous: the same plan, seed and replicate give the same bits on every engine.
 * Replicate *i* has a world, drawn as the scenario says (see {@link drawWorld}), and luck of its own.
 */
export function simulate(plan: Plan, options: SimulateOptions): Run {
  const { scenario } = plan;
  const { horizon } = scenario;
  const world = drawWorld(options.seed, options.replicate, assumedParameters(scenario));
  const tables = buildTables(world, scenario.switches);
  const tally = openTally(horizon);
  const begin = (one: DistrictPlan): DistrictSimulation => {
    const key = districtKey(options.seed, options.replicate, one.district.id);
    const population = populationOf(one, world, key, scenario.switches.everyoneAware);
    return new DistrictSimulation(plan, one, population, world, key, tables, tally, options);
  };

  const done: DistrictRun[] = [];
  const observed = observations(options.observers, plan.districts.length, horizon);
  let checksum = 0x811c9dc5;
  const finish = (simulation: DistrictSimulation, d: number): void => {
    done.push(simulation.run());
    checksum = Math.imul(checksum ^ simulation.checksum(), 0x01000193);
    for (const [name, values] of simulation.observed()) observed[name]!.set(values, d * (horizon + 1));
  };
  if (areCoupled(plan)) {
    const simulations = plan.districts.map(begin);
    for (let t = 0; t < horizon; t++) {
      const elsewhere = simulations.map((_, d) => adoptionElsewhere(simulations, d));
      simulations.forEach((simulation, d) => {
        simulation.step(monthsOf(plan.districts[d]!, horizon)[t]!, elsewhere[d]!);
      });
    }
    simulations.forEach(finish);
  } else {
    plan.districts.forEach((one, d) => {
      const simulation = begin(one);
      for (const at of monthsOf(one, horizon)) simulation.step(at, 0);
      finish(simulation, d);
    });
  }
  return {
    version: plan.version,
    seed: options.seed,
    replicate: options.replicate,
    world,
    measures: measuresOf(tally, scenario.survey),
    districts: done,
    observed,
    checksum: (checksum >>> 0).toString(16).padStart(8, "0"),
  };
}

function observations(
  observers: readonly Observer[] = [],
  districts: number,
  horizon: number,
): Record<string, Float64Array> {
  return Object.fromEntries(observers.map(({ name }) => [name, new Float64Array(districts * (horizon + 1))]));
}
