/**
 * Loads several builds into one process and lets them take turns at a measurement, so that what else the machine does
 * slows them alike. Prints one object: by build, the least seconds of each kind of work, or what the build lacks.
 *
 *   node take-turns.mjs MEASUREMENT '[{"name":"now","root":"…"}]' '{}'
 *
 * A measurement exports `rounds` and `open(root, options)`, which returns `{ works, facts, warm }`: kinds of work by name,
 * each a function that works once and returns its seconds; whatever else is to be told; and how often each kind of work
 * is done before it counts. An older build that cannot be opened lacks what is measured; the working tree may not.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { lackOf, leastOf } from "./taken.mjs";

const [measurement, builds, options] = process.argv.slice(2);
const { open, rounds } = await import(pathToFileURL(measurement).href);
const folder = mkdtempSync(join(tmpdir(), "uptake-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const taken = {};
const sides = [];
for (const { name, root } of JSON.parse(builds)) {
  const scratch = join(folder, name);
  mkdirSync(scratch);
  try {
    const side = await open(root, { ...JSON.parse(options), scratch });
    sides.push({ name, ...side });
    taken[name] = { facts: side.facts };
  } catch (error) {
    taken[name] = lackOf(name, error);
  }
}
for (const kind of Object.keys(sides[0].works)) {
  for (const { works, warm } of sides) for (let k = 0; k < warm; k++) await works[kind]();
  for (let turn = 0; turn < rounds * sides.length; turn++) {
    const round = Math.floor(turn / sides.length);
    const { name, works } = sides[(turn + round) % sides.length];
    const { seconds } = taken[name];
    taken[name].seconds = { ...seconds, ...leastOf(seconds, { [kind]: await works[kind]() }) };
  }
}
console.log(JSON.stringify(taken));
