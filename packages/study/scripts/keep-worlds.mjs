// Makes the set of kept worlds of what sample-worlds.mjs sampled, and chooses the fixed world:
//   node packages/study/scripts/keep-worlds.mjs
// Writes packages/model/src/evidence/kept-worlds.ts and kept-worlds-table.ts, and what was found to
// tests/patterns/kept-worlds.json.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort } from "node:worker_threads";
import {
  derive,
  keptWorlds,
  prepare,
  priorsFingerprint,
  Replicate,
  rootKey,
  scenario,
  simulateIn,
  strategies,
  varied,
  writeWorld,
} from "@uptake/model";
import {
  byCentrality,
  codesOf,
  measureWorld,
  narrowings,
  priorWords,
  ridges,
  shows,
  showsAll,
  showsInDefaultDistrict,
  worldOfWords,
  worldPatterns,
} from "../dist/patterns/index.js";
import { answerTasks, threadPool } from "./thread-pool.mjs";

const { seed } = keptWorlds;
const may = 34;
const reference = strategies.filter(({ kind }) => kind === "reference").map(({ name }) => name);
/** Runs of a world under each strategy: some to look, more where it may be chosen. */
const looks = 2;
const runsEach = 16;
const candidates = 60;
/** Seeds under which the fixed world has to show every pattern again. */
const lucks = 5;

if (isMainThread) await main();
else
  answerTasks(parentPort, ({ what, words, runs }) => {
    const world = worldOfWords(Uint32Array.from(words));
    return what === "strategies" ? adoptions(world, runs) : firmness(world);
  });

/** Measures adoption in May of year 3 under each reference strategy, in the mean over `runs`. */
async function adoptions(world, runs) {
  const plans = await Promise.all(
    reference.map((strategy) =>
      prepare(scenario({ strategy, horizon: may, parameters: { draw: "fixed", values: world } })),
    ),
  );
  const sums = reference.map(() => 0);
  for (let r = 0; r < runs; r++) {
    const replicate = new Replicate(`${seed} strategies`, r);
    plans.forEach((plan, s) => {
      sums[s] += simulateIn(replicate, plan).measures.adoption[may] / runs;
    });
  }
  return sums;
}

/** Counts the seeds under which a world shows every pattern again, and whether it does in the default district. */
async function firmness(world) {
  let again = 0;
  for (let luck = 0; luck < lucks; luck++) if (showsAll(await measureWorld(world, `firm ${luck}`))) again++;
  return { again, inDefault: await showsInDefaultDistrict(world, seed) };
}

async function main() {
  const folder = new URL(`finished-${priorsFingerprint()}/`, import.meta.url);
  const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"), (_, v) => v ?? Number.NaN);
  const [thorough, draws, active, sampled, again] = ["thorough", "draws", "active", "sampled", "again"].map(read);
  const pool = threadPool(import.meta.url);

  // A world that never moved after it was drawn twice is one world.
  const places = distinct(sampled.worlds, active);
  const words = places.map((i) => Uint32Array.from(sampled.worlds[i]));
  const worlds = words.map(worldOfWords);
  const root = rootKey(seed);
  const drawn = (i) => worldOfWords(priorWords(derive(derive(root, 1), i)));

  const adoption = await pool.run(
    words.map((own) => ({ what: "strategies", words: [...own], runs: looks })),
    "worlds tried under the strategies",
  );
  const { fixed, typical, firm } = await typicalWorld(pool, words, worlds, adoption);
  const distances = [...thorough.map((one) => (showsAll(one) ? 0 : 1)), ...draws];
  const accepted = distances.flatMap((distance, i) => (distance === 0 ? [i] : []));
  const acceptedAdoption = await pool.run(
    accepted.map((i) => ({ what: "strategies", words: [...priorWords(derive(derive(root, 1), i))], runs: looks })),
    "draws tried under the strategies",
  );
  pool.end();

  const round = (value) => Number(value.toPrecision(3));
  const found = {
    draws: distances.length,
    thorough: thorough.length,
    accepted,
    kept: words.length,
    history: sampled.history.map(({ tolerance, ...steps }) => ({ tolerance: round(tolerance), ...steps })),
    measuredAgain: again.length,
    againAll: again.filter(showsAll).length,
    together: thorough.filter((one) => ["P12", "P15"].every((id) => shows(one, patternOf(id)))).length,
    patterns: worldPatterns.map((pattern) => ({
      id: pattern.id,
      doc: pattern.doc,
      source: pattern.source,
      show: thorough.filter((one) => shows(one, pattern)).length,
      again: again.filter((one) => shows(one, pattern)).length,
      statistics: Object.entries(pattern.statistics).map(([name, { doc, unit, bounds }]) => ({
        name,
        doc,
        unit,
        bounds,
        within: bounds && thorough.filter((one) => inside(one.statistics[`${pattern.id}.${name}`], bounds)).length,
        draws: spread(thorough, `${pattern.id}.${name}`).map(round),
        kept: spread(again, `${pattern.id}.${name}`).map(round),
      })),
    })),
    againstRejection: compared(worlds, accepted.map(drawn), active).map(({ parameter, ...rest }) => ({
      parameter,
      ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, round(value)])),
    })),
    strategies: reference.map((name, s) => ({
      name,
      kept: quantiles(adoption.map((one) => one[s])).map(round),
      rejection: quantiles(acceptedAdoption.map((one) => one[s])).map(round),
      fixed: round(typical[s]),
    })),
    firm,
    ridges: ridges(worlds)
      .slice(0, 20)
      .map((ridge) => ({ ...ridge, correlation: round(ridge.correlation) })),
    narrowings: narrowings(
      thorough.map((_, i) => drawn(i)),
      worlds,
    )
      .slice(0, 20)
      .map(({ parameter, spread: width, shift }) => ({ parameter, spread: round(width), shift: round(shift) })),
  };
  write("../../../tests/patterns/kept-worlds.json", `${JSON.stringify(found, null, 2)}\n`);
  writeSet({ seed, priors: priorsFingerprint(), count: words.length, fixed: writeWorld(codesOf(words[fixed])) });
  const rows = words.map((own) => `  "${writeWorld(codesOf(own))}",\n`).join("");
  write(
    "../../model/src/evidence/kept-worlds-table.ts",
    `/** Holds the kept worlds, a text each. Written by \`pnpm worlds\`, never by hand. */\n// biome-ignore format: a long list of texts\nexport const rows: readonly string[] = [\n${rows}];\n`,
  );
  process.stderr.write(`${words.length} worlds kept\n`);
}

function patternOf(id) {
  return worldPatterns.find((pattern) => pattern.id === id);
}

function inside(value, [low, high]) {
  return value >= low && value <= high;
}

/** Returns the first of each world, by the words that move a pattern. */
function distinct(all, active) {
  const seen = new Set();
  return all.flatMap((words, i) => {
    const key = active.map((k) => words[k]).join();
    if (seen.has(key)) return [];
    seen.add(key);
    return [i];
  });
}

/**
 * Chooses the fixed world: of the worlds whose mean adoption lies in the middle fifth of the kept worlds' under each
 * reference strategy (or in the middle half, where there is none), that which shows the patterns under most other seeds, in
 * the default district too; the most central of equals.
 */
async function typicalWorld(pool, words, worlds, adoption) {
  const bands = reference.map((_, s) =>
    quantilesAt(
      adoption.map((one) => one[s]),
      [0.4, 0.6],
    ),
  );
  const sorted = reference.map((_, s) => adoption.map((one) => one[s]).sort((a, b) => a - b));
  const strangeness = (one) =>
    Math.max(
      ...one.map((value, s) => Math.abs(sorted[s].filter((other) => other < value).length / sorted[s].length - 0.5)),
    );
  const nearest = [...words.keys()]
    .sort((a, b) => strangeness(adoption[a]) - strangeness(adoption[b]))
    .slice(0, candidates);
  const means = await pool.run(
    nearest.map((i) => ({ what: "strategies", words: [...words[i]], runs: runsEach })),
    "worlds tried often",
  );
  const tried = nearest.map((i, k) => ({ i, adoption: means[k], strangeness: strangeness(means[k]) }));
  const inMiddle = tried.filter(({ adoption: own }) =>
    own.every((value, s) => value >= bands[s][0] && value <= bands[s][1]),
  );
  process.stderr.write(`${inMiddle.length} of ${candidates} worlds lie in the middle fifth under every strategy\n`);
  // Where there is none, the middle half must do, and the record says how strange the one chosen is.
  const typical = inMiddle.length > 0 ? inMiddle : tried.filter(({ strangeness: own }) => own <= 0.25);
  const firm = await pool.run(
    typical.map(({ i }) => ({ what: "firmness", words: [...words[i]] })),
    "typical worlds measured again",
  );
  const centrality = byCentrality(worlds);
  const order = [...typical.keys()].sort(
    (a, b) =>
      Number(firm[b].inDefault) - Number(firm[a].inDefault) ||
      firm[b].again - firm[a].again ||
      centrality.indexOf(typical[a].i) - centrality.indexOf(typical[b].i),
  );
  const [best] = order;
  return {
    fixed: typical[best].i,
    typical: typical[best].adoption,
    firm: {
      ...firm[best],
      lucks,
      typical: inMiddle.length,
      strangeness: Number(typical[best].strangeness.toFixed(2)),
    },
  };
}

/**
 * Compares the sampled worlds with the draws that plain rejection accepts: of each parameter that moves a pattern, the
 * difference of the means in standard errors of the draws', largest first.
 */
function compared(worlds, accepted, active) {
  return active
    .map((k) => {
      const { name } = varied[k];
      const mine = worlds.map((world) => world[name]);
      const theirs = accepted.map((world) => world[name]);
      const sd = Math.sqrt(variance(mine));
      return { parameter: name, z: (mean(theirs) - mean(mine)) / (sd / Math.sqrt(theirs.length)) };
    })
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values) {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}

function quantilesAt(values, shares) {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return shares.map((p) => sorted[Math.floor(p * (sorted.length - 1))]);
}

function quantiles(values) {
  return quantilesAt(values, [0.1, 0.5, 0.9]);
}

/** Returns the tenth, fiftieth and ninetieth percentile of a statistic over measured worlds. */
function spread(worlds, name) {
  return quantiles(worlds.map(({ statistics }) => statistics[name]));
}

/** Puts the set into its source file, in place of the one there. */
function writeSet(set) {
  const file = "../../model/src/evidence/kept-worlds.ts";
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  const start = text.indexOf("export const keptWorlds");
  const fields = Object.entries(set).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`);
  write(file, `${text.slice(0, start)}export const keptWorlds: KeptWorlds = {\n${fields.join("")}};\n`);
}

function write(file, text) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
