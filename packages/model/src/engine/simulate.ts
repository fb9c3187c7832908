import { measuresOf } from "../measures/measures-of.ts";
import { openTally } from "../measures/tally.ts";
import type { DistrictPlan, Plan } from "../scenario/plan.ts";
import { readingOf } from "../scenario/reading-of.ts";
import { monthsOf } from "../state/month.ts";
import { checkExtensions } from "./check-extensions.ts";
import { DistrictSimulation } from "./district-simulation.ts";
import type { Mechanism, Observer } from "./extension.ts";
import { Replicate } from "./replicate.ts";
import type { DistrictRun, Run } from "./run.ts";

/** Says what to add to a run. */
export interface Extensions {
  readonly mechanisms?: readonly Mechanism[];
  readonly observers?: readonly Observer[];
}

/** Says which run of a plan to make, and what to add to it. */
export interface SimulateOptions extends Extensions {
  /** Seed text; any text but the empty one. */
  readonly seed: string;
  /** Whole number, 0 to 4,294,967,295: the world and the luck. The same for every plan that is to be compared. */
  readonly replicate: number;
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
 *
 * @throws InputError when the seed is empty, the replicate no whole number from 0, two mechanisms or observers have one
 *   name, or one gives what is no number or a term that there is not.
 */
export function simulate(plan: Plan, { seed, replicate, ...extensions }: SimulateOptions): Run {
  return simulateIn(new Replicate(seed, replicate), plan, extensions);
}

/**
 * Runs a plan once in `replicate`, with the bits of {@link simulate}. Plans run one after another in the same replicate
 * share the world, the tables and the start of districts where they agree on them, which spares a fifth of the time. Of
 * a plan that leaves settings unknown it runs the replicate's reading; see {@link readingOf}.
 */
export function simulateIn(replicate: Replicate, prepared: Plan, extensions: Extensions = {}): Run {
  checkExtensions(extensions);
  const plan = readingOf(prepared, replicate.replicate);
  const { scenario } = plan;
  const { horizon } = scenario;
  const { world, tables } = replicate.world(scenario);
  const tally = openTally(horizon);
  const begin = (one: DistrictPlan): DistrictSimulation => {
    const start = replicate.start(one, world, scenario.switches.everyoneAware);
    return new DistrictSimulation(plan, one, start, tables, tally, extensions);
  };

  const done: DistrictRun[] = [];
  const observed = observations(extensions.observers, plan.districts.length, horizon);
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
    seed: replicate.seed,
    replicate: replicate.replicate,
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
