import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import {
  atan,
  atanh,
  clamp,
  eased,
  exp,
  LOG_ODDS_LIMIT,
  log,
  log1p,
  logistic,
  logit,
  odds,
  oddsAtMost,
  partHazard,
  pow,
  sin,
  square,
  tanh,
  unit,
} from "./math.ts";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const relative = (x: number, to: number) => (x === to ? 0 : Math.abs(x - to) / Math.max(1e-300, Math.abs(to)));

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

/** Values computed with 50 digits by mpmath 1.3.0 and rounded to the nearest number. */
const references: [name: string, of: (x: number) => number, values: [x: number, value: number][]][] = [
  [
    "log1p",
    log1p,
    [
      [-0.999, -6.907755278982136],
      [-0.5, -0.6931471805599453],
      [-0.001, -0.0010005003335835335],
      [-1e-9, -1.0000000005000001e-9],
      [-1e-17, -1e-17],
      [1e-300, 1e-300],
      [1e-16, 1e-16],
      [1e-8, 9.999999950000001e-9],
      [0.01, 0.009950330853168083],
      [0.7, 0.5306282510621704],
      [3, 1.3862943611198906],
      [1e6, 13.815511557963774],
    ],
  ],
  [
    "tanh",
    tanh,
    [
      [1e-9, 1e-9],
      [1e-3, 0.0009999996666668],
      [0.02, 0.019997333759930933],
      [0.3, 0.2913126124515909],
      [1, 0.7615941559557649],
      [-2.5, -0.9866142981514303],
      [8, 0.9999997749296758],
      [19, 0.9999999999999999],
    ],
  ],
  [
    "atanh",
    atanh,
    [
      [1e-12, 1e-12],
      [1e-4, 0.00010000000033333334],
      [0.05, 0.05004172927849127],
      [-0.4, -0.42364893019360184],
      [0.9, 1.4722194895832204],
      [-0.999999, -7.254328619247669],
    ],
  ],
  [
    "sin",
    sin,
    [
      [1e-12, 1e-12],
      [0.1, 0.09983341664682815],
      [-0.5, -0.479425538604203],
      [1, 0.8414709848078965],
      [1.3, 0.963558185417193],
      [1.5707963267948966, 1],
    ],
  ],
  [
    "atan",
    atan,
    [
      [1e-12, 1e-12],
      [0.05, 0.049958395721942765],
      [0.199, 0.196433836738036],
      [0.5, 0.4636476090008061],
      [-0.9, -0.7328151017865066],
      [1, 0.7853981633974483],
      [1.0000001, 0.7853982133974459],
      [3.7, 1.3068326031691921],
      [-250, -1.5667963481280252],
      [1e17, 1.5707963267948966],
    ],
  ],
];

describe("the others are right to 1 part in 10¹⁵", () => {
  test.for(references)("%s", ([, of, values]) => {
    for (const [x, value] of values) expect(relative(of(x), value)).toBeLessThan(1e-15);
  });
  property.prop([between(-0.999999, 1e6), between(-25, 25), between(-1.5707, 1.5707), between(-1e3, 1e3)], {
    numRuns: 2000,
  })("wherever they are asked", (x, y, angle, slope) => {
    expect(relative(log1p(x), Math.log1p(x))).toBeLessThan(2e-15);
    expect(relative(tanh(y), Math.tanh(y))).toBeLessThan(2e-15);
    expect(relative(sin(angle), Math.sin(angle))).toBeLessThan(2e-15);
    expect(relative(atan(slope), Math.atan(slope))).toBeLessThan(2e-15);
    expect(square(x)).toBe(x * x);
  });
  property.prop([between(-0.99999, 0.99999)], { numRuns: 2000 })("and atanh within its range", (x) => {
    expect(relative(atanh(x), Math.atanh(x))).toBeLessThan(3e-15);
  });
  test("to the ends", () => {
    expect([log1p(-1), log1p(Infinity), log1p(0), tanh(Infinity), tanh(-Infinity), tanh(0)]).toEqual([
      -Infinity,
      Infinity,
      0,
      1,
      -1,
      0,
    ]);
    expect([atanh(1), atanh(-1), sin(0), atan(0), atan(Infinity)]).toEqual([Infinity, -Infinity, 0, 0, Math.PI / 2]);
    expect([log1p(-2), atanh(1.5), tanh(Number.NaN), atan(Number.NaN)]).toEqual([NaN, NaN, NaN, NaN]);
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

describe("oddsAtMost", () => {
  property.prop([between(-40, 40)])("is more than the odds, but never much more than twice them", (x) => {
    expect(oddsAtMost(x)).toBeGreaterThan(odds(x) * 1.006);
    expect(oddsAtMost(x)).toBeLessThan(odds(x) * 2.02);
  });
  test("is so where the odds are a power of two", () => {
    for (let k = -40; k <= 40; k++) expect(oddsAtMost(k * Math.LN2)).toBe(2 ** (k + 1));
  });
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
      // Below 1, the factor less 1 is rounded by up to 2⁻⁵⁴, of which 1/by is left; above it, by as much as the rest is.
      expect(Math.abs(eased(1, by) - 1)).toBeLessThanOrEqual(2 ** -54 * (1 / by) + 2 ** -51);
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
