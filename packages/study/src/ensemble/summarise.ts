import { InputError, nearest } from "@uptake/model";
import { meanInterval } from "../statistics/mean-interval.ts";
import { ascending, sortedQuantile } from "../statistics/quantile.ts";
import { presentOf, type Units, unitsOf } from "../statistics/worlds-of.ts";
import type { Ensemble } from "./ensemble.ts";
import { column, type Series } from "./series.ts";
import { type SeriesSummary, spreadOf } from "./spread-of.ts";

/** Holds a mean over replicates, its 95% interval and the spread of outcomes; null where no replicate has a value. */
export interface Summary {
  readonly mean: number | null;
  /** Ends of the 95% interval of the mean; null below two replicates. */
  readonly low: number | null;
  readonly high: number | null;
  /** Tenth and ninetieth percentile of the replicates: the spread over their worlds and luck. */
  readonly p10: number | null;
  readonly p90: number | null;
  readonly replicates: number;
}

/**
 * Summarises one value per replicate; NaN stands for no value. `own` holds the number of each replicate's world where
 * worlds repeat, see {@link unitsOf}.
 */
export function summary(all: ArrayLike<number>, own?: Units): Summary {
  const { values, units } = presentOf(all, own);
  if (values.length === 0) return { mean: null, low: null, high: null, p10: null, p90: null, replicates: 0 };
  const sorted = ascending(values);
  return { ...meanInterval(values, units), p10: sortedQuantile(sorted, 0.1), p90: sortedQuantile(sorted, 0.9) };
}

/**
 * Returns a series of an ensemble by name.
 *
 * @throws InputError naming the nearest series when there is none of that name.
 */
export function seriesOf(ensemble: Pick<Ensemble, "series">, name: string): Series {
  const series = ensemble.series.get(name);
  if (series) return series;
  const names = [...ensemble.series.keys()];
  const near = nearest(name, names);
  const message = `there is no series called “${name}”`;
  throw new InputError([
    {
      code: "unknown-series",
      path: "name",
      message,
      value: name,
      allowed: names.join(", "),
      ...(near ? { nearest: near } : {}),
    },
  ]);
}

/** Summarises a series at one index; every field is null beyond the horizon. */
export function summariseAt(ensemble: Ensemble, name: string, month: number): Summary {
  const series = seriesOf(ensemble, name);
  return summary(month >= 0 && month < series.length ? column(series, month) : [], unitsOf(ensemble.worlds));
}

/** Summarises a series at every index. */
export function summarise(ensemble: Ensemble, name: string): SeriesSummary {
  return spreadOf(seriesOf(ensemble, name), ensemble.worlds).summary;
}
