import type { DistrictState } from "../state/district-state.ts";
import { type Funnel, type FunnelGroup, type FunnelSeries, funnelSeries } from "./funnel.ts";
import { tierNames } from "./groups.ts";
import { columnsOf, openRows, type Rows } from "./rows.ts";

/** Opens empty counts for `horizon` months: a row holds group by group, and in it series by series. */
export function openFunnel(horizon: number): Rows {
  return openRows(horizon, 6 * funnelSeries.length);
}

/** Adds a district's counts at index `m`. */
export function tallyFunnel({ width, values }: Rows, state: DistrictState, tiers: Uint8Array, m: number): void {
  const { open, member, invited, joined, dropped } = state.school;
  const { stages, flows } = state.counts;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    let at = m * width + (3 * (1 - member[s]!) + tiers[s]!) * funnelSeries.length;
    for (let k = 6 * s; k < 6 * s + 6; k++, at++) values[at] = values[at]! + stages[k]!;
    for (let k = 8 * s; k < 8 * s + 8; k++, at++) values[at] = values[at]! + flows[k]!;
    values[at] = values[at]! + 1;
    if (invited[s] === 1) values[at + 1] = values[at + 1]! + 1;
    values[at + 2] = values[at + 2]! + joined[s]!;
    values[at + 3] = values[at + 3]! + dropped[s]!;
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
