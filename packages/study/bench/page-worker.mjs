/**
 * Prints the megabytes by which a process grows when a worker of the pages starts and makes the runs of a request: four
 * workers, 64 replicates of a plan and a baseline on Colorado Springs D11, by worker. The workers run in Node's threads.
 *
 *   node page-worker.mjs ROOT
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { built } from "./built.mjs";
import { spawn } from "./spawn.mjs";

const WORKERS = 4;

const [root] = process.argv.slice(2);
const { prepare, scenario, Scheduler, SimulationService } = await built(root);
// Older builds have it in other rooms.
const rooms = ["service/service-worker.js", "ensemble/worker.js", "workers/worker.js"];
const entry = rooms.map((path) => join(root, "packages/study/dist", path)).find((path) => existsSync(path));
const planOf = (strategy) => prepare(scenario({ strategy }), { loadWorlds: false });
const [plan, baseline] = await Promise.all(["all-six-lessons", "business-as-usual"].map(planOf));

const threads = [];
const asked = { replicates: 64, seed: "bench" };
const crew = {
  workers: WORKERS,
  spawn() {
    const thread = spawn(pathToFileURL(entry).href);
    threads.push(thread);
    return thread;
  },
};

const before = process.memoryUsage.rss();
if (SimulationService) {
  const plans = [plan, baseline].map((one) => ({ plan: one, ...asked }));
  await new SimulationService(crew).ensembles(plans);
} else {
  await new Promise((resolve, reject) => {
    const scheduler = new Scheduler({ ...crew, onUpdate: ({ complete }) => complete && resolve(), onError: reject });
    scheduler.request({ plan, baseline, ...asked });
  });
}
console.log(JSON.stringify({ megabytes: (process.memoryUsage.rss() - before) / WORKERS / 2 ** 20 }));
for (const thread of threads) thread.terminate();
