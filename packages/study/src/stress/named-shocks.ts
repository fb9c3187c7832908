import type { Shock } from "@uptake/model";

/** Holds shocks that come together, under a name. */
export interface ShockSet {
  /** Names the set, in kebab-case. */
  readonly name: string;
  /** Says what happens, in a sentence without a final stop. */
  readonly doc: string;
  /** The shocks; none for a set without. */
  readonly shocks: readonly Shock[];
}

/**
 * Lists the sets of shocks that strategies are tried under. Months count from the first August: 12 to 23 are year 2. Sizes
 * and months are readings of what districts met, not estimates; sets of one's own are written out in the same form.
 */
export const namedShocks: readonly ShockSet[] = [
  { name: "none", doc: "Nothing happens beyond what every world holds", shocks: [] },
  {
    name: "superintendent-leaves",
    doc: "The superintendent leaves in the middle of year 2",
    shocks: [{ kind: "superintendent-exit", month: 17 }],
  },
  {
    name: "budget-cut",
    doc: "Every lever is cut by 40% in years 2 and 3",
    shocks: [{ kind: "budget-cut", month: 12, months: 24, size: 0.4 }],
  },
  {
    name: "coach-vacancies",
    doc: "Half of the coach hours are lost in year 2",
    shocks: [{ kind: "coaching-pause", month: 12, months: 12, size: 0.5 }],
  },
  {
    name: "pandemic-year",
    doc: "From March of year 2, for a year: no coaching, no survey answers, more exits, more competing initiatives",
    shocks: [
      { kind: "coaching-pause", month: 19, months: 12, size: 1 },
      { kind: "turnover-wave", month: 19, months: 12, size: 0.5 },
      { kind: "policy-churn", month: 19, months: 12, size: 0.5 },
      { kind: "survey-gap", month: 19, months: 12, size: 1 },
    ],
  },
  {
    name: "policy-churn",
    doc: "Half a competing initiative more arrives each month of years 2 and 3",
    shocks: [{ kind: "policy-churn", month: 12, months: 24, size: 0.5 }],
  },
  {
    name: "hostile-accountability",
    doc: "Accountability pressure rises by 0.3 on every school in years 2 and 3",
    shocks: [{ kind: "hostile-accountability", month: 12, months: 24, size: 0.3 }],
  },
];
