import type { Issue } from "@uptake/model";
import { costPerAddedSustainedAdopter } from "../compare/added-cost.ts";
import { cardsOf } from "../compare/cards.ts";
import { type Difference, noDifference, pairedDifference } from "../compare/compare.ts";
import type { Ensemble } from "../ensemble/ensemble.ts";
import { mismatches } from "../ensemble/mismatches.ts";
import type { Ratio } from "../statistics/ratio.ts";
import { targetSeries } from "../target/target-series.ts";
import { aheadAndBehind } from "./ahead-and-behind.ts";
import type { RunsOfPlan } from "./plan-runs.ts";

/** Holds one plan less another, run in the same worlds and luck. Shares 0 … 1, dollars of 2024. */
export interface PlanPair {
  /** Place of the plan that is taken away; null for the district of `b` as today. */
  readonly a: number | null;
  /** Place of the plan that it is taken away from. */
  readonly b: number;
  /** Says why the plans share no worlds; there are no differences then. */
  readonly apart: readonly Issue[];
  /** Whether all runs are the same. */
  readonly same: boolean;
  /** What the target is of, at its month or at the end of runs that are shorter; deciding which is better. */
  readonly reached: Difference;
  /** Index that `reached` is read at. */
  readonly month: number;
  /** Replicates in which `b` has more of it than `a`. */
  readonly ahead: number;
  /** Replicates in which `b` has less of it than `a`. */
  readonly behind: number;
  /** Chance of the target. */
  readonly chance: Difference;
  /** What the target is of, two years after funding ends. */
  readonly sustained: Difference;
  /** How far high-poverty schools are behind low-poverty ones, as shares of teachers. */
  readonly gap: Difference;
  /** Cost over all months simulated. */
  readonly cost: Difference;
  /** Dollars for each adopter who stays that `b` has over `a`; null where they share no worlds. */
  readonly perAdopter: Ratio | null;
  /** What the target is of, month by month. */
  readonly byMonth: {
    readonly months: readonly number[];
    readonly estimate: readonly (number | null)[];
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
  };
}

/** Pairs every plan with every other, and with its own district as today where it adds something to that. */
export function planPairs(plans: readonly RunsOfPlan[]): PlanPair[] {
  return plans.flatMap(({ plan, ensemble, usual }, b) => {
    const others = plans.flatMap((other, a): PlanPair[] => {
      if (a === b) return [];
      const apart = mismatches(other.plan, plan, "plan");
      return [apart.length > 0 ? unpaired(a, b, apart) : paired([a, b], other.ensemble, ensemble)];
    });
    return usual ? [paired([null, b], usual, ensemble), ...others] : others;
  });
}

const unpaired = (a: number, b: number, apart: readonly Issue[]): PlanPair => ({
  a,
  b,
  apart,
  same: false,
  reached: noDifference,
  month: 0,
  ahead: 0,
  behind: 0,
  chance: noDifference,
  sustained: noDifference,
  gap: noDifference,
  cost: noDifference,
  perAdopter: null,
  byMonth: { months: [], estimate: [], low: [], high: [] },
});

function paired([a, b]: readonly [number | null, number], before: Ensemble, here: Ensemble): PlanPair {
  const { target } = here.scenario;
  const series = targetSeries(target.of);
  const month = Math.min(target.month, here.horizon);
  const { chance, sustained, gap } = cardsOf(here, before);
  const months = Array.from({ length: here.horizon + 1 }, (_, index) => index);
  const all = months.map((index) => pairedDifference(before, here, series, index));
  return {
    a,
    b,
    apart: [],
    same: here.checksums.every((checksum, r) => checksum === before.checksums[r]),
    reached: all[month]!,
    month,
    ...aheadAndBehind(before, here, series, month),
    chance: chance.difference ?? noDifference,
    sustained: sustained.difference ?? noDifference,
    gap: gap.difference ?? noDifference,
    cost: pairedDifference(before, here, "cost", here.horizon),
    perAdopter: costPerAddedSustainedAdopter(here, before),
    byMonth: {
      months,
      estimate: all.map(({ estimate }) => estimate),
      low: all.map(({ low }) => low),
      high: all.map(({ high }) => high),
    },
  };
}
