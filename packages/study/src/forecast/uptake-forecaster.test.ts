import { rootKey } from "@uptake/model";
import { expect, test } from "vitest";
import type { ForecastSeries } from "./forecast-series.ts";
import { spreadingRuns } from "./spreading-runs.ts";
import { uptakeForecaster } from "./uptake-forecaster.ts";

const months = [0, 12, 24, 36, 48];
const straight = (slope: number): Float64Array => Float64Array.from(months, (_, k) => slope * k);
const series: ForecastSeries = {
  name: "a series",
  source: "made up",
  period: "year",
  times: [0, 1, 2, 3, 4],
  counts: [0, 10, 20, 30, 40],
  population: 100,
};

test("the runs nearest to the known counts are kept, and go on from the last of them", () => {
  const forecaster = uptakeForecaster({ months, shares: [0.02, 0.19, 0.11, 0.24].map(straight) }, 0.25);
  expect(forecaster.keep(series, 3)).toEqual([straight(0.11)]);
  const told = forecaster.predict(series, 3, 4, rootKey("a"));
  // Of the 78% left in the run a share of .11/.78 adopts in the next year: of the 80 left in the series, 11.
  expect(told.map((samples) => Array.from(samples))).toEqual([
    [31, 31, 31, 31],
    [43, 43, 43, 43],
  ]);
});

test("later counts are not read", () => {
  const forecaster = uptakeForecaster({ months, shares: [0.05, 0.1, 0.2].map(straight) });
  const told = forecaster.predict(series, 3, 10, rootKey("a"));
  expect(forecaster.predict({ ...series, counts: [0, 10, 20, 90, 99] }, 3, 10, rootKey("a"))).toEqual(told);
});

test("in runs where something spreads nobody gives it up, and worlds differ in how fast", async () => {
  const place = { sites: [20, 30], start: 0.04, months: [0, 12, 24, 36] };
  const { shares } = await spreadingRuns(place, { runs: 60, seed: "spreading" });
  for (const run of shares) {
    expect(run[0]).toBeCloseTo(0.04, 10);
    for (let k = 1; k < run.length; k++) expect(run[k]).toBeGreaterThanOrEqual(run[k - 1]!);
  }
  const ends = shares.map((run) => run.at(-1)!).sort((a, b) => a - b);
  expect(ends[5]).toBeLessThan(0.25);
  expect(ends.at(-6)).toBeGreaterThan(0.75);
});
