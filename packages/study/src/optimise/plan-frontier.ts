import type { JudgedPlan, Trial } from "./judge.ts";
import { nondominated } from "./nondominated.ts";
import { lessThan, type Objective, type ValueInterval } from "./objective.ts";

/** Names what may be traded against what is sought: planned cost, and the mean lead of the low-poverty third. */
export type TradeOff = "cost" | "gap";

/** Holds a plan that no other beats in everything. */
export interface FrontierPlan extends JudgedPlan {
  /** What is sought less that of the plan before it on the frontier, in the same worlds and luck; null for the first. */
  readonly gain: ValueInterval | null;
}

/** Holds the plans that no other beats, and what they were traded against. */
export interface Frontier {
  /** What they were traded against: one thing, or both. */
  readonly against: readonly TradeOff[];
  /** The plans, in the order of the first thing traded, the least of it first. */
  readonly plans: readonly FrontierPlan[];
}

/** Draws a frontier against each thing traded alone and, of two, against both at once. */
export function planFrontiers(
  trials: readonly Trial[],
  objective: Objective,
  tradeOff: readonly TradeOff[],
): Frontier[] {
  const each = tradeOff.map((what): readonly TradeOff[] => [what]);
  return [...each, ...(tradeOff.length > 1 ? [tradeOff] : [])].map((against) => ({
    against,
    plans: planFrontier(trials, objective, against),
  }));
}

/**
 * Lists the plans none of which another beats: none does as well in what is sought and in everything traded against it,
 * and better in something, by the means over worlds held out. Plans that break the floor are left out, and of equals all
 * but the first, a yardstick where one is among them. They are in the order of the first thing traded, least first.
 */
function planFrontier(trials: readonly Trial[], objective: Objective, tradeOff: readonly TradeOff[]): FrontierPlan[] {
  const kept = trials
    .filter(({ plan }) => plan.floor !== "broken")
    .toSorted((a, b) => Number(a.plan.found) - Number(b.plan.found));
  const traded = ({ plan }: Trial): number[] =>
    tradeOff.map((what) => (what === "cost" ? plan.plannedCost : (plan.gap?.mean ?? Number.NaN)));
  const measures = kept.map((one) => [one.plan.value?.value ?? Number.NaN, ...traded(one).map((x) => -x)]);
  const good = nondominated(measures);
  const keys = measures.map(String);
  const order = kept
    .filter((_, i) => good[i] && keys.indexOf(keys[i] as string) === i)
    .toSorted((a, b) => (traded(a)[0] as number) - (traded(b)[0] as number));
  return order.map(({ plan, outcomes, units }, i): FrontierPlan => {
    const before = order[i - 1];
    return { ...plan, gain: before ? lessThan(objective, outcomes.sought, before.outcomes.sought, units) : null };
  });
}
