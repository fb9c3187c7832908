import { InputError } from "@uptake/model";
import { heldWithin, noneOrMore } from "../statistics/held-within.ts";
import { sortedQuantile } from "../statistics/quantile.ts";
import type { Units } from "../statistics/worlds-of.ts";
import { type Summary, summary } from "./summary.ts";

/** Holds what is told of one number a run, and the numbers themselves where they are kept. */
export interface StreamedTotals {
  /** Mean, 95% interval and spread. */
  readonly summary: Summary;
  /** Returns the quantile `p` (0 … 1), off by `within` at most. */
  readonly quantile: (p: number) => number;
  /** By how much percentiles may be off: 0 where they are exact. */
  readonly within: number;
  /** The numbers, one a replicate, where they are kept. */
  readonly values?: Float64Array;
}

/** Holds one number a run, or what is told of such numbers. */
export type AnyTotals = Float64Array | StreamedTotals;

/** Summarises one number a run, as the totals of an ensemble are: none or more. */
export function summaryOfTotals(totals: AnyTotals, own?: Units): Summary {
  return totals instanceof Float64Array ? summary(totals, own, noneOrMore) : heldWithin(totals.summary, noneOrMore);
}

/** Returns the quantile `p` (0 … 1) of one number a run, NaN where there is none. */
export function quantileOfTotals(totals: AnyTotals, p: number): number {
  return totals instanceof Float64Array ? sortedQuantile(totals.slice().sort(), p) : totals.quantile(p);
}

/** Returns the totals of each run. @throws InputError where they are not kept. */
export function keptTotals(totals: AnyTotals): Float64Array {
  const values = totals instanceof Float64Array ? totals : totals.values;
  if (values) return values;
  throw new InputError([
    { code: "not-kept", path: "ensemble", message: "the runs were streamed, and these totals are not kept" },
  ]);
}
