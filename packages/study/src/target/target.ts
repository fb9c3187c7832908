import { InputError, type Target } from "@uptake/model";
import type { Ensemble } from "../ensemble/ensemble.ts";
import type { AnySeries } from "../ensemble/series.ts";
import { column, row } from "../ensemble/series.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { type Summary, summary } from "../ensemble/summary.ts";
import { chance } from "../statistics/chance.ts";
import { ascending, sortedQuantile } from "../statistics/quantile.ts";
import type { Probability } from "../statistics/wilson.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import { targetSeries } from "./target-series.ts";

/** Holds the chance of reaching a target: a share, of teachers unless `of` says otherwise, at an index. */
export type TargetProbability = Target &
  (Probability | { readonly probability: null; readonly low: null; readonly high: null; readonly replicates: number });

/** Holds what is needed of an ensemble to tell of its target; of its series, that of the target (see {@link targetSeries}). */
export type TargetRuns = Pick<Ensemble, "scenario" | "horizon" | "replicates" | "worlds"> & {
  readonly series: ReadonlyMap<string, AnySeries>;
  /** Chance of the scenario's target, of runs that were streamed. */
  readonly chance?: Probability | null;
};

/** Says which share of what is asked for, and when; the scenario's own target unless given. */
export type TargetOptions = Partial<Target>;

/**
 * Computes the share of replicates in which what the target is of (adoption, for teachers) is at least `share` at index
 * `month`, with its 95% interval. Null when the horizon is shorter.
 *
 * @throws InputError where the runs were streamed, and their values at that index are not kept.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { ensemble, targetProbability } from "@uptake/study";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const runs = await ensemble(plan, { replicates: 8 });
 * console.log(targetProbability(runs), targetProbability(runs, { share: 0.3, month: 22 }));
 * ```
 */
export function targetProbability(ensemble: TargetRuns, options: TargetOptions = {}): TargetProbability {
  const { share, month, of } = { ...ensemble.scenario.target, ...options };
  const { replicates, chance: streamed } = ensemble;
  if (month > ensemble.horizon) return { share, month, of, probability: null, low: null, high: null, replicates };
  const series = seriesOf(ensemble, targetSeries(of));
  const own = ensemble.scenario.target;
  const isOwn = share === own.share && month === own.month && of === own.of;
  // Of runs whose numbers are not kept, the chance of the scenario's own target was told as they came.
  if (streamed && isOwn && "spread" in series && !series.columns.has(month)) return { share, month, of, ...streamed };
  const reached = column(series, month).map((value) => value >= share);
  return { share, month, of, ...chance(reached, unitsOf(ensemble.worlds)) };
}

/**
 * Computes by how much, as a share, what is asked for falls short of the target: 0 where it is reached, null fields beyond
 * the horizon.
 *
 * @throws InputError where the runs were streamed, and their values at that index are not kept.
 */
export function shortfall(ensemble: TargetRuns, options: TargetOptions = {}): Summary {
  const { share, month, of } = { ...ensemble.scenario.target, ...options };
  if (month > ensemble.horizon) return summary([]);
  const lacking = column(seriesOf(ensemble, targetSeries(of)), month).map((value) => Math.max(0, share - value));
  return summary(lacking, unitsOf(ensemble.worlds), [0, share]);
}

/** Holds when replicates reached a share, in months; quantiles are null where that many never did (censored). */
export interface TimeToTarget {
  /** The share, 0 … 1. */
  readonly share: number;
  /** Month by which a tenth of the replicates are there. */
  readonly p10: number | null;
  /** Month by which half of the replicates are there. */
  readonly median: number | null;
  /** Month by which nine tenths of the replicates are there. */
  readonly p90: number | null;
  /** Share of replicates that reached it within the horizon. */
  readonly reached: Probability;
}

/**
 * Computes the time to the target's share, in months: `momentary` is the first index at which it is there; `held` is the
 * first of two consecutive Mays at which it is.
 *
 * @throws InputError where the runs were streamed, and when they were first at this share is not kept.
 *
 * @example
 * ```ts
 * import { prepare, scenario } from "@uptake/model";
 * import { ensemble, timeToTarget } from "@uptake/study";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const { median, reached } = timeToTarget(await ensemble(plan, { replicates: 8 }), "held", { share: 0.3 });
 * console.log(median, reached.probability);
 * ```
 */
export function timeToTarget(
  ensemble: TargetRuns,
  how: "momentary" | "held",
  options: TargetOptions = {},
): TimeToTarget {
  const { share, of } = { ...ensemble.scenario.target, ...options };
  const times = firstTimes(seriesOf(ensemble, targetSeries(of)), share, how);
  const sorted = ascending(times);
  const finite = (p: number): number | null => {
    const time = sortedQuantile(sorted, p);
    return Number.isFinite(time) ? time : null;
  };
  const reached = chance(times.map(Number.isFinite), unitsOf(ensemble.worlds));
  return { share, p10: finite(0.1), median: finite(0.5), p90: finite(0.9), reached };
}

/** Returns the first index at which a path is at `share`, infinite when it never is. */
export function firstTime(path: Float64Array, share: number, how: "momentary" | "held"): number {
  const there = (index: number): boolean => (path[index] as number) >= share;
  for (let index = 0; index < path.length; index++) {
    if (!there(index)) continue;
    if (how === "momentary") return index;
    if (index % 12 === 10 && index + 12 < path.length && there(index + 12)) return index;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * Returns when each run was first at `share`, as {@link firstTime} has it.
 *
 * @throws InputError where the series was streamed, and first times at this share are not kept.
 */
export function firstTimes(series: AnySeries, share: number, how: "momentary" | "held"): number[] {
  if ("values" in series)
    return Array.from({ length: series.replicates }, (_, r) => firstTime(row(series, r), share, how));
  if (series.times?.share === share) return Array.from(series.times[how]);
  const message = "the runs were streamed, and when they were first at this share is not kept";
  const allowed = series.times ? `${series.times.share}` : "no share";
  throw new InputError([{ code: "not-kept", path: "share", message, value: share, allowed }]);
}
