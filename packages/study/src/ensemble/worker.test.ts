import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { prepare, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { nodeThread } from "../../test-support/node-thread.ts";
import { ensemble } from "./ensemble.ts";
import { Scheduler, type Update } from "./scheduler.ts";

const built = new URL("../../dist/ensemble/worker.js", import.meta.url);

test.runIf(existsSync(fileURLToPath(built)))("real workers give the numbers of an ensemble", async () => {
  const [plan, baseline] = await Promise.all(
    ["coaching-only", "business-as-usual"].map((strategy) =>
      prepare(scenario({ district: "small-rural", horizon: 24, target: { month: 22 }, strategy })),
    ),
  );
  if (!plan || !baseline) throw new Error("no plan");
  const last = await new Promise<Update>((resolve, reject) => {
    const scheduler = new Scheduler({
      spawn: () => nodeThread(built),
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
