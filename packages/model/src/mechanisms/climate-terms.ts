import type { DistrictState } from "../state/district-state.ts";

/** Adds to what teachers feel of a school. Every term is zero when not given. */
export interface ClimateTerms {
  /** Added log-odds of trying. */
  readonly trying?: number;
  /** Added log-odds of lapsing. */
  readonly lapsing?: number;
  /** Added monthly growth of depth, as a share of the way to the ceiling, in teaching months. */
  readonly growth?: number;
  /** Further chance of hearing of the practice in the month, 0 … 1. */
  readonly message?: number;
}

/** Returns the terms a researcher's mechanism adds for a school this month, or nothing. */
export type AddClimate = (school: number) => ClimateTerms | undefined;

/** Holds what is added to each school this month; nothing in a run without mechanisms of a researcher's own. */
export type SchoolTerms = readonly (ClimateTerms | undefined)[] | undefined;

/** Asks for the terms of every open school, before what its teachers feel is set anew. */
export function termsOf({ school }: DistrictState, add: AddClimate | undefined): SchoolTerms {
  return add && Array.from(school.open, (open, s) => (open === 1 ? add(s) : undefined));
}
