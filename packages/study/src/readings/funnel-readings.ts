import type { FunnelGroup, FunnelSeries, Run } from "@uptake/model";
import { funnelSeries, stockNames, tierNames } from "@uptake/model/engine";

/** Names whose teachers and schools a count of the funnel is of: of schools in the programme, or of others. */
export type Membership = FunnelGroup["membership"];
export const memberships: readonly Membership[] = ["member", "other"];

/** Names a third of a district's teachers by poverty. */
export type Tier = FunnelGroup["tier"];

/** Tells whether a series of the funnel counts who is there at an index, not who came through. */
export function isStock(series: FunnelSeries): boolean {
  return series === "schools" || (stockNames as readonly string[]).includes(series);
}

const prefix = "funnel.";

/** Names a series of the funnel as jobs and ensembles do, as in `funnel.member.low poverty.heard`. */
export function funnelReading(membership: Membership, tier: Tier, series: FunnelSeries): string {
  return `${prefix}${membership}.${tier}.${series}`;
}

/** Tells whether a name is that of a series of the funnel. */
export function isFunnelReading(name: string): boolean {
  return name.startsWith(prefix);
}

/** Lists the names of all series of the funnel: 6 groups × 18. */
export const funnelReadingNames: readonly string[] = memberships.flatMap((membership) =>
  tierNames.flatMap((tier) => funnelSeries.map((series) => funnelReading(membership, tier, series))),
);

/** Adds up a flow: what came through up to an index. */
function upTo(flow: Float64Array): Float64Array {
  let sum = 0;
  return flow.map((value) => (sum += value));
}

/**
 * Lists the series of the funnel of a run by name, over the indices 0 … horizon: of stocks who is there at an index, of
 * flows who came through since the start, in schools that were in the programme in that month, or were not.
 */
export function funnelReadings({ measures }: Run): ReadonlyMap<string, Float64Array> {
  return new Map(
    measures.funnel.groups.flatMap(({ membership, tier, series }) =>
      funnelSeries.map((name) => [
        funnelReading(membership, tier, name),
        isStock(name) ? series[name] : upTo(series[name]),
      ]),
    ),
  );
}
