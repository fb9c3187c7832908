// Samples the kept worlds: worlds of the priors that show every pattern, by sequential Monte Carlo.
//   node packages/study/scripts/sample-worlds.mjs [worlds] [rejection draws]
// Writes a folder finished-* beside this file, a file a step, so that an interrupted run goes on where it was: draws measured
// in every pattern, draws tried one by one (plain rejection, to check against), the sampled worlds and how they were come
// by, and worlds measured again. keep-worlds.mjs makes the set of it.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort } from "node:worker_threads";
import { derive, keptWorlds, priorsFingerprint, rootKey, varied } from "@uptake/model";
import { sampleCorrelation } from "simple-statistics";
import {
  codesOf,
  distanceOf,
  measureWorld,
  priorWords,
  sampleWorlds,
  scalesOf,
  worldOfWords,
  worldPatterns,
} from "../dist/patterns/index.js";
import { answerTasks, threadPool } from "./thread-pool.mjs";

/** Draws measured in every pattern. */
const thorough = 1024;
const { seed } = keptWorlds;
const root = rootKey(seed);
const drawn = (i) => priorWords(derive(derive(root, 1), i));

if (isMainThread) await main(Number(process.argv[2] ?? 1100), Number(process.argv[3] ?? 6000));
else
  answerTasks(parentPort, ({ words, luck, tolerance, scales }) =>
    measureWorld(worldOfWords(Uint32Array.from(words)), luck, tolerance, scales),
  );

async function main(worlds, draws) {
  const folder = fileURLToPath(new URL(`finished-${priorsFingerprint()}/`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  const pool = threadPool(import.meta.url);
  const once = async (name, make) => {
    const path = `${folder}${name}.json`;
    if (!existsSync(path)) {
      const begun = Date.now();
      const made = await make();
      writeFileSync(`${path}.new`, JSON.stringify(made));
      renameSync(`${path}.new`, path);
      process.stderr.write(`${name}: ${((Date.now() - begun) / 1000).toFixed(0)} s\n`);
    }
    // JSON has no NaN: a statistic without a value is written as null.
    return JSON.parse(readFileSync(path, "utf8"), (_, value) => value ?? Number.NaN);
  };

  const first = await once("thorough", () =>
    pool.run(
      Array.from({ length: thorough }, (_, i) => ({ words: drawn(i), luck: `draw ${i}` })),
      "draws",
    ),
  );
  const scales = scalesOf(first);

  const far = first.map((measured) => finite(distanceOf(measured, scales)));

  const active = await once("active", async () => {
    const firm = [...far.keys()].sort((a, b) => far[a] - far[b]).slice(0, 2);
    const tasks = firm.flatMap((i) =>
      varied.map((_, k) => {
        const words = drawn(i);
        words[k] = (words[k] ^ 0x80808080) >>> 0;
        return { words, luck: `draw ${i}` };
      }),
    );
    const moved = await pool.run(tasks, "words looked at");
    return varied.flatMap((_, k) =>
      firm.some((i, f) => JSON.stringify(moved[f * varied.length + k]) !== JSON.stringify(first[i])) ? [k] : [],
    );
  });
  process.stderr.write(`${active.length} of ${varied.length} numbers move a pattern\n`);

  // The nearest draws of many, the others left as soon as they are too far: the sampler begins with them.
  const near = [...far].sort((a, b) => a - b)[Math.floor(0.05 * far.length)];
  const others = await once("draws", async () => {
    const tasks = Array.from({ length: draws - thorough }, (_, i) => ({
      words: drawn(thorough + i),
      luck: `draw ${thorough + i}`,
      tolerance: near,
      scales,
    }));
    const found = await pool.run(tasks, "draws tried");
    return found.map((measured) => finite(distanceOf(measured, scales)));
  });
  const distances = [...far, ...others];
  const accepted = distances.filter((distance) => distance === 0).length;
  process.stderr.write(`${accepted} of ${draws} draws accepted by plain rejection\n`);

  let batch = 0;
  const history = [];
  const sampled = await once("sampled", async () => {
    const particles = distances.flatMap((distance, i) => (distance <= near ? [{ words: drawn(i), distance }] : []));
    process.stderr.write(`${particles.length} draws within ${near.toFixed(3)}\n`);
    const last = await sampleWorlds({
      seed,
      particles,
      worlds,
      onTheWay: 512,
      active: split(first, active),
      survival: 0.4,
      lastSteps: 17,
      earlier: { step: 14, every: 4 },
      async measure(asked) {
        // Batches are kept too: they are what takes long.
        const name = `batch-${String(batch++).padStart(3, "0")}`;
        return once(name, async () => {
          const found = await pool.run(
            asked.map((one) => ({ ...one, scales })),
            name,
          );
          return found.map((measured) => finite(distanceOf(measured, scales)));
        });
      },
      onGeneration({ tolerance, accepted: steps, proposed, particles: all }) {
        history.push({ tolerance, accepted: steps, proposed });
        const distinct = new Set(all.map(({ words }) => words.join())).size;
        process.stderr.write(
          `tolerance ${tolerance.toFixed(3)}: ${steps} of ${proposed} steps accepted, ${distinct} worlds\n`,
        );
      },
    });
    return { history, worlds: last.map(({ words }) => [...words]) };
  });

  // Every second world of the last step again, under other luck.
  const again = await once("again", () =>
    pool.run(
      sampled.worlds.slice(0, worlds).flatMap((words, i) => (i % 2 === 0 ? [{ words, luck: `again ${i}` }] : [])),
      "worlds measured again",
    ),
  );
  const shown = again.filter((measured) => distanceOf(measured, scales) === 0).length;
  process.stderr.write(`${shown} of ${again.length} sampled worlds show every pattern again\n`);
  pool.end();
}

/**
 * Splits the words that move a pattern into those that bind, whose value goes with which side of its bounds some statistic
 * lies on (over the draws measured in full, by more than chance gives), and the loose ones.
 */
function split(measured, active) {
  const codes = measured.map((_, i) => codesOf(drawn(i)));
  const sides = worldPatterns.flatMap((pattern) =>
    Object.entries(pattern.statistics).flatMap(([name, { bounds }]) => {
      if (bounds === undefined) return [];
      const side = measured.map(({ statistics }) => {
        const value = statistics[`${pattern.id}.${name}`];
        return value < bounds[0] ? -1 : value > bounds[1] ? 1 : 0;
      });
      return new Set(side).size > 1 ? [side] : [];
    }),
  );
  const binds = (k) => {
    const values = codes.map((one) => one[k]);
    return sides.some((side) => Math.abs(sampleCorrelation(values, side)) > 3.5 / Math.sqrt(measured.length));
  };
  const binding = active.filter(binds);
  process.stderr.write(`${binding.length} numbers bind\n`);
  return { binding, loose: active.filter((k) => !binding.includes(k)) };
}

/** Stands in for an infinite distance, which JSON does not know. */
function finite(distance) {
  return Number.isFinite(distance) ? distance : 1e9;
}
