import {
  derive,
  InputError,
  type Plan,
  prepare,
  rootKey,
  type ScenarioInput,
  scenario,
  worldCount,
  worldNumber,
} from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { normalDraw } from "../statistics/normal-draw.ts";
import { pairedPrecision } from "../statistics/paired-precision.ts";
import { compare } from "./compare.ts";
import { comparedMeasures, compareToPrecision } from "./compare-to-precision.ts";

const plan = (input: ScenarioInput = {}): Promise<Plan> =>
  prepare(scenario({ district: "small-rural", horizon: 24, target: { month: 22 }, ...input }));

let usual: Plan;
let coached: Plan;
let mandated: Plan;
beforeAll(async () => {
  usual = await plan();
  coached = await plan({ strategy: "coaching-only" });
  mandated = await plan({ strategy: "mandate" });
});

describe("a comparison to a precision", () => {
  test("adds replicates until every difference is as precise as asked for", async () => {
    const heard: number[] = [];
    const result = await compareToPrecision(usual, [coached, mandated], {
      halfWidth: 0.02,
      cap: 1_000,
      seed: "a",
      onProgress: (done) => void heard.push(done),
    });
    expect(result).toMatchObject({ ended: "reached", failures: [], seed: "a", parameters: "sampled" });
    expect(result.replicates).toBeGreaterThan(64);
    expect(result.checksums).toHaveLength(3 * result.replicates);
    expect(heard).toEqual(Array.from({ length: 3 * result.replicates }, (_, i) => i + 1));
    const whole = await compare(usual, [coached, mandated], { replicates: result.replicates, seed: "a" });
    for (const [p, { differences }] of result.plans.entries()) {
      expect(differences[0]?.halfWidth).toBeLessThanOrEqual(0.02);
      expect(differences.map(({ series }) => series)).toEqual(comparedMeasures(usual).map(({ series }) => series));
      for (const { series, month, estimate, low, high, replicates } of differences) {
        const same = whole.difference(series, { month, plan: p });
        expect(replicates).toBe(same.replicates);
        expect(estimate).toBeCloseTo(same.estimate as number, 4);
        expect(low).toBeCloseTo(same.low as number, 4);
        expect(high).toBeCloseTo(same.high as number, 4);
      }
    }
    expect(result.plans[0]?.differences[0]?.varianceReduction).toBeGreaterThan(1);
  });
  test("ends at the cap, and says so", async () => {
    const result = await compareToPrecision(usual, [coached], { halfWidth: 0.001, cap: 70 });
    expect(result).toMatchObject({ ended: "cap", replicates: 70, looks: 2, cap: 70 });
    expect(result.plans[0]?.differences[0]?.halfWidth).toBeGreaterThan(0.001);
  });
  test("holds the ends of intervals within what a difference can be, and looks at their own half-width", async () => {
    const evaluate: Evaluate = async ({ evaluations, statistics }) => ({
      values: Float64Array.from(
        evaluations.flatMap(({ plan: p, replicate: r }) => statistics.map(() => (p === r % 2 ? 0.9 : 0))),
      ),
      checksums: [],
      failures: [],
    });
    const { plans } = await compareToPrecision(usual, [coached], { halfWidth: null, first: 2, cap: 2, evaluate });
    for (const { series, low, high, halfWidth } of plans[0]!.differences) {
      const most = { gap: 2, cost: Number.POSITIVE_INFINITY }[series] ?? 1;
      expect([low! >= -most, high! <= most, halfWidth! > most || series === "cost"]).toEqual([true, true, true]);
    }
  });
  describe("where worlds come again", () => {
    const worlds = worldCount({ draw: "sampled" }) as number;
    // Differences of 1 between worlds, and of `luck` within them.
    const drawn =
      (luck: number): Evaluate =>
      async ({ evaluations }) => ({
        values: Float64Array.from(evaluations, ({ plan: which, replicate }) => {
          const world = worldNumber("uptake", replicate, { draw: "sampled" });
          const own = luck * normalDraw(derive(rootKey("luck"), 0), replicate);
          return which === 0 ? 0 : normalDraw(derive(rootKey("world"), 0), world) + own;
        }),
        checksums: [],
        failures: [],
      });
    const asked = (share: number, luck: number, cap = 100_000) =>
      compareToPrecision(usual, [coached], {
        halfWidth: (share * 1.96) / Math.sqrt(worlds),
        cap,
        measures: [],
        evaluate: drawn(luck),
      });
    test("ends when they cannot give the half-width, and says so", async () => {
      const result = await asked(0.7, 0.5);
      expect(result).toMatchObject({ ended: "worlds", worlds });
      expect(result.replicates).toBeLessThanOrEqual(2 * worlds);
      const { halfWidth, leastHalfWidth, varianceReduction } = result.plans[0]!.differences[0]!;
      expect(halfWidth).toBeGreaterThan(result.halfWidth as number);
      expect(leastHalfWidth).toBeGreaterThan(result.halfWidth as number);
      expect(varianceReduction).toBeNull();
    });
    test("goes on while luck is what is rough", async () => {
      const result = await asked(1.25, 2);
      expect(result).toMatchObject({ ended: "reached", worlds });
      expect(result.replicates).toBeGreaterThan(2 * worlds);
      // Variance 1 + 4 / m over worlds is (1.25)² at m = 7.1.
      expect(result.replicates).toBeLessThan(12 * worlds);
      expect(result.plans[0]?.differences[0]?.halfWidth).toBeLessThanOrEqual(result.halfWidth as number);
      expect(await asked(1.25, 2, 3 * worlds)).toMatchObject({ ended: "cap", replicates: 3 * worlds });
    });
  });
  test("of a plan with itself ends at once", async () => {
    const result = await compareToPrecision(coached, [coached], { halfWidth: 0.01, first: 4 });
    expect(result).toMatchObject({ ended: "reached", replicates: 4, looks: 1 });
    expect(result.plans[0]?.differences[0]).toMatchObject({ estimate: 0, halfWidth: 0, varianceReduction: null });
  });
  test("tells when no run has the number", async () => {
    const of = { series: "no such series", month: 1 };
    const result = await compareToPrecision(usual, [coached], { halfWidth: 0.01, first: 4, of });
    expect(result).toMatchObject({ ended: "no-value", replicates: 4 });
  });
  test("leaves pairs out of which one run failed", async () => {
    const failing: Evaluate = async (job, options) => {
      const evaluations = job.evaluations.map((one) =>
        one.replicate === 2 && one.plan === 1 ? { ...one, plan: 9 } : one,
      );
      return evaluateHere({ ...job, evaluations }, options);
    };
    const result = await compareToPrecision(usual, [coached], { halfWidth: 1, first: 4, evaluate: failing });
    expect(result.failures).toMatchObject([{ plan: 1, replicate: 2, stage: "simulate" }]);
    expect(result.plans[0]?.differences[0]?.replicates).toBe(3);
  });
  test("refuses what cannot be compared, all at once", async () => {
    const other = await plan({ horizon: 23 });
    const refused = async (run: Promise<unknown>): Promise<unknown> => {
      const error = await run.catch((thrown: unknown) => thrown);
      return error instanceof InputError ? error.issues : error;
    };
    const of = { series: "adoption", month: 25 };
    expect(await refused(compareToPrecision(usual, [other], { halfWidth: 1, of, seed: "" }))).toMatchObject([
      { code: "different-horizon", path: "plans[0]" },
      { code: "out-of-range", path: "month" },
      { code: "empty", path: "seed" },
    ]);
    expect(await refused(compareToPrecision(usual, [], { halfWidth: 0, cap: 1 }))).toMatchObject([
      { path: "halfWidth" },
      { path: "cap" },
    ]);
    expect(await refused(compareToPrecision(usual, [coached], { halfWidth: 1, cap: 50, first: 1 }))).toMatchObject([
      { path: "first" },
    ]);
  });
});

describe("pairing", () => {
  test("saves what the correlation of the runs says", () => {
    const key = rootKey("pairs");
    const shared = Array.from({ length: 4_000 }, (_, i) => normalDraw(key, 3 * i));
    const a = shared.map((x, i) => 3 * x + normalDraw(key, 3 * i + 1));
    const b = shared.map((x, i) => 3 * x + normalDraw(key, 3 * i + 2));
    // Variances 10 and 10, of the difference 2.
    const { varianceReduction, replicates } = pairedPrecision(a, b);
    expect(varianceReduction).toBeGreaterThan(9);
    expect(varianceReduction).toBeLessThan(11);
    expect(replicates).toBe(4_000);
    expect(pairedPrecision([1, Number.NaN], [2, 3])).toMatchObject({ estimate: 1, low: null, replicates: 1 });
  });
});
