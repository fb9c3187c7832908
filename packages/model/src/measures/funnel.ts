import type { DistrictState } from "../state/district-state.ts";
import { tierNames } from "./groups.ts";

/** Names what is counted of teachers' flows, in the order in which the engine keeps them. */
export const flowNames = ["heard", "tried", "gaveUp", "used", "owned", "stopped", "left", "leftUsing"] as const;
/** Names what is counted of teachers at an index. */
export const stockNames = ["unaware", "aware", "trying", "using", "owning", "lapsed"] as const;
/** Names what is counted of schools. */
export const schoolFlowNames = ["schools", "invited", "joined", "dropped"] as const;

/** Names a series of the funnel. */
export type FunnelSeries = (typeof stockNames)[number] | (typeof flowNames)[number] | (typeof schoolFlowNames)[number];

/** Lists the series of the funnel: stocks of teachers, flows of teachers, schools. */
export const funnelSeries: readonly FunnelSeries[] = [...stockNames, ...flowNames, ...schoolFlowNames];

/** Holds the counts of one group of schools, over the indices 0 … horizon. */
export interface FunnelGroup {
  /** Whether the schools are in the programme, in that month. */
  readonly membership: "member" | "other";
  /** Third of the district's teachers by poverty; founded schools count as middle. */
  readonly tier: (typeof tierNames)[number];
  /**
   * Stocks (`unaware` … `lapsed`: teachers at the index; `schools`: open schools) and flows in the month that ends there:
   * teachers who `heard` of the practice, `tried` it (again, too), `gaveUp` before using it, came to use (`used`) or own
   * it (`owned`), `stopped` using or owning, and `left` their post, `leftUsing` while using or owning; schools `invited`
   * for the first time, `joined`, `dropped`. Flows are 0 at index 0.
   */
  readonly series: Readonly<Record<FunnelSeries, Float64Array>>;
}

/** Holds where teachers and schools are on the way to the practice: six groups, members' three thirds first. */
export interface Funnel {
  readonly groups: readonly FunnelGroup[];
}

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
