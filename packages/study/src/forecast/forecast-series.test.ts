import { InputError } from "@uptake/model";
import { expect, test } from "vitest";
import { bass } from "./bass.ts";
import { checkForecastSeries, type ForecastSeries, fittedCounts } from "./forecast-series.ts";
import { scoreForecasts } from "./score-forecasts.ts";

const series = (counts: readonly number[], more: Partial<ForecastSeries> = {}): ForecastSeries => ({
  name: "a series",
  source: "made up",
  period: "year",
  times: counts.map((_, k) => k),
  counts,
  population: 100,
  ...more,
});

function issuesOf(run: () => unknown): InputError["issues"] {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}
const paths = (run: () => unknown): string[] => issuesOf(run).map(({ path }) => path);

test("a first part is a half or two thirds of the counts, at least four", () => {
  expect(fittedCounts(18)).toEqual([9, 12]);
  expect(fittedCounts(7)).toEqual([4, 5]);
  expect(fittedCounts(5)).toEqual([4]);
  expect(fittedCounts(4, { shares: [0.5], least: 3 })).toEqual([3]);
});

test("a series that can be scored passes", () => {
  expect(issuesOf(() => checkForecastSeries(series([0, 1, 1, 5, 9])))).toEqual([]);
});

test("a series too short says how many counts it takes", () => {
  const [issue, ...others] = issuesOf(() => scoreForecasts(series([0, 1, 2, 3]), [bass]));
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ path: "counts", value: 4, allowed: "5 or more" });
});

test("a cumulative count that falls is named with the one before it", () => {
  const [issue, ...others] = issuesOf(() => scoreForecasts(series([0, 5, 9, 8, 12, 14]), [bass]));
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ path: "counts[3]", value: 8, allowed: "9 or more" });
  expect(issue!.message).toContain("fewer than the 9 before it");
});

test("a count above the population is named", () => {
  expect(paths(() => scoreForecasts(series([0, 5, 9, 12, 14], { population: 10 }), [bass]))).toEqual([
    "counts[3]",
    "counts[4]",
  ]);
});

test("every fault is told at once", () => {
  const odd = series([0, 1.5, 1, 4, 8, 9], { times: [1, 2, 2, 4, 5], population: 0 });
  expect(paths(() => checkForecastSeries(odd, { shares: [1], least: 1 }))).toEqual([
    "shares",
    "least",
    "counts",
    "times",
    "population",
    "counts[1]",
    "counts[2]",
    "times[0]",
    "times[2]",
  ]);
});
