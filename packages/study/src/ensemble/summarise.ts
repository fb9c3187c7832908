import { InputError, nearest } from "@uptake/model";
import { meanInterval } from "../statistics/mean-interval.ts";
import { ascending, sortedQuantile } from "../statistics/quantile.ts";
import { presentOf, type Units, unitsOf } from "../statistics/worlds-of.ts";
import { column } from "./series.ts";
import { type SeriesSummary, spreadOf } from "./spread-of.ts";
import type { AnyEnsemble, AnySeries, AnyTotals } from "./streamed-series.ts";

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
  if (values.length === 0) return nothing;
  const sorted = ascending(values);
  return { ...meanInterval(values, units), p10: sortedQuantile(sorted, 0.1), p90: sortedQuantile(sorted, 0.9) };
}

/**
 * Returns a series of an ensemble by name.
 *
 * @throws InputError naming the nearest series when there is none of that name.
 */
export function seriesOf<One extends AnySeries>(
  ensemble: { readonly series: ReadonlyMap<string, One> },
  name: string,
): One {
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

const nothing: Summary = { mean: null, low: null, high: null, p10: null, p90: null, replicates: 0 };

/** Summarises a series at one index; every field is null beyond the horizon. */
export function summariseAt(ensemble: AnyEnsemble, name: string, month: number): Summary {
  const series: AnySeries = seriesOf<AnySeries>(ensemble, name);
  if (!(month >= 0 && month < series.length)) return nothing;
  if (!("spread" in series)) return summary(column(series, month), unitsOf(ensemble.worlds));
  const { mean, low, high, p10, p90 } = series.spread.summary;
  const at = (values: readonly (number | null)[]): number | null => values[month] ?? null;
  return {
    mean: at(mean),
    low: at(low),
    high: at(high),
    p10: at(p10),
    p90: at(p90),
    replicates: series.counts[month] ?? 0,
  };
}

/** Summarises one number a run, as the totals of an ensemble are. */
export function summaryOfTotals(totals: AnyTotals, own?: Units): Summary {
  return totals instanceof Float64Array ? summary(totals, own) : totals.summary;
}

/** Returns the quantile `p` (0 … 1) of one number a run, NaN where there is none. */
export function quantileOfTotals(totals: AnyTotals, p: number): number {
  return totals instanceof Float64Array ? sortedQuantile(totals.slice().sort(), p) : totals.quantile(p);
}

/** Summarises a series at every index. */
export function summarise(ensemble: AnyEnsemble, name: string): SeriesSummary {
  return spreadOf(seriesOf<AnySeries>(ensemble, name), ensemble.worlds).summary;
}
