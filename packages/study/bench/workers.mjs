/**
 * Measures 1,000 replicates in one thread and on two workers that are warm, by the clock, the best of three rounds. What
 * else the machine does makes the gain look smaller; the processor time that workers add does not hang on it. Prints one
 * object.
 */
import { performance } from "node:perf_hooks";
import { prepare, scenario } from "@uptake/model";
import { evaluateHere } from "../dist/evaluate/index.js";
import { nodeWorkers } from "../dist/evaluate/node-workers.js";

const REPLICATES = 1_000;

const pool = nodeWorkers({ workers: 2 });
const plan = await prepare(
  scenario({ district: "napa-valley-unified", strategy: "coaching-only", horizon: 36, target: { month: 34 } }),
);
const job = (replicates) => ({
  plans: [plan],
  seed: "bench",
  statistics: [{ series: "adoption", month: 34 }],
  evaluations: Array.from({ length: replicates }, (_, replicate) => ({ plan: 0, replicate })),
});

/** Makes the runs one way; lowers what it took at best, and tells their checksums. */
async function take(best, evaluate) {
  const before = process.cpuUsage();
  const begun = performance.now();
  const { checksums } = await evaluate(job(REPLICATES));
  const { user, system } = process.cpuUsage(before);
  best.seconds = Math.min(best.seconds, (performance.now() - begun) / 1000);
  best.cpu = Math.min(best.cpu, (user + system) / 1e6);
  return checksums.join();
}

await evaluateHere(job(100));
await pool.evaluate(job(200));
const here = { seconds: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY };
const workers = { ...here };
let sameBits = true;
for (let round = 0; round < 3; round++) {
  const alone = await take(here, evaluateHere);
  const shared = await take(workers, pool.evaluate);
  sameBits &&= alone === shared;
}
pool.dispose();
console.log(
  JSON.stringify({ speedup: here.seconds / workers.seconds, addedCpu: workers.cpu / here.cpu - 1, sameBits }),
);
