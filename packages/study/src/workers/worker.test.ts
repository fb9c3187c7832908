import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { prepare, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { ensemble } from "../ensemble.ts";
import type { WorkerLike } from "./crew.ts";
import { Scheduler, type Update } from "./scheduler.ts";

const built = new URL("../../dist/workers/worker.js", import.meta.url);

/** Runs the built worker in a thread of Node, under the names that a browser gives it. */
function thread(): WorkerLike {
  const worker = new Worker(
    `const { parentPort } = require("node:worker_threads");
    globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
    globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
    import(${JSON.stringify(built.href)});`,
    { eval: true },
  );
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    addEventListener: (type, listener) => void worker.on(type, (data: unknown) => listener({ type, data })),
  };
}

test.runIf(existsSync(fileURLToPath(built)))("real workers give the numbers of an ensemble", async () => {
  const [plan, baseline] = await Promise.all(
    ["coaching-only", "business-as-usual"].map((strategy) =>
      prepare(scenario({ district: "small-rural", horizon: 24, target: { month: 22 }, strategy })),
    ),
  );
  if (!plan || !baseline) throw new Error("no plan");
  const last = await new Promise<Update>((resolve, reject) => {
    const scheduler = new Scheduler({
      spawn: thread,
      workers: 2,
      onError: reject,
      onUpdate: (update) => {
        if (!update.complete) return;
        scheduler.dispose();
        resolve(update);
      },
    });
    scheduler.request({ plan, baseline, replicates: 12, seed: "a" });
  });
  expect(last.plan).toEqual(await ensemble(plan, { replicates: 12, seed: "a" }));
  expect(last.baseline).toEqual(await ensemble(baseline, { replicates: 12, seed: "a" }));
});
