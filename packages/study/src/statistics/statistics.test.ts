import { fc, test as property } from "@fast-check/vitest";
import * as statistics from "simple-statistics";
import { describe, expect, test } from "vitest";
import { meanInterval } from "./mean-interval.ts";
import { quantile } from "./quantile.ts";
import { ratioOfMeans } from "./ratio.ts";
import { tQuantile } from "./t-quantile.ts";
import { wilson } from "./wilson.ts";

const sample = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 50 });

describe("the t quantile", () => {
  // NIST/SEMATECH e-Handbook, table of critical values of Student's t, upper tail .025.
  test.for([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [6, 2.447],
    [7, 2.365],
    [8, 2.306],
    [9, 2.262],
    [10, 2.228],
    [15, 2.131],
    [20, 2.086],
    [30, 2.042],
    [31, 2.04],
    [50, 2.009],
    [63, 1.998],
    [99, 1.984],
    [100, 1.984],
  ] as const)("at %i degrees of freedom", ([df, published]) => expect(tQuantile(df)).toBeCloseTo(published, 3));

  test("falls to the normal one", () => {
    expect(tQuantile(100_000)).toBeCloseTo(1.96, 3);
    for (let df = 1; df < 200; df++) expect(tQuantile(df)).toBeGreaterThan(tQuantile(df + 1));
  });
});

describe("the mean", () => {
  property.prop([sample])("and its interval agree with simple-statistics", (values) => {
    const { mean, low, high } = meanInterval(values);
    const half = (tQuantile(values.length - 1) * statistics.sampleStandardDeviation(values)) / Math.sqrt(values.length);
    expect(mean).toBe(statistics.mean(values));
    expect(high).toBeCloseTo(mean + half, 6);
    expect((low as number) <= mean && mean <= (high as number)).toBe(true);
  });
  test("of one value has no interval", () => {
    expect(meanInterval([3])).toEqual({ mean: 3, low: null, high: null, replicates: 1 });
  });
});

describe("the quantile", () => {
  test.for([
    [0, 1],
    [0.1, 1.3],
    [0.5, 2.5],
    [0.9, 3.7],
    [1, 4],
  ] as const)("%d of 1 … 4 as in R, type 7", ([p, value]) => {
    expect(quantile([4, 1, 3, 2], p)).toBeCloseTo(value, 12);
  });
  property.prop([sample])("at one half is the median of simple-statistics, at the ends the extremes", (values) => {
    expect(quantile(values, 0.5)).toBeCloseTo(statistics.median(values), 6);
    // Adding 0 makes −0 plain 0.
    expect(quantile(values, 0) + 0).toBe(Math.min(...values) + 0);
    expect(quantile(values, 1) + 0).toBe(Math.max(...values) + 0);
  });
  test("is infinite where that many are censored", () => {
    expect(quantile([1, 2, Number.POSITIVE_INFINITY], 0.5)).toBe(2);
    expect(quantile([1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0.5)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("Wilson's interval", () => {
  // Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3.
  test.for([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const)("of %i in %i", ([successes, trials, low, high]) => {
    const interval = wilson(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
  property.prop([fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true })])(
    "holds the share, within 0 … 1",
    (n, p) => {
      const { probability, low, high } = wilson(Math.round(p * n), n);
      expect(0 <= low && low <= probability && probability <= high && high <= 1).toBe(true);
    },
  );
});

describe("the ratio of means", () => {
  test("of proportional values is exact", () => {
    expect(ratioOfMeans([20, 22, 24], [10, 11, 12])).toMatchObject({ value: 2, low: 2, high: 2 });
  });
  test("has no value where the lower interval covers zero", () => {
    expect(ratioOfMeans([1, 1, 1], [-1, 0, 1])).toMatchObject({ value: null });
    expect(ratioOfMeans([1, 1], [0, 0])).toMatchObject({ value: null });
    expect(ratioOfMeans([1], [1])).toMatchObject({ value: null, reason: "one replicate has no interval" });
  });
  property.prop([fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 })])(
    "lies in its interval, and needs a lower mean apart from zero",
    (values) => {
      const below = values.map((value, i) => value + (i % 3));
      const ratio = ratioOfMeans(values, below);
      const { low, high } = meanInterval(below);
      const covers = (low as number) <= 0 && (high as number) >= 0;
      if (ratio.value === null) expect(covers).toBe(true);
      else
        expect(
          ratio.low <= ratio.value + 1e-9 * Math.abs(ratio.value) &&
            ratio.value <= ratio.high + 1e-9 * Math.abs(ratio.value),
        ).toBe(true);
    },
  );
});
