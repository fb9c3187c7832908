import { expect, test } from "vitest";
import { stretchOf, widen } from "./widen.ts";

test("forecasts are stretched only where steps were missed by more than they should be", () => {
  expect(stretchOf([])).toBe(1);
  expect(stretchOf([0.2, -0.5, 1])).toBe(1);
  expect(stretchOf([3, -3, 3, -3])).toBeCloseTo(Math.sqrt(5), 10);
});

test("stretching leaves the median and keeps within what can be", () => {
  const samples = Float64Array.from([10, 12, 14, 16, 18]);
  expect(Array.from(widen(samples, 2, 8, 20))).toEqual([8, 10, 14, 18, 20]);
  expect(widen(samples, 1, 8, 20)).toBe(samples);
});
