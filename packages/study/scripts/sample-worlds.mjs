// Samples the kept worlds: worlds of the priors that show every pattern, by sequential Monte Carlo.
//   node packages/study/scripts/sample-worlds.mjs [worlds] [rejection draws]
// Writes finished-*/worlds.json beside this file: draws measured in every pattern, draws tried one by one (plain
// rejection, to check against), the sampled worlds and how they were come by. keep-worlds.mjs makes the set of it.
// Every step is kept as it is finished, so that an interrupted run goes on where it was.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { derive, keptWorlds, priorsFingerprint, rootKey, varied } from "@uptake/model";
import {
  distanceOf,
  measureWorld,
  priorWords,
  sampleWorlds,
  scalesOf,
  showsAll,
  worldOfWords,
} from "../dist/patterns/index.js";

const { seed } = keptWorlds;
const root = rootKey(seed);
const drawn = (i) => priorWords(derive(derive(root, 1), i));

if (isMainThread) await main(Number(process.argv[2] ?? 1024), Number(process.argv[3] ?? 6000));
else
  parentPort.on("message", async ({ place, words, luck, tolerance, scales }) => {
    const world = worldOfWords(Uint32Array.from(words));
    parentPort.postMessage({ place, measured: await measureWorld(world, luck, tolerance, scales) });
  });

async function main(worlds, draws) {
  const folder = fileURLToPath(new URL(`finished-${priorsFingerprint()}/`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  const pool = startPool();
  const once = async (name, make) => {
    const path = `${folder}${name}.json`;
    if (!existsSync(path)) {
      const begun = Date.now();
      const made = await make();
      writeFileSync(`${path}.new`, JSON.stringify(made));
      renameSync(`${path}.new`, path);
      process.stderr.write(`${name}: ${((Date.now() - begun) / 1000).toFixed(0)} s\n`);
    }
    return JSON.parse(readFileSync(path, "utf8"));
  };

  const first = await once("thorough", () =>
    pool.measure(
      Array.from({ length: worlds }, (_, i) => ({ words: drawn(i), luck: `draw ${i}` })),
      "draws",
    ),
  );
  const scales = scalesOf(first);
  const shown = (measured) => distanceOf(measured, scales) === 0;

  const active = await once("active", async () => {
    const firm = [0, 1].map(
      (k) => [...first.keys()].sort((a, b) => distanceOf(first[a], scales) - distanceOf(first[b], scales))[k],
    );
    const tasks = firm.flatMap((i) =>
      varied.map((_, k) => {
        const words = drawn(i);
        words[k] = (words[k] ^ 0x80808080) >>> 0;
        return { words, luck: `draw ${i}` };
      }),
    );
    const moved = await pool.measure(tasks, "words looked at");
    return varied.flatMap((_, k) =>
      firm.some((i, f) => JSON.stringify(moved[f * varied.length + k]) !== JSON.stringify(first[i])) ? [k] : [],
    );
  });
  process.stderr.write(`${active.length} of ${varied.length} numbers move a pattern\n`);

  let generation = 0;
  const history = [];
  const sampled = await once("sampled", async () => {
    const particles = first.map((measured, i) => ({ words: drawn(i), distance: distanceOf(measured, scales) }));
    const last = await sampleWorlds({
      seed,
      particles,
      worlds,
      onTheWay: worlds / 2,
      active,
      lastSteps: 8,
      async measure(asked) {
        // Batches are kept too: they are what takes long.
        const name = `batch-${String(generation++).padStart(3, "0")}`;
        return once(name, async () => {
          const found = await pool.measure(
            asked.map((one) => ({ ...one, scales })),
            name,
          );
          return found.map((measured) => {
            const distance = distanceOf(measured, scales);
            return Number.isFinite(distance) ? distance : 1e9;
          });
        });
      },
      onGeneration({ tolerance, accepted, proposed, particles: all }) {
        history.push({ tolerance, accepted, proposed });
        const distinct = new Set(all.map(({ words }) => words.join())).size;
        process.stderr.write(
          `tolerance ${tolerance.toFixed(3)}: ${accepted} of ${proposed} steps accepted, ${distinct} worlds\n`,
        );
      },
    });
    return { history, worlds: last.map(({ words }) => [...words]) };
  });

  const again = await once("again", () =>
    pool.measure(
      sampled.worlds.map((words, i) => ({ words, luck: `again ${i}` })),
      "worlds measured again",
    ),
  );
  process.stderr.write(`${again.filter(shown).length} of ${again.length} sampled worlds show every pattern again\n`);

  const rejection = await once("rejection", async () => {
    const tasks = Array.from({ length: draws - worlds }, (_, i) => ({
      words: drawn(worlds + i),
      luck: `draw ${worlds + i}`,
      tolerance: 0,
      scales,
    }));
    const found = await pool.measure(tasks, "draws tried");
    return found.map(showsAll);
  });
  const accepted = first.filter(showsAll).length + rejection.filter(Boolean).length;
  process.stderr.write(`${accepted} of ${draws} draws accepted by plain rejection\n`);
  pool.end();
}

/** Measures worlds on every core, in the order asked. */
function startPool() {
  const threads = Array.from({ length: availableParallelism() }, () => new Worker(fileURLToPath(import.meta.url)));
  return {
    end: () => threads.forEach((thread) => void thread.terminate()),
    measure: (tasks, what) =>
      new Promise((resolve, reject) => {
        const results = new Array(tasks.length);
        let next = 0;
        let done = 0;
        for (const thread of threads) {
          const give = () => {
            if (next < tasks.length) {
              thread.postMessage({ ...tasks[next], words: [...tasks[next].words], place: next });
              next++;
            }
          };
          thread.removeAllListeners("message");
          thread.removeAllListeners("error");
          thread.on("error", reject);
          thread.on("message", ({ place, measured }) => {
            results[place] = measured;
            done++;
            if (done % 100 === 0) process.stderr.write(`${done} of ${tasks.length} ${what}\n`);
            if (done === tasks.length) resolve(results);
            give();
          });
          give();
          give();
        }
      }),
  };
}
