import type { Rows } from "../ensemble/rows.ts";
import { sortedQuantile } from "../statistics/quantile.ts";

/** Names the leading replicates of a plan. */
export interface LeadingRows {
  readonly rows: Rows;
  readonly count: number;
}

/**
 * Computes the median of a series over leading replicates at each index 0 … horizon; NaN where none has a value. It is that
 * of `bandsOf`, bit for bit.
 */
export function medianOfRows(own: LeadingRows, name: string): number[] {
  return sortedRows(own, name).map(medianOf);
}

/**
 * Computes what the median of as many replicates as `anchor` has will be, about: that of `own`, which has fewer, and
 * how far the anchor's moves when it too has its later replicates. Both are of the same worlds and luck, so what is
 * left of luck is little, and the median glides to its place instead of jumping there. It stays within what runs have
 * shown.
 */
export function movedMedian(own: LeadingRows, anchor: LeadingRows, name: string): number[] {
  const all = sortedOnce(anchor, name);
  const part = sortedRows({ ...anchor, count: own.count }, name);
  return sortedRows(own, name).map((some, index) => {
    const whole = all[index] as Float64Array;
    const median = medianOf(some);
    const moved = median + medianOf(whole) - medianOf(part[index] as Float64Array);
    if (Number.isNaN(moved)) return median;
    const least = Math.min(some[0] as number, whole[0] as number);
    const most = Math.max(some.at(-1) as number, whole.at(-1) as number);
    return Math.min(most, Math.max(least, moved));
  });
}

/** Holds what an anchor's series were sorted to: every sketch that begins with it asks for the same. */
const sorted = new WeakMap<LeadingRows, Map<string, Float64Array[]>>();

function sortedOnce(anchor: LeadingRows, name: string): Float64Array[] {
  const known = sorted.get(anchor) ?? new Map<string, Float64Array[]>();
  sorted.set(anchor, known);
  const made = known.get(name) ?? sortedRows(anchor, name);
  known.set(name, made);
  return made;
}

/** Sorts the values that there are at each index. */
function sortedRows({ rows, count }: LeadingRows, name: string): Float64Array[] {
  return Array.from({ length: rows.plan.scenario.horizon + 1 }, (_, index) => {
    const values = rows.column(name, index, count);
    let there = 0;
    for (const value of values) if (!Number.isNaN(value)) values[there++] = value;
    return values.subarray(0, there).sort();
  });
}

function medianOf(ascending: Float64Array): number {
  return ascending.length > 0 ? sortedQuantile(ascending, 0.5) : Number.NaN;
}
