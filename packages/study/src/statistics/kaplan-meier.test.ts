import { fc, test as property } from "@fast-check/vitest";
import type { InputError } from "@uptake/model";
import { describe, expect, test } from "vitest";
import oracles from "../../test-support/oracles.json" with { type: "json" };
import { observe } from "../target/target-curve.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import type { Observation } from "./observation.ts";

const observed = (pairs: readonly (readonly number[])[]): Observation[] =>
  pairs.map(([time, reached]) => ({ time: time as number, reached: reached === 1 }));

describe("the curve of waiting", () => {
  test.for(oracles.survival.map((one, i) => [i, one] as const))(
    "and its interval are SciPy's, case %i",
    ([, oracle]) => {
      const { steps } = kaplanMeier(observed(oracle.observations));
      expect(steps.map(({ time }) => time)).toEqual(oracle.times);
      steps.forEach(({ waiting, low, high }, i) => {
        expect(waiting).toBeCloseTo(oracle.waiting[i]!, 12);
        expect(low).toBeCloseTo(oracle.low[i]!, 9);
        expect(high).toBeCloseTo(oracle.high[i]!, 9);
      });
    },
  );
  test("of the remission times has the published median and interval", () => {
    // Median 23 weeks, log-log interval from 13 with no upper end.
    const { median, medianLow, medianHigh } = kaplanMeier(observed(oracles.survival[0]!.observations));
    expect([median, medianLow, medianHigh]).toEqual([23, 13, null]);
  });
  test("that rests at one half has its median midway to the next fall", () => {
    // 8 of 16 wait beyond month 30, 6 beyond month 34; the interval's ends pass one half at months 15 and 58.
    const { median, medianLow, medianHigh } = kaplanMeier(observed(oracles.survival[1]!.observations));
    expect([median, medianLow, medianHigh]).toEqual([32, 15, 58]);
  });
  test("counts by hand", () => {
    // Of 4, one comes at 1; of the 3 left, one comes and one is lost at 2; the last comes at 5.
    const { steps, median } = kaplanMeier(
      observed([
        [2, 0],
        [5, 1],
        [1, 1],
        [2, 1],
      ]),
    );
    expect(steps).toMatchObject([
      { time: 1, atRisk: 4, reached: 1, censored: 0, waiting: 0.75 },
      { time: 2, atRisk: 3, reached: 1, censored: 1, waiting: 0.5 },
      { time: 5, atRisk: 1, reached: 1, censored: 0, waiting: 0, low: null, high: null },
    ]);
    expect(median).toBe(3.5);
  });
  // Worked out by hand from `survfit_confint` (conf.type "log-log") and `survmean` of the package survival for R.
  test.for<
    [what: string, pairs: number[][], median: (number | null)[], last: { waiting: number; low: unknown; high: unknown }]
  >([
    // 1, 2, 3, 4: the variance of log S is 1/12, 1/4, 3/4; the lower end is .128 at 1, the upper never at one half.
    [
      "everybody gets there, resting at one half on the way",
      [1, 2, 3, 4].map((time) => [time, 1]),
      [2.5, 1, null],
      { waiting: 0, low: null, high: null },
    ],
    ["the one observation gets there", [[5, 1]], [5, null, null], { waiting: 0, low: null, high: null }],
    [
      "all get there at once",
      [
        [5, 1],
        [5, 1],
      ],
      [5, null, null],
      { waiting: 0, low: null, high: null },
    ],
    // ⅓ remains; the variance of log S is 2/3, so the ends are ⅓ ^ e^±(1.6003 / 1.0986).
    [
      "who is lost counts as watched when others get there",
      [
        [3, 1],
        [3, 0],
        [3, 1],
      ],
      [3, 3, null],
      { waiting: 1 / 3, low: 0.00896, high: 0.77415 },
    ],
    // ½ from 1 on; the variance is ½, so the ends are ½ ^ e^±(1.38590 / .69315).
    [
      "the curve rests at one half to its end",
      [
        [1, 1],
        [9, 0],
      ],
      [1, 1, null],
      { waiting: 0.5, low: 0.00598, high: 0.91041 },
    ],
    [
      "rounding leaves the curve a hair above one half",
      Array.from({ length: 100 }, (_, i) => [i + 1, 1]),
      [50.5, 40, 60],
      { waiting: 0, low: null, high: null },
    ],
    [
      "nobody is known to get there",
      [
        [2, 0],
        [9, 0],
      ],
      [null, null, null],
      { waiting: 1, low: null, high: null },
    ],
  ])("is R's where %s", ([, pairs, median, last]) => {
    const curve = kaplanMeier(observed(pairs));
    expect([curve.median, curve.medianLow, curve.medianHigh]).toEqual(median);
    const { waiting, low, high } = curve.steps.at(-1)!;
    const rounded = (end: number | null) => (end === null ? null : Math.round(end * 1e5) / 1e5);
    expect({ waiting: rounded(waiting), low: rounded(low), high: rounded(high) }).toEqual({
      ...last,
      waiting: rounded(last.waiting),
    });
  });
  test("has no median and no error where nobody gets there", () => {
    expect(
      kaplanMeier(
        observed([
          [60, 0],
          [60, 0],
        ]),
      ),
    ).toEqual({
      steps: [{ time: 60, atRisk: 2, reached: 0, censored: 2, waiting: 1, low: null, high: null }],
      observations: 2,
      median: null,
      medianLow: null,
      medianHigh: null,
    });
  });
  const observations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 20 }), reached: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  });
  property.prop([observations])("only falls, holds its interval, and does not see the order", (all) => {
    const curve = kaplanMeier(all);
    curve.steps.forEach(({ waiting, low, high }, i) => {
      expect(waiting).toBeLessThanOrEqual(curve.steps[i - 1]?.waiting ?? 1);
      if (low !== null && high !== null) expect(low <= waiting && waiting <= high).toBe(true);
    });
    expect(curve.steps.reduce((sum, { reached, censored }) => sum + reached + censored, 0)).toBe(all.length);
    expect(kaplanMeier([...all].reverse())).toEqual(curve);
  });
  property.prop([fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 })])(
    "is the plain share where all get there",
    (times) => {
      for (const { time, waiting } of kaplanMeier(times.map((one) => ({ time: one, reached: true }))).steps)
        expect(waiting).toBeCloseTo(times.filter((one) => one > time).length / times.length, 12);
    },
  );
  test("refuses no observations and times out of range", () => {
    const code = (all: Observation[]): string | undefined => {
      try {
        kaplanMeier(all);
      } catch (error) {
        return (error as InputError).issues[0]?.code;
      }
      return undefined;
    };
    expect(code([])).toBe("empty");
    expect(code([{ time: -1, reached: true }])).toBe("out-of-range");
    expect(code([{ time: Number.POSITIVE_INFINITY, reached: false }])).toBe("out-of-range");
  });
});

describe("a path towards a target", () => {
  const path = (length: number, from: number): Float64Array =>
    Float64Array.from({ length }, (_, index) => (index >= from ? 0.8 : 0.5));
  test("is watched to the horizon, or to the last May with another after it", () => {
    expect(observe(path(61, 13), 0.8, "momentary")).toEqual({ time: 13, reached: true });
    expect(observe(path(61, 13), 0.8, "held")).toEqual({ time: 22, reached: true });
    expect(observe(path(61, 99), 0.8, "momentary")).toEqual({ time: 60, reached: false });
    expect(observe(path(61, 99), 0.8, "held")).toEqual({ time: 46, reached: false });
    expect(observe(path(59, 99), 0.8, "held")).toEqual({ time: 46, reached: false });
    expect(observe(path(58, 99), 0.8, "held")).toEqual({ time: 34, reached: false });
    expect(observe(path(13, 0), 0.8, "held")).toEqual({ time: 0, reached: false });
  });
});
