import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { clamp, eased, exp, LOG_ODDS_LIMIT, log, logistic, logit, odds, partHazard, pow, unit } from "./math.ts";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const relative = (x: number, to: number) => (x === to ? 0 : Math.abs(x - to) / Math.abs(to));

/** Spreads positive numbers evenly over their exponents, 1e−300 … 1e300. */
const positive = between(-690, 690).map(Math.exp);

describe("exp", () => {
  property.prop([between(-708, 709)], { numRuns: 2000 })("agrees with Math.exp to 2e−15", (x) => {
    expect(relative(exp(x), Math.exp(x))).toBeLessThan(2e-15);
  });
  property.prop([between(-1, 1)], { numRuns: 2000 })("agrees with Math.exp to 2e−15 near 0", (x) => {
    expect(relative(exp(x), Math.exp(x))).toBeLessThan(2e-15);
  });
  test("has the right ends", () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(-708.1), exp(709.1)]).toEqual([1, 0, Infinity, 0, Infinity]);
    expect(exp(Number.NaN)).toBeNaN();
    expect(exp(-708)).toBeGreaterThan(0);
    expect(exp(709)).toBeLessThan(Infinity);
  });
});

describe("log", () => {
  property.prop([positive], { numRuns: 2000 })("agrees with Math.log to 2e−15", (x) => {
    expect(relative(log(x), Math.log(x))).toBeLessThan(2e-15);
  });
  property.prop([between(0.5, 2)], { numRuns: 2000 })("agrees with Math.log to 2e−15 near 1", (x) => {
    expect(relative(log(x), Math.log(x))).toBeLessThan(2e-15);
  });
  property.prop([between(-700, 700)], { numRuns: 2000 })("undoes exp", (x) => {
    expect(Math.abs(log(exp(x)) - x)).toBeLessThan(1e-15 + 2e-15 * Math.abs(x));
  });
  test("has the right ends", () => {
    expect([log(1), log(0), log(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect(log(-1)).toBeNaN();
    expect(log(Number.NaN)).toBeNaN();
    expect(relative(log(Number.MIN_VALUE), Math.log(Number.MIN_VALUE))).toBeLessThan(2e-15);
    expect(relative(log(Number.MAX_VALUE), Math.log(Number.MAX_VALUE))).toBeLessThan(2e-15);
  });
});

describe("pow", () => {
  property.prop([positive, between(-50, 50)], { numRuns: 2000 })(
    "agrees with Math.pow to 2e−15 times 1 + |y·log x|, as rounding y·log x must cost",
    (x, y) => {
      const size = Math.abs(y * Math.log(x));
      fc.pre(size < 700);
      expect(relative(pow(x, y), x ** y)).toBeLessThan(2e-15 * (1 + size));
    },
  );
  property.prop([between(0.01, 100), between(-1, 1)], { numRuns: 2000 })(
    "agrees with Math.pow to 2e−15 for the roots the model takes",
    (x, y) => {
      expect(relative(pow(x, y), x ** y)).toBeLessThan(2e-15);
    },
  );
  test("has the right ends", () => {
    expect([pow(0, 0), pow(5, 0), pow(0, 2), pow(0, -1), pow(1, 1e9)]).toEqual([1, 1, 0, Infinity, 1]);
    expect([pow(-3, 2), pow(-2, 3), pow(2, -2)]).toEqual([9, -8, 0.25]);
    expect(pow(-1, 0.5)).toBeNaN();
  });
});

describe("odds and probabilities", () => {
  property.prop([between(1e-9, 1 - 1e-9)])("logistic undoes logit", (p) => {
    expect(logistic(logit(p))).toBeCloseTo(p, 12);
  });
  property.prop([between(-40, 40)])("logit undoes logistic, within the limit", (x) => {
    const held = clamp(x, -LOG_ODDS_LIMIT, LOG_ODDS_LIMIT);
    expect(relative(odds(x) * odds(-x), 1)).toBeLessThan(4e-15);
    expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 14);
    if (held < 15) expect(Math.abs(logit(logistic(x)) - held)).toBeLessThan(1e-8);
  });
  property.prop([between(-29, 29), between(0.01, 1)])("logistic rises", (x, step) => {
    expect(logistic(x + step)).toBeGreaterThanOrEqual(logistic(x));
  });
  test("meet at a half", () => expect([odds(0), logistic(0), logit(0.5)]).toEqual([1, 0.5, 0]));
});

describe("partHazard", () => {
  property.prop([between(0, 0.999), fc.integer({ min: 1, max: 120 })])("adds up to the whole", (hazard, periods) => {
    const part = partHazard(hazard, periods);
    expect(part).toBeGreaterThanOrEqual(0);
    expect(part).toBeLessThanOrEqual(hazard + 1e-15);
    expect(1 - (1 - part) ** periods).toBeCloseTo(hazard, 12);
  });
  property.prop([between(0, 0.999), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })])(
    "of a part is the part of both",
    (hazard, m, n) => {
      expect(partHazard(partHazard(hazard, m), n)).toBeCloseTo(partHazard(hazard, m * n), 13);
    },
  );
  test("of 0 is 0, and of one period the whole", () => {
    expect(partHazard(0, 12)).toBe(0);
    expect(partHazard(0.3, 1)).toBeCloseTo(0.3, 15);
    expect(partHazard(0.18, 12)).toBeCloseTo(1 - 0.82 ** (1 / 12), 15);
  });
});

describe("eased", () => {
  const factor = between(0.01, 100);
  property.prop([between(0.001, 0.999), factor])("multiplies the odds by the factor", (p, by) => {
    const oddsOf = (q: number): number => q / (1 - q);
    expect(relative(oddsOf(eased(p, by)), by * oddsOf(p))).toBeLessThan(1e-9);
    expect(eased(eased(p, by), 1 / by)).toBeCloseTo(p, 9);
  });
  property.prop([between(0, 1), factor])(
    "leaves every bit at 1, and what is never or always so at any factor",
    (p, by) => {
      expect(eased(p, 1)).toBe(p);
      expect(eased(0, by)).toBe(0);
      expect(eased(1, by)).toBeCloseTo(1, 14);
    },
  );
});

describe("clamp and unit", () => {
  property.prop([fc.double({ noNaN: true })])("hold a number within bounds", (x) => {
    expect(clamp(x, -2, 3) === Math.min(3, Math.max(-2, x))).toBe(true);
    expect(unit(x) === Math.min(1, Math.max(0, x))).toBe(true);
  });
});

test("returns the same bits on every engine", () => {
  const value = new Float64Array(1);
  const bits = new Uint32Array(value.buffer);
  let sum = 0;
  const fold = (x: number) => {
    value[0] = x;
    for (const half of bits) sum = (((sum << 5) | (sum >>> 27)) ^ half) >>> 0;
  };
  for (let i = -20_000; i <= 20_000; i++) {
    fold(exp(i / 29));
    fold(log(exp(i / 30) * 1.1));
    fold(pow(1 + Math.abs(i) / 7, i / 12_345));
    fold(logistic(i / 600));
    fold(partHazard((i + 20_001) / 40_003, 12));
  }
  expect(sum).toBe(585658422);
});
