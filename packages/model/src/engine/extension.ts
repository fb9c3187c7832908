import type { ClimateTerms } from "../mechanisms/climate-terms.ts";
import type { DistrictState } from "../state/district-state.ts";

/** Adds a mechanism of a researcher's own: a term in what the teachers of a school feel. */
export interface Mechanism {
  /** Names the mechanism; keys its random draws, which no other mechanism shares. */
  readonly name: string;
  /**
   * Returns the terms to add for school `school` (index) in month `t`, or nothing. Must read `state` only.
   * `random(slot)` draws a number in [0, 1) that depends on nothing but seed, replicate, district, school, month and slot.
   */
  climate(school: number, state: DistrictState, t: number, random: (slot: number) => number): ClimateTerms | undefined;
}

/** Watches a run: returns a number for each district at each index. */
export interface Observer {
  /** Names the observer, and its series: `observed.` and this name. No two may have the same. */
  readonly name: string;
  /** Returns the number to record at `index`; must read `state` only. */
  observe(state: DistrictState, index: number): number;
}

/** Says what to add to a run. */
export interface Extensions {
  /** Mechanisms to add (default none). */
  readonly mechanisms?: readonly Mechanism[];
  /** Observers to add (default none). */
  readonly observers?: readonly Observer[];
}
