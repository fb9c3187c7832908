import { type OpenDesks, openPlainDesk } from "../district/open-desk.ts";
import { populateAt } from "../district/population.ts";
import type { World } from "../evidence/parameter.ts";
import type { drawWorld } from "../evidence/world.ts";
import { assumedParameters } from "../scenario/assumed-parameters.ts";
import type { DistrictPlan } from "../scenario/plan.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { checkReplicate } from "./check-replicate.ts";
import { districtKey } from "./district-key.ts";
import { type DistrictStart, drawStart } from "./district-start.ts";
import { buildTables, type Tables } from "./tables.ts";

/** Draws what runs in one replicate of a seed start from. */
export interface Draws {
  readonly seed: string;
  readonly replicate: number;
  /** Returns a scenario's world, drawn as the scenario says, and the tables of its runs. */
  world(scenario: Scenario): { readonly world: World; readonly tables: Tables };
  /** Returns what a district starts from in `world`. */
  start(plan: DistrictPlan, world: World, everyoneAware: boolean): DistrictStart;
}

/** Draws the world of a replicate, as {@link drawWorld} does. */
export type DrawWorld = typeof drawWorld;

/**
 * Draws everything anew each time it is asked for, worlds by `drawWorld`, with the bits of a `Replicate`, which remembers.
 *
 * @throws InputError when the seed is empty or no text, or the replicate is not a whole number in its range.
 */
export function drawsAnew(seed: string, replicate: number, drawWorld: DrawWorld): Draws {
  checkReplicate(seed, replicate);
  const draws: Draws = {
    seed,
    replicate,
    world: (scenario) => {
      const world = drawWorld(seed, replicate, assumedParameters(scenario));
      return { world, tables: buildTables(world, scenario.switches) };
    },
    start: (plan, world, everyoneAware) => drawDistrict(openPlainDesk, draws, plan, world, everyoneAware),
  };
  return draws;
}

/**
 * Draws a district's teachers, and what else it starts from, in the replicate of `draws`. Ties are placed at desks that
 * `open` opens; any gives the same ones.
 */
export function drawDistrict(
  open: OpenDesks,
  { seed, replicate }: Pick<Draws, "seed" | "replicate">,
  plan: DistrictPlan,
  world: World,
  everyoneAware: boolean,
): DistrictStart {
  const key = districtKey(seed, replicate, plan.district.id);
  const population = populateAt(open, plan.district, world, key, { everyoneAware, founded: plan.founded });
  return drawStart(plan, world, key, population);
}
