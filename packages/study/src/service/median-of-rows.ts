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
  return Array.from({ length: own.rows.plan.scenario.horizon + 1 }, (_, index) => medianOf(sortedAt(own, name, index)));
}

/**
 * Computes what the median of as many replicates as `anchor` has will be, about: that of `own`, which has fewer, and how far
 * the anchor's moves when it too has its later replicates. Both are of the same worlds and luck, so what is left of luck
 * is little, and the median glides to its place instead of jumping there. It stays within what runs have shown.
 */
export function movedMedian(own: LeadingRows, anchor: LeadingRows, name: string): number[] {
  const part = { ...anchor, count: own.count };
  return medianOfRows(own, name).map((median, index) => {
    const all = sortedAt(anchor, name, index);
    const moved = median + medianOf(all) - medianOf(sortedAt(part, name, index));
    if (Number.isNaN(moved)) return median;
    const some = sortedAt(own, name, index);
    const least = Math.min(some[0] as number, all[0] as number);
    const most = Math.max(some.at(-1) as number, all.at(-1) as number);
    return Math.min(most, Math.max(least, moved));
  });
}

function sortedAt({ rows, count }: LeadingRows, name: string, index: number): Float64Array {
  return rows
    .column(name, index, count)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

function medianOf(sorted: Float64Array): number {
  return sorted.length > 0 ? sortedQuantile(sorted, 0.5) : Number.NaN;
}
