import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { domainOf, ticks } from "./value-axis.ts";

describe("a value axis", () => {
  test("has round ticks", () => {
    expect(ticks(0, 1, 4)).toEqual([0, 0.5, 1]);
    expect(ticks(-0.05, 0.15, 4)).toEqual([-0.05, 0, 0.05, 0.1, 0.15]);
    expect(ticks(3, 3, 4)).toEqual([3]);
  });
  test("has some width even where all values are alike, or none is known", () => {
    for (const values of [[], [null, Number.NaN], [0, 0], [7], [-3, -3]]) {
      const [low, high] = domainOf(values);
      expect(high).toBeGreaterThan(low);
    }
  });
  property.prop([fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 8 })])(
    "holds every value",
    (values) => {
      const [low, high] = domainOf(values);
      const slack = 1e-6 * (high - low);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(low - slack);
        expect(value).toBeLessThanOrEqual(high + slack);
      }
    },
  );
});
