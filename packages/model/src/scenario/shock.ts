/** Describes one kind of shock: what its size means and its usual course. */
export interface ShockKind {
  /** Name by which a scenario sets it, in kebab-case. */
  readonly kind: string;
  /** Says what happens, in a sentence without a final stop. */
  readonly doc: string;
  /** Unit of its size. */
  readonly unit: string;
  /** Lowest and highest allowed size. */
  readonly range: readonly [number, number];
  /** Size and length in months when not given. */
  readonly default: { readonly size: number; readonly months: number };
}

/** Sets a shock in a scenario. */
export interface Shock {
  /** Kind of shock; see {@link shockKinds}. */
  readonly kind: string;
  /** First scenario month it is felt, 0 = the first August. */
  readonly month: number;
  /** Months it lasts (default: the kind's). */
  readonly months?: number;
  /** Strength, in the kind's unit (default: the kind's). */
  readonly size?: number;
  /** Ids of the districts it hits (default: all). */
  readonly districts?: readonly string[];
}

/** Lists the kinds of shock. */
export const shockKinds: readonly ShockKind[] = [
  {
    kind: "turnover-wave",
    doc: "More teachers and principals leave in the Julys it covers",
    unit: "log-odds",
    range: [-3, 3],
    default: { size: 0.5, months: 12 },
  },
  {
    kind: "coaching-pause",
    doc: "Coach hours are lost",
    unit: "share of hours",
    range: [0, 1],
    default: { size: 1, months: 6 },
  },
  {
    kind: "budget-cut",
    doc: "Every lever runs at a reduced intensity, and costs as much less",
    unit: "share of intensity",
    range: [0, 1],
    default: { size: 0.3, months: 12 },
  },
  {
    kind: "superintendent-exit",
    doc: "The superintendent leaves in its first month",
    unit: "probability",
    range: [0, 1],
    default: { size: 1, months: 1 },
  },
  {
    kind: "principal-exit",
    doc: "Principals leave in its first month",
    unit: "probability",
    range: [0, 1],
    default: { size: 1, months: 1 },
  },
  {
    kind: "policy-churn",
    doc: "More competing initiatives arrive",
    unit: "initiatives per month",
    range: [0, 2],
    default: { size: 0.5, months: 12 },
  },
  {
    kind: "hostile-accountability",
    doc: "Accountability pressure rises on every school",
    unit: "share",
    range: [-1, 1],
    default: { size: 0.3, months: 24 },
  },
  {
    kind: "survey-gap",
    doc: "Survey answers are lost",
    unit: "share of answers",
    range: [0, 1],
    default: { size: 1, months: 6 },
  },
];
