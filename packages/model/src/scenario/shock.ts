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

/** Lists the kinds of shock with their usual course: what runs need of them. */
export const shockCourses: readonly Pick<ShockKind, "kind" | "default">[] = [
  { kind: "turnover-wave", default: { size: 0.5, months: 12 } },
  { kind: "coaching-pause", default: { size: 1, months: 6 } },
  { kind: "budget-cut", default: { size: 0.3, months: 12 } },
  { kind: "superintendent-exit", default: { size: 1, months: 1 } },
  { kind: "principal-exit", default: { size: 1, months: 1 } },
  { kind: "policy-churn", default: { size: 0.5, months: 12 } },
  { kind: "hostile-accountability", default: { size: 0.3, months: 24 } },
  { kind: "survey-gap", default: { size: 1, months: 6 } },
];
