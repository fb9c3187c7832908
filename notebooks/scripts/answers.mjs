// Computes the answers that come with the site, each once for the code it rests on: what is there already is kept.

import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { register } from "tsx/esm/api";
import { here } from "./framework.mjs";

const sources = join(here, "src/data/answers");
const folder = join(here, "src/.observablehq/cache/answers");

/** Returns the file that keeps an answer between builds. */
export const fileOf = (name) => join(folder, `${name}.json`);

/**
 * Computes whatever answers are missing, on all cores.
 *
 * @returns the names of all, and by kind the code that computed them.
 */
export async function makeAnswers() {
  mkdirSync(folder, { recursive: true });
  const all = await batchesOf(readdirSync(sources).map((file) => file.replace(/\.ts$/, "")));
  const left = all.filter(({ there }) => !there).sort((a, b) => b.names.length - a.names.length);
  const took = performance.now();
  await Promise.all(Array.from({ length: Math.min(left.length, availableParallelism()) }, () => work(left)));
  if (performance.now() - took > 1000) console.log(`answers took ${Math.round((performance.now() - took) / 1000)} s`);
  return {
    names: all.flatMap(({ names }) => names),
    programs: Object.fromEntries(all.map(({ kind, program }) => [kind, program])),
  };
}

/** Lists what there is to compute, and whether it is there as the present code would have it. */
async function batchesOf(kinds) {
  const unregister = register();
  const { answerIn } = await import("../src/plan/prebuilt.ts");
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const program = await programOf(kind);
      const { batches } = await import(`../src/data/answers/${kind}.ts`);
      return batches.map(({ asked }, place) => {
        const kept = ([name, one]) =>
          existsSync(fileOf(name)) && answerIn(readFileSync(fileOf(name), "utf8"), one, program) !== undefined;
        return { kind, place, program, names: Object.keys(asked), there: Object.entries(asked).every(kept) };
      });
    }),
  );
  await unregister();
  return found.flat();
}

/** Names the code that computes a kind of answers, by all of it: the model's, but no chart's. */
async function programOf(kind) {
  const { outputFiles } = await build({
    entryPoints: [join(sources, `${kind}.ts`)],
    absWorkingDir: here,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
    external: ["@observablehq/plot"],
  });
  return createHash("sha256").update(outputFiles[0].contents).digest("hex").slice(0, 16);
}

/** Computes batches in a process of its own until none is left. */
async function work(left) {
  const worker = fork(join(here, "src/data/answering.ts"), { cwd: here, execArgv: ["--import", "tsx"] });
  const died = once(worker, "exit").then(([code]) => {
    throw new Error(`answers could not be computed: their process ended with ${code}`);
  });
  died.catch(() => undefined);
  for (let batch = left.shift(); batch !== undefined; batch = left.shift()) {
    const { kind, place, program } = batch;
    worker.send({ kind, place, program });
    const [answers] = await Promise.race([once(worker, "message"), died]);
    for (const [name, text] of answers) writeFileSync(fileOf(name), text);
  }
  worker.disconnect();
}
