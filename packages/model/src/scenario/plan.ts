import type { District, School } from "../district/district.ts";
import type { EntryLevels } from "./entry-levels.ts";
import type { Driver } from "./lever.ts";
import type { Scenario } from "./scenario.ts";

/** Names the shock tables. */
export interface ShockTables {
  /** Added log-odds of exits of teachers and principals. */
  readonly exits: Float64Array;
  /** Share of coach hours lost. */
  readonly coaching: Float64Array;
  /** Added accountability pressure. */
  readonly pressure: Float64Array;
  /** Added arrivals of competing initiatives a month. */
  readonly initiatives: Float64Array;
  /** Probability that the superintendent leaves. */
  readonly superintendentExit: Float64Array;
  /** Probability that each principal leaves. */
  readonly principalExit: Float64Array;
  /** Share of survey answers lost. */
  readonly survey: Float64Array;
}

/** Holds the monthly quantity of something priced, per unit of its driver. */
export interface ChargeTable {
  /** Name of the price, as in `cost.coach`. */
  readonly price: string;
  /** What the quantity is counted by. */
  readonly per: Driver;
  /** Quantity for each unit of the driver, by month 0 … horizon − 1. */
  readonly quantity: Float64Array;
}

/** Holds what one district's run reads: who is there, and every lever and shock as monthly tables. */
export interface DistrictPlan {
  /** The district, its population drawn or supplied. */
  readonly district: District;
  /** Schools a lever founds, closed until index {@link Plan.opens}. */
  readonly founded: readonly School[];
  /** Effective value of each setting in each month, by `lever.setting`; also `load`, `launch`, `wave` and `coaching.density`. */
  readonly effects: Readonly<Record<string, Float64Array>>;
  /** What levers cost, by price. */
  readonly charges: readonly ChargeTable[];
  /** What shocks do, by month. */
  readonly shocks: ShockTables;
}

/** Holds a scenario compiled to tables: all that {@link simulate} reads. Plain and serialisable. */
export interface Plan {
  /** Version of the package that prepared it. */
  readonly version: string;
  /** The scenario it was prepared from. */
  readonly scenario: Scenario;
  /** One plan a district, in the scenario's order. */
  readonly districts: readonly DistrictPlan[];
  /** Whom the lever `entry` invites first. */
  readonly cohortOrder: "openness" | "need" | "random";
  /** How coach hours are shared out over member schools. */
  readonly allocation: "equal" | "need" | "openness";
  /** Levels of the schools that may join. */
  readonly levels: EntryLevels;
  /** Schools that may join in a school year, 0 … 10,000. */
  readonly places: number;
  /** Index at which founded schools open, or −1. */
  readonly opens: number;
  /** Whether founded schools prepare for a year before they open. */
  readonly leadYear: boolean;
  /**
   * One plan for each reading of a scenario that leaves settings unknown, {@link readingCount} in all; absent where it
   * leaves none. Replicate *r* runs reading *r* mod {@link readingCount}, by {@link readingOf}; what else this plan holds
   * is the first reading's.
   */
  readonly readings?: readonly Plan[];
}
