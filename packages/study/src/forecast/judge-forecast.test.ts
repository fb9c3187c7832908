import { expect, test } from "vitest";
import { judgeForecast } from "./judge-forecast.ts";

const even = Float64Array.from({ length: 101 }, (_, i) => i);

test("a band holds what lies in the middle of what was predicted", () => {
  expect(judgeForecast(even, 50, 200).held).toEqual([1, 1, 1]);
  expect(judgeForecast(even, 20, 200).held).toEqual([0, 1, 1]);
  expect(judgeForecast(even, 5, 200).held).toEqual([0, 0, 1]);
  expect(judgeForecast(even, 150, 200).held).toEqual([0, 0, 0]);
});

test("a count that nothing predicted lies where the predictions part around it", () => {
  const parted = (below: number): Float64Array => Float64Array.from({ length: 100 }, (_, i) => (i < below ? 0 : 10));
  expect(judgeForecast(parted(50), 5, 20).held).toEqual([1, 1, 1]);
  expect(judgeForecast(parted(15), 5, 20).held).toEqual([0, 1, 1]);
  expect(judgeForecast(parted(95), 5, 20).held).toEqual([0, 0, 1]);
  expect(judgeForecast(parted(99), 5, 20).held).toEqual([0, 0, 0]);
});

test("a count on the edge of a band counts for the part inside, so that the mean over what was predicted is nominal", () => {
  const samples = Float64Array.from([0, 0, 0, 1, 1, 2, 2, 2, 2, 3]);
  const mean = [0, 1, 2].map(
    (band) => samples.reduce((sum, count) => sum + judgeForecast(samples, count, 10).held[band]!, 0) / samples.length,
  );
  [0.5, 0.8, 0.95].forEach((nominal, band) => {
    expect(mean[band]).toBeCloseTo(nominal, 10);
  });
});

test("chances of all counts add up to one, and none is nought", () => {
  const samples = Float64Array.from({ length: 200 }, (_, i) => 30 + (i % 17));
  let sum = 0;
  for (let count = 0; count <= 100; count++) sum += Math.exp(judgeForecast(samples, count, 100).logScore);
  expect(sum).toBeCloseTo(1, 4);
  expect(judgeForecast(samples, 100, 100).logScore).toBeCloseTo(Math.log(0.01 / 101), 6);
});

test("the score of a count is how far out it lies, and the error is the median's", () => {
  expect(judgeForecast(even, 50, 100).z).toBeCloseTo(0, 6);
  expect(judgeForecast(even, 98, 100).z).toBeGreaterThan(1.8);
  expect(judgeForecast(even, 1000, 2000).z).toBeLessThan(3);
  expect(judgeForecast(even, 60, 200).error).toBeCloseTo(0.05, 10);
});
