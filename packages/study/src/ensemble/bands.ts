import { sortedQuantile } from "../statistics/quantile.ts";
import type { Ensemble } from "./ensemble.ts";
import { column } from "./series.ts";
import { seriesOf } from "./summarise.ts";

/** Holds the spread of a series over replicates: plain columns, one value per index; NaN where no replicate has one. */
export interface Bands {
  /** Indices 0 … horizon. */
  readonly months: readonly number[];
  readonly p5: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
  readonly replicates: number;
}

/**
 * Computes the median, half and nine tenths of an ensemble's replicates at each index of a series.
 *
 * @throws InputError naming the nearest series when there is none of that name.
 */
export function bandsOf(ensemble: Ensemble, name: string): Bands {
  const series = seriesOf(ensemble, name);
  const sorted = Array.from({ length: series.length }, (_, index) =>
    Float64Array.from(column(series, index).filter((value) => !Number.isNaN(value))).sort(),
  );
  const at = (p: number): number[] =>
    sorted.map((values) => (values.length > 0 ? sortedQuantile(values, p) : Number.NaN));
  return {
    months: sorted.map((_, index) => index),
    p5: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    replicates: series.replicates,
  };
}
