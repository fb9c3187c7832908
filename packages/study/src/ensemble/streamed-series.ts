import { InputError } from "@uptake/model";
import type { Probability } from "../statistics/wilson.ts";
import type { Ensemble, EnsembleOf } from "./ensemble.ts";
import type { Series } from "./series.ts";
import type { Spread } from "./spread-of.ts";
import type { Summary } from "./summarise.ts";

/** Holds when each run was first at a share of a series, in months: infinite where it never was. */
export interface FirstTimes {
  readonly share: number;
  readonly momentary: Float32Array;
  readonly held: Float32Array;
}

/** Holds what is told of a series whose values are not kept, and the values at the few indices at which they are. */
export interface StreamedSeries {
  readonly replicates: number;
  /** Indices 0 … horizon, so horizon + 1 of them. */
  readonly length: number;
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

/** Holds what is told of one number a run, and the numbers themselves where they are kept. */
export interface StreamedTotals {
  readonly summary: Summary;
  /** Returns the quantile `p` (0 … 1), off by `within` at most. */
  readonly quantile: (p: number) => number;
  /** By how much percentiles may be off: 0 where they are exact. */
  readonly within: number;
  readonly values?: Float64Array;
}

/** Holds a mean difference of runs in the same worlds and luck at each index, with its 95% interval; null without a value. */
export interface StreamedDifference {
  /** Indices 0 … horizon. */
  readonly month: readonly number[];
  readonly mean: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** Holds what is told of many runs of which only a few numbers each are kept. */
export interface StreamedEnsemble extends EnsembleOf<StreamedSeries, StreamedTotals> {
  /** Chance of the scenario's target; null beyond the horizon. */
  readonly chance: Probability | null;
  /** Each series less that of the first plan, in the same worlds and luck; empty for the first plan. */
  readonly differences: ReadonlyMap<string, StreamedDifference>;
  /** Names all its runs: the same where the checksum of every run is the same. */
  readonly digest: string;
}

/** Holds an ensemble whose values are kept, or one that was streamed; a series of either, and its totals. */
export type AnyEnsemble = Ensemble | StreamedEnsemble;
export type AnySeries = Series | StreamedSeries;
export type AnyTotals = Float64Array | StreamedTotals;

/** Returns the values at an index that are kept. @throws InputError where they are not. */
export function keptColumn({ columns, length }: StreamedSeries, index: number): number[] {
  const kept = columns.get(index);
  if (kept) return Array.from(kept);
  const message = `the runs were streamed, and their values at index ${index} are not kept`;
  const allowed = columns.size > 0 ? [...columns.keys()].join(", ") : `none of 0 to ${length - 1}`;
  throw new InputError([{ code: "not-kept", path: "month", message, value: index, allowed }]);
}

/** Returns the totals of each run. @throws InputError where they are not kept. */
export function keptTotals(totals: AnyTotals): Float64Array {
  const values = totals instanceof Float64Array ? totals : totals.values;
  if (values) return values;
  throw new InputError([
    { code: "not-kept", path: "ensemble", message: "the runs were streamed, and these totals are not kept" },
  ]);
}
