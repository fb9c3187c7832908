import type { Scenario } from "@uptake/model";
import { pairedChance } from "../compare/paired-chance.ts";
import { chance } from "../statistics/chance.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { presentOf, type Units } from "../statistics/worlds-of.ts";
import { targetSeries } from "../target/target-series.ts";

/** Holds a value with its 95% interval, which has no width for a single run. */
export interface ValueInterval {
  readonly value: number;
  readonly low: number;
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

/** Says what a plan must keep to at the objective's month, as a mean over worlds; without either, nothing. */
export interface Floor {
  /** Least adoption of the poverty third that has least of it, a share. */
  readonly worstTier?: number;
  /** Largest lead of the low-poverty over the high-poverty third, a share. */
  readonly gap?: number;
}

/** Holds one plan's outcomes, one number a replicate; NaN where a run failed or has no such series. */
export interface Outcomes {
  readonly sought: readonly number[];
  readonly worstTier: readonly number[];
  readonly gap: readonly number[];
}

const finite = (values: readonly number[]): number[] => values.filter((value) => !Number.isNaN(value));
const meanOf = (values: readonly number[]): number => {
  const some = finite(values);
  return some.length === 0 ? Number.NaN : some.reduce((sum, value) => sum + value, 0) / some.length;
};

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
  const { mean, low, high } = meanInterval(values, units);
  return { value: mean, low: low ?? mean, high: high ?? mean };
}

/** Computes `plan` less `best` in the same replicates, with its 95% interval; null where no replicate has both. */
export function lessThanBest(
  objective: Objective,
  plan: readonly number[],
  best: readonly number[],
  own?: Units,
): ValueInterval | null {
  const places = plan.map((_, r) => r).filter((r) => !Number.isNaN(plan[r]) && !Number.isNaN(best[r]));
  if (places.length === 0) return null;
  const units = own && places.map((r) => own[r] as number);
  if (objective.of === "target") {
    const reached = (values: readonly number[]): boolean[] => places.map((r) => values[r]! >= objective.share);
    const { estimate, low, high } = pairedChance(reached(plan), reached(best), units);
    return { value: estimate as number, low: low as number, high: high as number };
  }
  const differences = places.map((r) => plan[r]! - best[r]!);
  const { mean, low, high } = meanInterval(differences, units);
  return { value: mean, low: low ?? mean, high: high ?? mean };
}

/**
 * Returns what a search makes lowest. Plans that break the floor rank behind all that keep it, by how much they break it
 * (Deb 2000, Comput. Methods Appl. Mech. Eng. 186, 311–338). Where chances tie, the mean of the series decides, worth at
 * most one run in a thousand. Null where nothing was measured.
 */
export function searchValue(objective: Objective, floor: Floor, { sought, worstTier, gap }: Outcomes): number | null {
  const mean = meanOf(sought);
  if (Number.isNaN(mean)) return null;
  const short =
    Math.max(0, (floor.worstTier ?? Number.NEGATIVE_INFINITY) - meanOf(worstTier)) +
    Math.max(0, meanOf(gap) - (floor.gap ?? Number.POSITIVE_INFINITY));
  // Above every value of a plan that keeps the floor, which lies in −1.001 … 0.
  if (short > 0) return 1 + short;
  return objective.of === "target" ? -(achieved(objective, sought)?.value ?? 0) - mean / 1000 : -mean;
}

/** Tells whether a floor is kept: `cannot-tell` where the 95% interval of a mean it bounds reaches over the bound. */
export function floorKept(
  floor: Floor,
  { worstTier, gap }: Outcomes,
  own?: Units,
): "kept" | "broken" | "cannot-tell" | null {
  const verdicts: ("kept" | "broken" | "cannot-tell")[] = [];
  const judge = (values: readonly number[], bound: number, sign: number): void => {
    const { values: room, units } = presentOf(
      values.map((value) => sign * (value - bound)),
      own,
    );
    if (room.length === 0) return void verdicts.push("cannot-tell");
    const { mean, low, high } = meanInterval(room, units);
    if ((low ?? mean) >= 0) verdicts.push("kept");
    else verdicts.push((high ?? mean) < 0 ? "broken" : "cannot-tell");
  };
  if (floor.worstTier !== undefined) judge(worstTier, floor.worstTier, 1);
  if (floor.gap !== undefined) judge(gap, floor.gap, -1);
  if (verdicts.length === 0) return null;
  return verdicts.includes("broken") ? "broken" : verdicts.includes("cannot-tell") ? "cannot-tell" : "kept";
}
