import { rootKey } from "@uptake/model";
import { expect, test } from "vitest";
import { bass } from "./bass.ts";
import { calendarTime } from "./calendar-time.ts";
import type { ForecastSeries } from "./forecast-series.ts";
import { lastStep } from "./last-step.ts";
import { ceilingAt } from "./law-forecaster.ts";

const key = rootKey("laws");
const series = (counts: readonly number[], population: number): ForecastSeries => ({
  name: "a series",
  source: "made up",
  period: "year",
  times: counts.map((_, k) => k),
  counts,
  population,
});
const middle = (samples: Float64Array): number => Float64Array.from(samples).sort()[Math.floor(samples.length / 2)]!;

test("a noiseless curve of Bass goes on as it began", () => {
  const counts = [20];
  for (let k = 0; k < 11; k++) {
    const had = counts.at(-1)!;
    counts.push(Math.round(had + (0.02 + (0.5 * had) / 8000) * (8000 - had)));
  }
  const told = bass.predict(series(counts, 10_000), 9, 200, key);
  told.forEach((samples, h) => {
    expect(Math.abs(middle(samples) - counts[9 + h]!)).toBeLessThan(120);
  });
});

test("a noiseless logistic curve goes on as it began", () => {
  const counts = Array.from({ length: 14 }, (_, k) => Math.round(10_000 / (1 + Math.exp(3 - 0.5 * k))));
  const told = calendarTime.predict(series(counts, 10_000), 9, 200, key);
  told.forEach((samples, h) => {
    // Everyone adopts in the end, so what is not known of the ceiling lies below it.
    expect(Math.abs(middle(samples) - counts[9 + h]!)).toBeLessThan(400);
  });
});

test("the last step goes on, whatever came before it", () => {
  const told = lastStep.predict(series([0, 500, 500, 550, 600], 1000), 4, 400, key);
  expect(middle(told[0]!)).toBeGreaterThan(585);
  expect(middle(told[0]!)).toBeLessThan(605);
});

test.for([bass, calendarTime, lastStep])("$name predicts nothing that cannot be, and repeats itself", (forecaster) => {
  const some = { ...series([1, 4, 9, 9, 20, 30], 40), times: [0, 1, 2, 3, 5, 9] };
  const told = forecaster.predict(some, 4, 100, key);
  expect(told.map(({ length }) => length)).toEqual([100, 100]);
  for (let path = 0; path < 100; path++) {
    expect(told[0]![path]).toBeGreaterThanOrEqual(9);
    expect(told[1]![path]).toBeGreaterThanOrEqual(told[0]![path]!);
    expect(told[1]![path]).toBeLessThanOrEqual(40);
  }
  expect(forecaster.predict({ ...some, counts: [1, 4, 9, 9, 40, 40] }, 4, 100, key)).toEqual(told);
});

test("who ever adopts runs from those who have to everyone", () => {
  const some = series([1, 4, 9], 40);
  expect(ceilingAt(0.01, some, 3).ceiling).toBe(9);
  expect(ceilingAt(0.999, some, 3).ceiling).toBe(40);
});
