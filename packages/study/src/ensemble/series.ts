import { InputError } from "@uptake/model";
import type { Numbers } from "./narrow-rows.ts";
import type { Spread } from "./spread.ts";

/** Holds one number per replicate and index: `values[r * length + index]`. */
export interface Series<Values extends Numbers = Float64Array> {
  /** Number of replicates. */
  readonly replicates: number;
  /** Indices 0 … horizon, so horizon + 1 of them. */
  readonly length: number;
  /** Values, replicate by replicate; NaN where there is none. */
  readonly values: Values;
}

/** Holds counts, in as few bytes each as hold the largest. */
export type CountSeries = Series<Numbers>;

/** Holds when each run was first at a share of a series, in months: infinite where it never was. */
export interface FirstTimes {
  /** The share, 0 … 1. */
  readonly share: number;
  /** First month at which the share is there, one a replicate. */
  readonly momentary: Float32Array;
  /** First of two consecutive Mays at which the share is there, one a replicate. */
  readonly held: Float32Array;
}

/** Holds what is told of a series whose values are not kept, and the values at the few indices at which they are. */
export interface StreamedSeries {
  /** Number of replicates. */
  readonly replicates: number;
  /** Indices 0 … horizon, so horizon + 1 of them. */
  readonly length: number;
  /** Means, intervals and percentiles at each index. */
  readonly spread: Spread;
  /** Replicates with a value at each index. */
  readonly counts: readonly number[];
  /** By how much percentiles may be off at each index: 0 where they are exact. */
  readonly within: readonly number[];
  /** Values of all replicates by index, where they are kept. */
  readonly columns: ReadonlyMap<number, Float64Array>;
  /** First times at the share of the scenario's target, where this is its series. */
  readonly times?: FirstTimes;
}

/** Holds a series whose values are kept, or one that was streamed. */
export type AnySeries = Series | StreamedSeries;

/**
 * Returns the values of all replicates at `index` (0 … horizon), in the order of replicates.
 *
 * @throws InputError where the series was streamed, and these values are not kept.
 */
export function column(series: AnySeries | CountSeries, index: number): number[] {
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

/** Returns the values at an index that are kept. @throws InputError where they are not. */
function keptColumn({ columns, length }: StreamedSeries, index: number): number[] {
  const kept = columns.get(index);
  if (kept) return Array.from(kept);
  const message = `the runs were streamed, and their values at index ${index} are not kept`;
  const allowed = columns.size > 0 ? [...columns.keys()].join(", ") : `none of 0 to ${length - 1}`;
  throw new InputError([{ code: "not-kept", path: "month", message, value: index, allowed }]);
}
