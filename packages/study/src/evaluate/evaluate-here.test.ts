import { type Plan, prepare, Replicate, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ensemble } from "../ensemble/ensemble.ts";
import { column } from "../ensemble/series.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { evaluateHere } from "./evaluate-here.ts";

let plans: Plan[];
beforeAll(async () => {
  const of = (strategy: string) => prepare(scenario({ district: "small-rural", strategy, horizon: 36 }));
  plans = [await of("business-as-usual"), await of("coaching-only")];
});

const statistics = [
  { series: "adoption", month: 34 },
  { series: "cost", month: 36 },
  { series: "gap", month: 99 },
];

describe("a job", () => {
  test("gives the numbers of an ensemble, in the order asked", async () => {
    const evaluations = [3, 0, 2].flatMap((replicate) => [0, 1].map((plan) => ({ plan, replicate })));
    const { values, checksums, failures } = await evaluateHere({ plans, seed: "a", statistics, evaluations });
    expect(failures).toEqual([]);
    for (const [p, plan] of plans.entries()) {
      const whole = await ensemble(plan, { seed: "a", replicates: 4 });
      const adoption = column(seriesOf(whole, "adoption"), 34);
      for (const [i, one] of evaluations.entries())
        if (one.plan === p) {
          expect(values[3 * i]).toBe(adoption[one.replicate]);
          expect(values[3 * i + 1]).toBeCloseTo(whole.cost.total[one.replicate]!, 4);
          expect(values[3 * i + 2]).toBeNaN();
          expect(checksums[i]).toBe(whole.checksums[one.replicate]);
        }
    }
  });
  test("puts values in the place of a world's own", async () => {
    const values = { "trying.support": 0 };
    const held = await prepare(
      scenario({ district: "small-rural", strategy: "coaching-only", horizon: 36, parameters: { values } }),
    );
    const by = await evaluateHere({ plans, seed: "a", statistics, evaluations: [{ plan: 1, replicate: 1, values }] });
    const same = await evaluateHere({ plans: [held], seed: "a", statistics, evaluations: [{ plan: 0, replicate: 1 }] });
    expect(by.checksums).toEqual(same.checksums);
  });
  test("gives each evaluation what it gives alone, in whatever order they are asked", async () => {
    const values = { "start.adoption": 0.3 };
    const asked = [0, 1].flatMap((plan) => [2, 0, 2].map((replicate) => ({ plan, replicate })));
    const evaluations = asked.flatMap((one) => [one, { ...one, values }]);
    const together = await evaluateHere({ plans, seed: "a", statistics, evaluations });
    for (const [i, one] of evaluations.entries()) {
      const alone = await evaluateHere({ plans, seed: "a", statistics, evaluations: [one] });
      expect(together.checksums[i]).toBe(alone.checksums[0]);
      expect(together.values.slice(3 * i, 3 * i + 3)).toEqual(alone.values);
    }
  });
  test("runs plans that part late as one until then, though equal values are in records of their own", async () => {
    const late = [24, 30].map((start) =>
      prepare(
        scenario({ district: "small-rural", strategy: "coaching-only", levers: { coaching: { start } }, horizon: 36 }),
      ),
    );
    const job = { plans: await Promise.all(late), seed: "a", statistics };
    const evaluations = [0, 1].flatMap((plan) =>
      [0.2, 0.3].map((value) => ({ plan, replicate: 0, values: { "start.adoption": value } })),
    );
    const alone = [];
    for (const one of evaluations) alone.push((await evaluateHere({ ...job, evaluations: [one] })).checksums[0]);
    const begun = vi.spyOn(Replicate.prototype, "start");
    const { checksums } = await evaluateHere({ ...job, evaluations });
    // One start for each value: what is run on its own begins with one.
    expect(begun).toHaveBeenCalledTimes(2);
    begun.mockRestore();
    expect(checksums).toEqual(alone);
    expect(new Set(checksums).size).toBe(4);
  });
  test("goes on after a run that fails, and tells which and why", async () => {
    const evaluations = [
      { plan: 0, replicate: 0 },
      { plan: 7, replicate: 0 },
      { plan: 1, replicate: 0 },
    ];
    const { values, checksums, failures } = await evaluateHere({ plans, seed: "a", statistics, evaluations });
    expect(failures).toEqual([{ evaluation: 1, stage: "simulate", cause: expect.any(String) }]);
    expect(checksums.map((one) => one !== "")).toEqual([true, false, true]);
    expect(Array.from(values, Number.isNaN)).toEqual([false, false, true, true, true, true, false, false, true]);
  });
  test("ends when it is told to", async () => {
    const end = new AbortController();
    const evaluations = Array.from({ length: 50 }, (_, replicate) => ({ plan: 0, replicate }));
    const heard: number[] = [];
    const onProgress = (done: number): void => {
      heard.push(done);
      if (done === 3) end.abort(new Error("enough"));
    };
    const job = evaluateHere({ plans, seed: "a", statistics, evaluations }, { signal: end.signal, onProgress });
    await expect(job).rejects.toThrow("enough");
    expect(heard).toEqual([1, 2, 3]);
  });
});
