import type { Scenario } from "@uptake/model";
import { pairedChance } from "../compare/paired-chance.ts";
import { seriesRange } from "../readings/series-range.ts";
import { chance } from "../statistics/chance.ts";
import { ofDifferences } from "../statistics/held-within.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { presentOf, type Units } from "../statistics/worlds-of.ts";
import { targetSeries } from "../target/target-series.ts";

/** Holds a value with its 95% interval, which has no width for a single run. */
export interface ValueInterval {
  /** The value. */
  readonly value: number;
  /** Lower end of the 95% interval. */
  readonly low: number;
  /** Upper end of the 95% interval. */
  readonly high: number;
}

/**
 * Says what is sought: the chance that a series (default `adoption`; see {@link targetSeries}) is at least a share, or the
 * mean of a series of shares.
 */
export type Objective =
  | { readonly of: "target"; readonly series?: string; readonly share: number; readonly month: number }
  | { readonly of: "mean"; readonly series: string; readonly month: number };

/** Seeks the chance of a scenario's own target, or of another share or month of it. */
export function targetObjective(
  { target }: Scenario,
  other: { readonly share?: number | undefined; readonly month?: number | undefined } = {},
): Objective {
  const { share = target.share, month = target.month } = other;
  return { of: "target", series: targetSeries(target.of), share, month };
}

/** Holds one plan's outcomes, one number a replicate; NaN where a run failed or has no such series. */
export interface Outcomes {
  readonly sought: readonly number[];
  readonly worstTier: readonly number[];
  readonly gap: readonly number[];
}

/** Names the series whose value decides. */
export const soughtSeries = (objective: Objective): string =>
  objective.of === "target" ? (objective.series ?? "adoption") : objective.series;

/**
 * Computes what is sought over replicates, with its 95% interval: Wilson's for a chance, Student's for a mean. `own` holds
 * the number of each replicate's world where worlds repeat.
 */
export function achieved(objective: Objective, sought: readonly number[], own?: Units): ValueInterval | null {
  const { values, units } = presentOf(sought, own);
  if (values.length === 0) return null;
  if (objective.of === "target") {
    const reached = values.map((value) => value >= objective.share);
    const { probability, low, high } = chance(reached, units);
    return { value: probability, low, high };
  }
  const { mean, low, high } = meanInterval(values, units, seriesRange(soughtSeries(objective)));
  return { value: mean, low: low ?? mean, high: high ?? mean };
}

/** Computes `plan` less `other` in the same replicates, with its 95% interval; null where no replicate has both. */
export function lessThan(
  objective: Objective,
  plan: readonly number[],
  other: readonly number[],
  own?: Units,
): ValueInterval | null {
  const places = plan.map((_, r) => r).filter((r) => !Number.isNaN(plan[r]) && !Number.isNaN(other[r]));
  if (places.length === 0) return null;
  const units = own && places.map((r) => own[r] as number);
  if (objective.of === "target") {
    const reached = (values: readonly number[]): boolean[] => places.map((r) => values[r]! >= objective.share);
    const { estimate, low, high } = pairedChance(reached(plan), reached(other), units);
    return { value: estimate as number, low: low as number, high: high as number };
  }
  const differences = places.map((r) => plan[r]! - other[r]!);
  const { mean, low, high } = meanInterval(differences, units, ofDifferences(seriesRange(soughtSeries(objective))));
  return { value: mean, low: low ?? mean, high: high ?? mean };
}
