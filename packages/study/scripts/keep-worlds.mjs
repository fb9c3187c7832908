// Draws worlds from the priors, measures the patterns in each, and writes the set of those that show them all:
//   node packages/study/scripts/keep-worlds.mjs [draws]
// The first 2,000 draws are measured in every pattern, for the acceptance figures; the others up to the first they miss.
// Finished draws are kept beside this file, so that an interrupted run goes on where it was.
// Writes packages/model/src/evidence/kept-worlds.ts, and what it found to tests/patterns/kept-worlds.json.
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { drawWorld, keptWorlds, priorsFingerprint } from "@uptake/model";
import {
  byCentrality,
  keep,
  measureWorld,
  narrowings,
  ridges,
  shows,
  showsInDefaultDistrict,
  worldPatterns,
} from "../dist/patterns/index.js";

const thorough = 2000;
const finished = fileURLToPath(new URL(`finished-${priorsFingerprint()}.jsonl`, import.meta.url));

if (isMainThread) await main(Number(process.argv[2] ?? 8000));
else
  parentPort.on("message", async (replicate) =>
    parentPort.postMessage(await measureWorld(replicate, replicate < thorough)),
  );

async function main(draws) {
  const measured = await measureAll(draws);
  const whole = measured.slice(0, thorough);
  const kept = keep(measured);
  if (kept.length < 3) throw new Error(`only ${kept.length} of ${draws} draws show every pattern`);
  const worldOf = ({ replicate }) => drawWorld(keptWorlds.seed, replicate, { draw: "priors" });
  const worlds = kept.map(worldOf);
  const replicates = kept.map(({ replicate }) => replicate);
  const medoid = replicates[await firmest(byCentrality(worlds), replicates)];
  const set = { seed: keptWorlds.seed, draws, priors: priorsFingerprint(), medoid };
  writeSet(set, replicates);
  const round = (value) => Number(value.toPrecision(3));
  const found = {
    draws,
    thorough: whole.length,
    kept: kept.length,
    medoid: set.medoid,
    patterns: worldPatterns.map((pattern) => ({
      id: pattern.id,
      doc: pattern.doc,
      source: pattern.source,
      show: whole.filter((world) => shows(world, pattern)).length,
      statistics: Object.entries(pattern.statistics).map(([name, { doc, unit, bounds }]) => ({
        name,
        doc,
        unit,
        bounds,
        within: bounds && whole.filter((world) => inside(world.statistics[`${pattern.id}.${name}`], bounds)).length,
        draws: spread(whole, `${pattern.id}.${name}`).map(round),
        kept: spread(kept, `${pattern.id}.${name}`).map(round),
        medoid: round(kept[replicates.indexOf(set.medoid)].statistics[`${pattern.id}.${name}`]),
      })),
    })),
    ridges: ridges(worlds)
      .slice(0, 20)
      .map((ridge) => ({ ...ridge, correlation: round(ridge.correlation) })),
    narrowings: narrowings(measured.map(worldOf), worlds)
      .slice(0, 20)
      .map(({ parameter, spread, shift }) => ({ parameter, spread: round(spread), shift: round(shift) })),
  };
  write("../../../tests/patterns/kept-worlds.json", `${JSON.stringify(found, null, 2)}\n`);
  rmSync(finished);
  process.stderr.write(`${kept.length} of ${draws} draws kept\n`);
}

/** Returns the most central kept world that shows every pattern under five other seeds, and in the default district. */
async function firmest(order, replicates) {
  for (const i of order) {
    const world = drawWorld(keptWorlds.seed, replicates[i], { draw: "priors" });
    if (!(await showsInDefaultDistrict(world, keptWorlds.seed))) continue;
    const again = [];
    for (let luck = 1; luck < 6 && keep(again).length === again.length; luck++)
      again.push(await measureWorld(replicates[i], false, luck));
    if (keep(again).length === 5) return i;
  }
  throw new Error("no kept world shows every pattern firmly");
}

function inside(value, [low, high]) {
  return value >= low && value <= high;
}

/** Returns the tenth, fiftieth and ninetieth percentile of a statistic over measured worlds. */
function spread(worlds, name) {
  const values = worlds
    .map(({ statistics }) => statistics[name])
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  return [0.1, 0.5, 0.9].map((p) => values[Math.floor(p * (values.length - 1))]);
}

/** Measures all draws on every core. */
function measureAll(draws) {
  const measured = existsSync(finished)
    ? readFileSync(finished, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
  const known = new Set(measured.map(({ replicate }) => replicate));
  const open = Array.from({ length: draws }, (_, replicate) => replicate).filter((replicate) => !known.has(replicate));
  return new Promise((resolve, reject) => {
    for (let i = 0; i < availableParallelism(); i++) {
      const worker = new Worker(fileURLToPath(import.meta.url));
      const give = () => (open.length > 0 ? worker.postMessage(open.shift()) : worker.terminate());
      worker.on("error", reject);
      worker.on("message", (world) => {
        measured.push(world);
        appendFileSync(finished, `${JSON.stringify(world)}\n`);
        if (process.stderr.isTTY || measured.length % 100 === 0)
          process.stderr.write(`${measured.length} of ${draws} draws measured${process.stderr.isTTY ? "\r" : "\n"}`);
        if (measured.length === draws) resolve(measured.sort((a, b) => a.replicate - b.replicate));
        give();
      });
      give();
    }
  });
}

/** Puts the set into its source file, in place of the one there. */
function writeSet(set, replicates) {
  const file = "../../model/src/evidence/kept-worlds.ts";
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  const start = text.indexOf("export const keptWorlds");
  const fields = Object.entries(set).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`);
  const rows = replicates.join(", ").replace(/(.{1,110})(?: |$)/g, "    $1\n");
  write(
    file,
    `${text.slice(0, start)}export const keptWorlds: KeptWorlds = {\n${fields.join("")}  // biome-ignore format: a long list of numbers\n  replicates: [\n${rows.trimEnd()},\n  ],\n};\n`,
  );
}

function write(file, text) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
