import type { DistrictState } from "../state/district-state.ts";
import { type Funnel, type FunnelGroup, type FunnelSeries, funnelSeries } from "./funnel.ts";
import { tierNames } from "./groups.ts";
import { columnsOf, openRows, type Rows } from "./rows.ts";

/** Opens empty counts for `horizon` months: a row holds group by group, and in it series by series. */
export function openFunnel(horizon: number): Rows {
  return openRows(horizon, 6 * funnelSeries.length);
}

/**
 * Adds six entries of `part`, from `first` on, to those of `sums` from `at` on. Written out, since a loop takes two
 * thirds as long again.
 */
function addSix(sums: Int32Array, at: number, part: Int32Array, first: number): void {
  sums[at] = sums[at]! + part[first]!;
  sums[at + 1] = sums[at + 1]! + part[first + 1]!;
  sums[at + 2] = sums[at + 2]! + part[first + 2]!;
  sums[at + 3] = sums[at + 3]! + part[first + 3]!;
  sums[at + 4] = sums[at + 4]! + part[first + 4]!;
  sums[at + 5] = sums[at + 5]! + part[first + 5]!;
}

/** Adds eight in the same way. */
function addEight(sums: Int32Array, at: number, part: Int32Array, first: number): void {
  addSix(sums, at, part, first);
  sums[at + 6] = sums[at + 6]! + part[first + 6]!;
  sums[at + 7] = sums[at + 7]! + part[first + 7]!;
}

/** Adds a district's counts at index `m`. */
export function tallyFunnel({ width, values }: Rows, state: DistrictState, tiers: Uint8Array, m: number): void {
  const { open, member, invited, joined, dropped } = state.school;
  const { stages, flows } = state.counts;
  const series = funnelSeries.length;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const at = m * width + (3 * (1 - member[s]!) + tiers[s]!) * series;
    addSix(values, at, stages, 6 * s);
    addEight(values, at + 6, flows, 8 * s);
    values[at + 14] = values[at + 14]! + 1;
    if (invited[s] === 1) values[at + 15] = values[at + 15]! + 1;
    if (joined[s] === 1) values[at + 16] = values[at + 16]! + 1;
    if (dropped[s] === 1) values[at + 17] = values[at + 17]! + 1;
  }
}

/** Turns the counts into series. */
export function funnelOf(rows: Rows): Funnel {
  const columns = columnsOf(rows);
  const groups = (["member", "other"] as const).flatMap((membership, side) =>
    tierNames.map((tier, third): FunnelGroup => {
      const first = (3 * side + third) * funnelSeries.length;
      const series = {} as Record<FunnelSeries, Float64Array>;
      funnelSeries.forEach((name, k) => {
        series[name] = columns[first + k]!;
      });
      return { membership, tier, series };
    }),
  );
  return { groups };
}
