import type { JudgedPlan, Trial } from "./judge.ts";
import { lessThan, type Objective, soughtSeries, type ValueInterval } from "./objective.ts";

/** Holds a plan in its place among those within a sum. */
export interface RankedPlan extends JudgedPlan {
  /** What is sought of this plan less that of the best, in the same worlds and luck; null for the best. */
  readonly lessBest: ValueInterval | null;
  /** Mean of its series less that of the best, in the same worlds and luck; null for the best. */
  readonly reachedLessBest: ValueInterval | null;
  /** Whether the interval of `lessBest` reaches zero, so that these runs do not tell the two apart; of the best, whether any other is so. */
  readonly tied: boolean;
}

const places = { kept: 0, "cannot-tell": 1, broken: 2 } as const;

/**
 * Puts plans in order: by floor (kept, cannot tell, broken), then by what is sought. Of plans that are equal in it the one
 * whose series has the higher mean comes first, then the cheaper; where every run reaches the target, the cheaper at once.
 */
export function orderPlans(trials: readonly Trial[], objective: Objective): Trial[] {
  const placeOf = ({ plan: { floor } }: Trial): number => (floor === null ? 0 : places[floor]);
  const worthOf = ({ plan: { value } }: Trial): number => value?.value ?? -1;
  const sure = (trial: Trial): boolean => objective.of === "target" && worthOf(trial) === 1;
  return trials.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      worthOf(b) - worthOf(a) ||
      (sure(a) ? 0 : (b.plan.reached?.mean ?? -1) - (a.plan.reached?.mean ?? -1)) ||
      a.plan.plannedCost - b.plan.plannedCost,
  );
}

/** Ranks plans as {@link orderPlans} does and holds each against the best, in the same worlds and luck. */
export function rankPlans(trials: readonly Trial[], objective: Objective): RankedPlan[] {
  const [best, ...others] = orderPlans(trials, objective);
  if (best === undefined) return [];
  const mean = { of: "mean", series: soughtSeries(objective), month: objective.month } as const;
  const rest = others.map(({ plan, outcomes, units }): RankedPlan => {
    const lessBest = lessThan(objective, outcomes.sought, best.outcomes.sought, units);
    const reachedLessBest = lessThan(mean, outcomes.sought, best.outcomes.sought, units);
    return {
      ...plan,
      lessBest,
      reachedLessBest,
      tied: lessBest !== null && lessBest.low <= 0 && lessBest.high >= 0,
    };
  });
  const first = { ...best.plan, lessBest: null, reachedLessBest: null, tied: rest.some(({ tied }) => tied) };
  return [first, ...rest];
}
