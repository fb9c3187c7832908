import { rootKey } from "@uptake/model";
import { describe, expect, test } from "vitest";
import oracles from "../../test-support/oracles.json" with { type: "json" };
import { normalDraw } from "./normal-draw.ts";
import { normalQuantile } from "./normal-quantile.ts";

describe("the normal quantile", () => {
  test.for(oracles.normalQuantile as [number, number][])("of %d is SciPy's", ([p, published]) => {
    expect(Math.abs(normalQuantile(p) - published)).toBeLessThan(1e-13 * Math.max(1, Math.abs(published)));
  });
  test("has infinite ends", () => expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]));
});

describe("normal draws", () => {
  test("have the moments of a standard normal", () => {
    const key = rootKey("normal");
    const draws = Array.from({ length: 20_000 }, (_, slot) => normalDraw(key, slot));
    const moment = (power: number): number => draws.reduce((sum, x) => sum + x ** power, 0) / draws.length;
    // Within 4 standard errors: √(1, 2, 15, 96 / 20,000).
    [0, 1, 0, 3].forEach((expected, i) => {
      const error = Math.sqrt([1, 2, 15, 96][i]! / draws.length);
      expect(Math.abs(moment(i + 1) - expected)).toBeLessThan(4 * error);
    });
  });
});
