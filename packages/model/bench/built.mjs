import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Loads what measurements take from a build of the model: of the working tree, or of an older commit, where some of it has
 * other names. `yardstick` holds the recording of that commit and how its pass in C is compiled, as both follow the model.
 *
 * @param {string} root folder of the checkout
 */
export async function built(root) {
  const load = (path) => import(pathToFileURL(join(root, "packages/model", path)).href);
  const model = await load("dist/index.js");
  const { DistrictSimulation } = await load("dist/engine/district-simulation.js");
  const start = await load("dist/engine/district-start.js").catch(() => undefined);
  return {
    ...model,
    DistrictSimulation,
    ...(await load("dist/engine/tables.js")),
    ...(await load("dist/engine/teachers.js")),
    ...(await load("dist/measures/tally.js")),
    ...(await load("dist/state/month.js")),
    random: await load("dist/numerics/random.js"),
    yardstick: { ...(await load("bench/record.mjs")), ...(await load("bench/compiler.mjs")) },
    /** Begins the run of a district whose teachers are drawn. */
    begin(plan, one, world, key, population, tables, tally) {
      if (!start) return new DistrictSimulation(plan, one, population, world, key, tables, tally, {});
      return new DistrictSimulation(plan, one, start.drawStart(one, world, key, population), tables, tally, {});
    },
  };
}
