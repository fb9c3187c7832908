import { InputError, prepare, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { type Ensemble, ensemble } from "../ensemble/ensemble.ts";
import { targetStatistics } from "./target-statistics.ts";

let real: Ensemble;
beforeAll(async () => {
  real = await ensemble(await prepare(scenario({ district: "small-rural" })), { replicates: 4 });
});

/** Puts made-up paths in the place of adoption. */
const withPaths = (paths: readonly ((index: number) => number)[], horizon = 60): Ensemble => {
  const length = horizon + 1;
  const values = Float64Array.from({ length: paths.length * length }, (_, i) =>
    (paths[Math.floor(i / length)] as (index: number) => number)(i % length),
  );
  const series = new Map([["adoption", { replicates: paths.length, length, values }]]);
  return { ...real, horizon, replicates: paths.length, series };
};

describe("the statistics of a target", () => {
  test("of four worlds: two in time and one too late, one never", () => {
    const result = targetStatistics(
      withPaths([
        (m) => (m < 20 ? 0.2 : 0.9),
        (m) => (m < 30 ? 0.2 : m < 40 ? 0.8 : 0.6),
        (m) => (m < 50 ? 0.5 : 0.85),
        () => 0.3,
      ]),
    );
    expect(result).toMatchObject({ share: 0.8, month: 34, horizon: 60 });
    expect(result.chance.probability).toBe(0.5);
    expect(result.momentary).toMatchObject({ median: 40, reached: { probability: 0.75 } });
    // Held for two Mays: from 22 in the first world; 34 and 46 miss in the second; the third has one May left.
    expect(result.held).toMatchObject({ median: null, reached: { probability: 0.25 } });
    expect(result.shortfall.mean).toBeCloseTo((0.3 + 0.5) / 4, 12);
    expect(result.whenMissed).toMatchObject({ mean: expect.closeTo(0.4, 12), replicates: 2 });
    expect(result.sustained).toMatchObject({
      month: 58,
      mean: expect.closeTo((0.9 + 0.6 + 0.85 + 0.3) / 4, 12),
      chance: { probability: 0.5 },
    });
  });
  test("where nothing is missed there is no shortfall to tell of", () => {
    const { chance, whenMissed, momentary } = targetStatistics(withPaths([() => 0.9, () => 0.95]));
    expect(chance.probability).toBe(1);
    expect(whenMissed).toMatchObject({ mean: null, replicates: 0 });
    expect(momentary.median).toBe(0);
  });
  test("beyond the horizon is null", () => {
    const { chance, whenMissed, sustained } = targetStatistics(withPaths([() => 0.9], 12));
    expect([chance.probability, whenMissed.mean, sustained.mean, sustained.chance]).toEqual([null, null, null, null]);
  });
  test("take another share and month", () => {
    expect(targetStatistics(real, { share: 0.01, month: 10 }).chance).toMatchObject({ share: 0.01, probability: 1 });
  });
  test("of a share above 1 are refused", () =>
    expect(() => targetStatistics(real, { share: 1.2 })).toThrow(InputError));
});

test("of runs made by any evaluator are those of the ensemble, failed runs left out", async () => {
  const { evaluateTarget } = await import("./evaluate-target.ts");
  const { evaluateHere } = await import("../evaluate/evaluate-here.ts");
  const input = scenario({ district: "small-rural" });
  const told = await evaluateTarget(input, { replicates: 4 });
  expect(told).toMatchObject({ ...targetStatistics(real), replicates: 4, asked: 4 });
  expect(told.checksums).toEqual(real.checksums);
  const failing: typeof evaluateHere = async (job) => ({
    ...(await evaluateHere(job)),
    failures: [{ evaluation: 2, stage: "worker", cause: "it died" }],
  });
  expect(await evaluateTarget(input, { replicates: 4, evaluate: failing })).toMatchObject({ replicates: 3, asked: 4 });
  await expect(evaluateTarget(input, { replicates: 0 })).rejects.toThrow(InputError);
});
