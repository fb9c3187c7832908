import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { NO_STUDENTS } from "./record.mjs";

/**
 * Loads what measurements take from a build of the model: of the working tree, or of an older commit, where some of it has
 * other names. `yardstick` holds the recording of that commit and how its pass in C is compiled, as both follow the model.
 *
 * @param {string} root folder of the checkout
 */
export async function built(root) {
  const pathOf = (path) => join(root, "packages/model", path);
  const load = (path) => import(pathToFileURL(pathOf(path)).href);
  const loadIfThere = (path) => (existsSync(pathOf(path)) ? load(path) : {});
  const { DistrictSimulation } = await load("dist/engine/district-simulation.js");
  const { drawStart } = await loadIfThere("dist/engine/district-start.js");
  const { moveTeachers } = await load("dist/engine/teachers.js");
  const { openLedger } = await load("dist/measures/ledger.js");
  const { passTeachers: pass = moveTeachers } = await loadIfThere("dist/engine/pass.js");
  const { fasterMonth: program } = await loadIfThere("dist/engine/faster-month.js");
  const { populate, populateAt } = await load("dist/district/population.js");
  const { openDesk } = await loadIfThere("dist/district/open-desk.js");
  return {
    ...(await load("dist/index.js")),
    /** Draws teachers as runs do, with ties placed by the faster of two programs. */
    populate: openDesk ? (...what) => populateAt(openDesk, ...what) : populate,
    ...(await load("dist/engine/tables.js")),
    ...(await load("dist/measures/tally.js")),
    ...(await load("dist/state/month.js")),
    random: await load("dist/numerics/random.js"),
    yardstick: { ...(await load("bench/record.mjs")), ...(await load("bench/compiler.mjs")) },
    /** Moves teachers alone, by the faster of two programs. */
    passTeachers: program ? (state, ...month) => program.move(state, NO_STUDENTS, ...month) : pass,
    /** Begins the run of a district whose teachers are drawn; returns what moves it by a month, which is booked. */
    begin(plan, one, world, key, population, tables, tally) {
      const start = drawStart ? [drawStart(one, world, key, population)] : [population, world, key];
      const simulation = new DistrictSimulation(plan, one, ...start, tables, tally, { pass, program });
      const books = simulation.bookOf ? [simulation.bookOf(one, openLedger(plan.scenario.horizon))] : undefined;
      return (at) => simulation.step(at, 0, books);
    },
  };
}
