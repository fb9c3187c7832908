import { type AnySeries, keptColumn } from "./streamed-series.ts";

/** Holds one number per replicate and index: `values[r * length + index]`. */
export interface Series {
  readonly replicates: number;
  /** Indices 0 … horizon, so horizon + 1 of them. */
  readonly length: number;
  readonly values: Float64Array;
}

/**
 * Returns the values of all replicates at `index` (0 … horizon), in the order of replicates.
 *
 * @throws InputError where the series was streamed, and these values are not kept.
 */
export function column(series: AnySeries, index: number): number[] {
  if ("spread" in series) return keptColumn(series, index);
  const { replicates, length, values } = series;
  const all = new Array<number>(replicates);
  for (let r = 0; r < replicates; r++) all[r] = values[r * length + index] as number;
  return all;
}

/** Returns the values of replicate `replicate` (from 0), by index. */
export function row(series: Series, replicate: number): Float64Array {
  return series.values.subarray(replicate * series.length, (replicate + 1) * series.length);
}
