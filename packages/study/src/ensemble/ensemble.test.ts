import { type Plan, prepare, scenario } from "@uptake/model";
import { beforeAll, expect, test } from "vitest";
import { ensemble, ensembles } from "./ensemble.ts";

let plans: Plan[];
beforeAll(async () => {
  const values = { "network.outDegree": 2 };
  plans = await Promise.all(
    [
      { strategy: "business-as-usual" },
      { strategy: "all-six-lessons" },
      { strategy: "all-six-lessons", parameters: { values } },
      { strategy: "coaching-only", horizon: 12, district: "us-average" },
    ].map((input) => prepare(scenario({ district: "small-rural", horizon: 24, ...input }))),
  );
});

test("plans run together have the ensembles that they have alone, and progress counts all runs", async () => {
  const heard: [number, number][] = [];
  const options = { replicates: 3, seed: "together", first: 7 };
  const onProgress = (done: number, total: number): void => void heard.push([done, total]);
  const together = await ensembles(plans, { ...options, onProgress });
  for (const [i, plan] of plans.entries()) expect(together[i]).toEqual(await ensemble(plan, options));
  expect(heard).toEqual(Array.from({ length: 12 }, (_, i) => [i + 1, 12]));
});

test.for([
  [{ replicates: 0 }, "replicates"],
  [{ replicates: 1.5 }, "replicates"],
  [{ replicates: 100_001 }, "replicates"],
  [{ first: -1 }, "first"],
  [{ seed: "" }, "seed"],
] as const)("%j alone is refused", async ([options, path]) => {
  await expect(ensemble(plans[0]!, { replicates: 1, ...options })).rejects.toMatchObject({ issues: [{ path }] });
});

test("no plans are no ensembles", async () => {
  expect(await ensembles([])).toEqual([]);
});
