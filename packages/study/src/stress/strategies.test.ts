import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { codesOf } from "../../test-support/issues-of.ts";
import type { OutcomeMatrix } from "./outcome-matrix.ts";
import { regret } from "./regret.ts";
import { robustness } from "./robustness.ts";
import { worstTenth } from "./worst-tenth.ts";

const matrix: OutcomeMatrix = {
  strategies: ["steady", "bold", "weak"],
  better: "higher",
  values: [
    [0.6, 0.6, 0.6, 0.6],
    [0.9, 0.9, 0.6, 0.1],
    [0.5, 0.5, 0.5, 0.1],
  ],
};

const whole = fc.integer({ min: -50, max: 50 });
const matrices = fc
  .integer({ min: 2, max: 30 })
  .chain((worlds) =>
    fc
      .array(fc.array(whole, { minLength: worlds, maxLength: worlds }), { minLength: 1, maxLength: 5 })
      .map((values): OutcomeMatrix => ({ strategies: values.map((_, s) => `s${s}`), values, better: "higher" })),
  );
const turned = (one: OutcomeMatrix): OutcomeMatrix => ({
  ...one,
  better: "lower",
  values: one.values.map((row) => row.map((value) => -value)),
});

describe("satisficing robustness", () => {
  test("is the share of worlds in which the threshold is met, with Wilson's interval", () => {
    const [steady, bold, weak] = robustness(matrix, 0.6);
    expect(steady).toMatchObject({ met: 4, probability: 1, high: 1, place: 1, tiedWithFirst: true });
    expect(steady?.low).toBeCloseTo(0.5101, 4); // 4 of 4: 4 / (4 + 1.96²)
    expect(bold).toMatchObject({ met: 3, probability: 0.75, place: 2, tiedWithFirst: true });
    expect(weak).toMatchObject({ met: 0, place: 3, tiedWithFirst: false });
  });
  test("ties share a place", () => {
    expect(robustness(matrix, 0.05).map(({ place, tiedWithFirst }) => [place, tiedWithFirst])).toEqual([
      [1, true],
      [1, true],
      [1, true],
    ]);
  });
  test("a sole winner is tied with nobody", () => {
    const apart = Array.from({ length: 20 }, (_, w) => w);
    const all = robustness({ strategies: ["a", "b"], better: "higher", values: [apart, apart.map(() => -1)] }, 0);
    expect(all.map(({ tiedWithFirst }) => tiedWithFirst)).toEqual([false, false]);
    expect(all[0]!.lessFirst).toBeNull();
    expect(all[1]!.lessFirst).toMatchObject({ estimate: -1 });
  });
  property.prop([matrices, whole])("turns over with the outcome", (one, threshold) => {
    expect(robustness(turned(one), -threshold)).toEqual(robustness(one, threshold));
  });
});

describe("regret", () => {
  test("is what the best strategy of each world would have brought", () => {
    const [steady, bold, weak] = regret(matrix);
    expect(steady?.regrets.map((value) => Math.round(10 * value))).toEqual([3, 3, 0, 0]);
    expect(bold?.regrets.map((value) => Math.round(10 * value))).toEqual([0, 0, 0, 5]);
    expect(bold?.mean.mean).toBeCloseTo(0.125, 12);
    // 0.125 ± 3.1824 · 0.25/√4, by Student’s t of 3 degrees of freedom; no regret is less than none.
    expect(bold?.mean.low).toBe(0);
    expect(bold?.mean.high).toBeCloseTo(0.125 + 3.1824 * 0.125, 4);
    expect(bold).toMatchObject({ bestAlone: 2, bestShared: 1, place: 1, tiedWithFirst: true });
    expect(steady).toMatchObject({ bestAlone: 1, bestShared: 1, place: 2, tiedWithFirst: true });
    expect(weak).toMatchObject({ bestAlone: 0, bestShared: 0, place: 3 });
    expect(weak?.worstTenth.mean).toBeCloseTo(0.5, 12);
  });
  test("within the tolerance is a tie", () => {
    expect(regret(matrix, 0.31)[0]).toMatchObject({ regrets: [0, 0, 0, 0], bestAlone: 1, bestShared: 3 });
  });
  property.prop([matrices])("is nowhere negative, nowhere positive for all, and turns over with the outcome", (one) => {
    const all = regret(one);
    for (const { regrets } of all) expect(Math.min(...regrets)).toBe(0 + Math.max(0, Math.min(...regrets)));
    one.values[0]?.forEach((_, w) => {
      expect(Math.min(...all.map(({ regrets }) => regrets[w] as number))).toBe(0);
    });
    expect(regret(turned(one))).toEqual(all);
    const ties = all.filter(({ overFirst, tiedWithFirst }) => overFirst !== null && tiedWithFirst).length;
    expect(all.find(({ overFirst }) => overFirst === null)?.tiedWithFirst).toBe(ties > 0);
    expect(all.every(({ mean }) => mean.low === null || mean.low >= 0)).toBe(true);
  });
});

describe("the worst tenth", () => {
  test("of 20 is the mean of 2, of 15 the worst and half the next", () => {
    const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
    expect(worstTenth(upTo(20), "higher").mean).toBe(1.5);
    expect(worstTenth(upTo(20), "lower").mean).toBe(19.5);
    expect(worstTenth(upTo(15), "higher").mean).toBeCloseTo((1 + 0.5 * 2) / 1.5, 12);
    expect(worstTenth([3, 1], "higher")).toEqual({ mean: 1, low: null, high: null, worlds: 2 });
  });
  test("has the interval of a mean of which the nine tenths above the edge vary not at all", () => {
    // Parts of 1 … 20 in their mean: 2 − 20/2 · (2 − 1) of the lowest, 2 of all others, so a variance of 5, and 5/20 of the
    // mean; Student's t of 19 degrees of freedom is 2.0930.
    const half = 2.093_024_054 * Math.sqrt(5 / 20);
    const values = Array.from({ length: 20 }, (_, i) => i + 1);
    for (const [better, mean] of [
      ["higher", 1.5],
      ["lower", 19.5],
    ] as const) {
      const found = worstTenth(values, better);
      expect([found.mean, found.worlds]).toEqual([mean, 20]);
      expect(found.low).toBeCloseTo(mean - half, 8);
      expect(found.high).toBeCloseTo(mean + half, 8);
      expect(worstTenth(values, better, [1, 20])).toMatchObject({
        low: Math.max(1, found.low!),
        high: Math.min(20, found.high!),
      });
    }
  });
  property.prop([fc.array(whole, { minLength: 10, maxLength: 40 })])(
    "is the same when every world is repeated",
    (values) => {
      expect(worstTenth([...values, ...values], "lower").mean).toBeCloseTo(worstTenth(values, "lower").mean, 9);
    },
  );
  property.prop([fc.array(whole, { minLength: 1, maxLength: 60 })])("lies between the worst and the mean", (values) => {
    const { mean, low, high } = worstTenth(values, "higher");
    expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
    expect(mean).toBeLessThanOrEqual(values.reduce((sum, value) => sum + value, 0) / values.length + 1e-9);
    if (low !== null && high !== null) expect(low <= mean && mean <= high).toBe(true);
  });
});

describe("malformed input", () => {
  test("is refused as data", async () => {
    expect(await codesOf(() => regret({ strategies: [], values: [], better: "higher" }))).toEqual(["empty strategies"]);
    expect(await codesOf(() => regret({ strategies: ["a"], values: [[1]], better: "higher" }))).toEqual([
      "too-few-worlds values",
    ]);
    expect(await codesOf(() => regret({ ...matrix, strategies: ["a", "a", "b"] }))).toEqual([
      "duplicate strategies[1]",
    ]);
    expect(await codesOf(() => robustness({ ...matrix, strategies: ["a", "b"] }, 0.5))).toEqual(["length values"]);
    expect(
      await codesOf(() => robustness({ strategies: ["a"], values: [[1, Number.NaN]], better: "lower" }, 0)),
    ).toEqual(["not-finite values[0][1]"]);
    expect(await codesOf(() => robustness(matrix, 1.2, [0, 1]))).toEqual(["out-of-range threshold"]);
    expect(await codesOf(() => regret(matrix, -1))).toEqual(["out-of-range tolerance"]);
    expect(await codesOf(() => worstTenth([], "lower"))).toEqual(["empty values"]);
  });
});
