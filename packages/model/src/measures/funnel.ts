import type { tierNames } from "./groups.ts";

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
  /** The six groups: in the programme and not, by three thirds. */
  readonly groups: readonly FunnelGroup[];
}
