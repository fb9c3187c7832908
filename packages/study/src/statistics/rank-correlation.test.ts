import { fc, test as property } from "@fast-check/vitest";
import { sampleRankCorrelation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { rankCorrelation } from "./rank-correlation.ts";

const different = fc.uniqueArray(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 3,
  maxLength: 40,
  comparator: (a, b) => a === b,
});

describe("the rank correlation", () => {
  property.prop([different, fc.integer({ min: 1, max: 1e6 })])(
    "is that of simple-statistics without ties",
    (x, salt) => {
      const y = x.map((value, i) => value * ((i * salt) % 7) + i * 1e-3);
      if (new Set(y).size < y.length) return;
      expect(rankCorrelation(x, y)).toBeCloseTo(sampleRankCorrelation(x, y), 9);
    },
  );
  test("shares the middle rank among equal values", () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: r = 4.5 / √(4.5 · 5).
    expect(rankCorrelation([1, 2, 2, 9], [10, 20, 30, 40])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });
  test("sees any rise as one, and none where a side never changes", () => {
    expect(rankCorrelation([1, 2, 3], [1, 10, 1000])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(rankCorrelation([1, 2, 3], [5, 5, 5])).toBeNaN();
  });
});
