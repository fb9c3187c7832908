import { square, uniform } from "@uptake/model";
import { placesFrom } from "../statistics/places.ts";
import type { Forecaster } from "./forecast.ts";
import type { ForecastSeries } from "./forecast-series.ts";
import type { SpreadingRuns } from "./spreading-runs.ts";

/** Share of the runs that are kept: those nearest to the counts so far. */
const nearest = 0.05;

/** Predicts by runs of the model. */
export interface UptakeForecaster extends Forecaster {
  /** Returns the runs that are kept, nearest first, given the first `known` counts. */
  readonly keep: (series: ForecastSeries, known: number) => readonly Float64Array[];
}

/**
 * Makes a forecaster of the model's runs in the place of a series, made up to its last count: the share `kept` of them
 * (default a twentieth) that has come nearest to the known counts is kept, each run as likely as another (approximate
 * Bayesian computation), and each goes on from the last known count with the share of those left who adopt in it.
 *
 * The distance is the root mean square, over the known counts, of the difference in the share of those left at the first
 * count who have adopted since.
 */
export function uptakeForecaster({ shares }: SpreadingRuns, kept: number = nearest): UptakeForecaster {
  const keep = ({ counts, population }: ForecastSeries, known: number): Float64Array[] => {
    const seen = since(counts.slice(0, known).map((count) => count / population));
    const distances = shares.map((run) => distanceOf(since(run.subarray(0, known)), seen));
    const order = distances.map((_, r) => r).sort((a, b) => distances[a]! - distances[b]! || a - b);
    return order.slice(0, Math.max(1, Math.round(kept * shares.length))).map((r) => shares[r]!);
  };
  return {
    name: "Uptake",
    keep,
    predict(series, known, draws, key) {
      const { counts, population } = series;
      const near = keep(series, known);
      const even = near.map(() => 1);
      const chosen = placesFrom(even, draws, uniform(key, 0)).map((place) => near[place]!);
      const last = counts[known - 1]!;
      return counts.slice(known).map((_, h) =>
        Float64Array.from(chosen, (run) => {
          const left = 1 - run[known - 1]!;
          const grown = left > 0 ? (run[known + h]! - run[known - 1]!) / left : 0;
          return last + Math.round(grown * (population - last));
        }),
      );
    },
  };
}

/** Returns the shares of those left at the first count who have adopted by each. */
const since = (shares: ArrayLike<number>): number[] =>
  Array.from(shares, (share) => (share - shares[0]!) / (1 - shares[0]!));
const distanceOf = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, value, k) => sum + square(value - b[k]!), 0) / a.length);
