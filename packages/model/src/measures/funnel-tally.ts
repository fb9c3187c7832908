import type { DistrictState } from "../state/district-state.ts";
import { type Funnel, type FunnelGroup, type FunnelSeries, funnelSeries } from "./funnel.ts";
import { tierNames } from "./groups.ts";

/** Holds the counts while a run is under way: group by group, series by series, index by index. */
export interface FunnelTally {
  readonly length: number;
  readonly values: Float64Array;
}

/** Opens empty counts for `horizon` months. */
export function openFunnel(horizon: number): FunnelTally {
  const length = horizon + 1;
  return { length, values: new Float64Array(6 * funnelSeries.length * length) };
}

/** Adds a district's counts at index `m`. */
export function tallyFunnel(tally: FunnelTally, state: DistrictState, tiers: Uint8Array, m: number): void {
  const { school, counts } = state;
  const { length, values } = tally;
  const width = funnelSeries.length;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    let at = (3 * (1 - school.member[s]!) + tiers[s]!) * width * length + m;
    for (let k = 0; k < 6; k++, at += length) values[at] = values[at]! + counts.stages[s * 6 + k]!;
    for (let k = 0; k < 8; k++, at += length) values[at] = values[at]! + counts.flows[s * 8 + k]!;
    values[at] = values[at]! + 1;
    at += length;
    if (school.invited[s] === 1) values[at] = values[at]! + 1;
    at += length;
    values[at] = values[at]! + school.joined[s]!;
    at += length;
    values[at] = values[at]! + school.dropped[s]!;
  }
}

/** Turns the counts into series. */
export function funnelOf({ length, values }: FunnelTally): Funnel {
  const width = funnelSeries.length;
  const groups = (["member", "other"] as const).flatMap((membership, side) =>
    tierNames.map((tier, third): FunnelGroup => {
      const group = 3 * side + third;
      const series = Object.fromEntries(
        funnelSeries.map((name, k) => {
          const from = (group * width + k) * length;
          return [name, values.subarray(from, from + length)];
        }),
      ) as Record<FunnelSeries, Float64Array>;
      return { membership, tier, series };
    }),
  );
  return { groups };
}
