import { fileURLToPath } from "node:url";
import { runProgram } from "./process.mjs";
import { leastOf, rotated } from "./taken.mjs";

const turns = fileURLToPath(new URL("take-turns.mjs", import.meta.url));
const PROCESSES = 3;

/** Lets builds take turns at a measurement in one process. */
export async function inOneProcess(measurement, builds, options = {}) {
  const args = [turns, measurement, JSON.stringify(builds), JSON.stringify(options)];
  return JSON.parse((await runProgram(process.execPath, args)).out);
}

/**
 * Lets builds take turns at a measurement, in three processes one after another: about one process in seven is a third
 * slower by what the compiler chose, so that the best of three is judged.
 *
 * @param {string} measurement file of a module as `take-turns.mjs` reads it
 * @param {readonly { name: string, root: string }[]} builds
 * @param {object} [options] goes to the measurement
 * @returns {Promise<import("./taken.mjs").Taken>} the best of all rounds of all processes
 */
export async function inTurns(measurement, builds, options = {}) {
  const all = [];
  for (let k = 0; k < PROCESSES; k++) all.push(await inOneProcess(measurement, rotated(builds, k), options));
  return Object.fromEntries(builds.map(({ name }) => [name, bestOf(all.map((one) => one[name]))]));
}

function bestOf([first, ...others]) {
  if (first.lacks !== undefined) return first;
  return { ...first, seconds: others.reduce((best, { seconds }) => leastOf(best, seconds), first.seconds) };
}
