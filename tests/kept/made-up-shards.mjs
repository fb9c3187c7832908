/**
 * Writes the shards of a plan with made-up numbers in the place of runs, by the writer that workers use.
 *
 *   node made-up-shards.mjs FOLDER [ROWS]
 *
 * ROWS says how many rows differ in every number (default 16): of as many values is what is counted at each place.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const dist = new URL("../../packages/cli/dist/", import.meta.url);
const [{ readRuns }, { sealFile }, { ShardWriter }, { shardOf }, { shardPath }, { numbersOf }] = await Promise.all([
  ...["runs-file", "seal", "shard-writer", "shares", "shard-names"].map(
    (name) => import(new URL(`shards/${name}.js`, dist).href),
  ),
  import(new URL("../../packages/study/dist/evaluate/index.js", import.meta.url).href),
]);

const [folder, given = "16"] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(join(folder, "plan.json"), "utf8"));
const writers = Array.from(
  { length: plan.shards },
  (_, index) => new ShardWriter(shardPath(folder, index), plan, index),
);

/** Rows that differ in every number, and numbers at the beginning of each that differ from run to run. */
const different = Number(given);
const own = 8;
const rows = new Map();
const rowsOf = (width) => {
  const made = Array.from({ length: different }, (_, row) =>
    Float64Array.from({ length: width }, (_, i) => ((i * 7919 + row * 613 + 13) % 1009) / 1009),
  );
  if (!rows.has(width)) rows.set(width, made);
  return rows.get(width);
};

let run = 0;
for await (const job of readRuns(join(folder, "runs.jsonl"), plan.runsFile)) {
  const all = rows.get(numbersOf(job)) ?? rowsOf(numbersOf(job));
  for (const evaluation of job.evaluations) {
    const values = all[run % different];
    for (let i = 0; i < Math.min(own, values.length); i++)
      values[i] = (Math.imul(run + 1, 0x9e3779b1 + 2 * i) >>> 0) / 4294967296;
    const outcome = { values, checksum: run.toString(16).padStart(16, "0") };
    writers[shardOf(plan, run)].add({ run, job, evaluation, outcome });
    run++;
  }
}
for (const [index, writer] of writers.entries()) {
  writer.end();
  await sealFile(shardPath(folder, index));
}
