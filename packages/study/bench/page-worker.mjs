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
const { prepare, scenario, Scheduler: exported } = await built(root);
const inRoom = (path) => join(root, "packages/study/dist", path);
const [folder] = ["ensemble", "workers"].filter((name) => existsSync(inRoom(`${name}/worker.js`)));
const entry = pathToFileURL(inRoom(`${folder}/worker.js`)).href;
const Scheduler = exported ?? (await import(pathToFileURL(inRoom(`${folder}/index.js`)).href)).Scheduler;
const planOf = (strategy) => prepare(scenario({ strategy }), { loadWorlds: false });
const [plan, baseline] = await Promise.all(["all-six-lessons", "business-as-usual"].map(planOf));

const before = process.memoryUsage.rss();
const threads = [];
await new Promise((resolve, reject) => {
  const scheduler = new Scheduler({
    spawn() {
      const thread = spawn(entry);
      threads.push(thread);
      return thread;
    },
    workers: WORKERS,
    onUpdate: ({ complete }) => complete && resolve(),
    onError: reject,
  });
  scheduler.request({ plan, baseline, replicates: 64, seed: "bench" });
});
console.log(JSON.stringify({ megabytes: (process.memoryUsage.rss() - before) / WORKERS / 2 ** 20 }));
for (const thread of threads) thread.terminate();
