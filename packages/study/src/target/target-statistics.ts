import type { Target } from "@uptake/model";
import { column } from "../ensemble/series.ts";
import { seriesOf } from "../ensemble/summarise.ts";
import { type Summary, summary } from "../ensemble/summary.ts";
import { chance } from "../statistics/chance.ts";
import type { SurvivalCurve } from "../statistics/kaplan-meier.ts";
import type { ChanceLevel } from "../statistics/level-with-chance.ts";
import type { Probability } from "../statistics/wilson.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import { sustainedMonth, sustainedShare } from "./sustained.ts";
import {
  firstTimes,
  shortfall,
  type TargetOptions,
  type TargetProbability,
  type TargetRuns,
  targetProbability,
} from "./target.ts";
import { targetCurve } from "./target-curve.ts";
import { targetLevels } from "./target-levels.ts";
import { targetSeries } from "./target-series.ts";

/** Holds when the target's share is reached, in months, with replicates that never reach it censored. */
export interface WaitingTime extends Pick<SurvivalCurve, "median" | "medianLow" | "medianHigh"> {
  /** Share of replicates that reach it within the horizon. */
  readonly reached: Probability;
  /** The whole curve of waiting. */
  readonly curve: SurvivalCurve;
}

/** Holds all that is asked of a target: a share (default 80%, of teachers) at an index (default 34, May of year 3). */
export interface TargetStatistics extends Target {
  /** Months simulated. */
  readonly horizon: number;
  /** Chance of the target; null beyond the horizon. */
  readonly chance: TargetProbability;
  /** Time to the share: the first month in which it is there. */
  readonly momentary: WaitingTime;
  /** Time to the share at the first of two consecutive Mays. */
  readonly held: WaitingTime;
  /** Levels that the target's measure comes to with a chance of one half and of four fifths; none beyond the horizon. */
  readonly levels: readonly ChanceLevel[];
  /** By how much the target's measure falls short, in all replicates. */
  readonly shortfall: Summary;
  /** Shortfall of the replicates that miss the target. */
  readonly whenMissed: Summary;
  /** The target's measure two years after funding ends, and the share of replicates at the target's share then; null beyond the horizon. */
  readonly sustained: Summary & { readonly month: number; readonly chance: Probability | null };
}

function waiting(ensemble: TargetRuns, how: "momentary" | "held", { share, of }: Target): WaitingTime {
  const curve = targetCurve(ensemble, how, { share, of });
  const { median, medianLow, medianHigh } = curve;
  const reached = firstTimes(seriesOf(ensemble, targetSeries(of)), share, how).map(Number.isFinite);
  return { median, medianLow, medianHigh, reached: chance(reached, unitsOf(ensemble.worlds)), curve };
}

/**
 * Computes every statistic of a target: its chance with the interval of Wilson, the time to it with the median of Kaplan
 * and Meier (null where not reached by half of the replicates), the shortfall, and what is sustained.
 *
 * @throws InputError when the share is not above 0, at most 1.
 */
export function targetStatistics(ensemble: TargetRuns, options: TargetOptions = {}): TargetStatistics {
  const target = { ...ensemble.scenario.target, ...options };
  const { share, month, of } = target;
  const { horizon } = ensemble;
  const units = unitsOf(ensemble.worlds);
  const valuesAt = (index: number): number[] =>
    index <= horizon ? column(seriesOf(ensemble, targetSeries(of)), index) : [];
  const later = sustainedMonth(ensemble.scenario);
  const there = valuesAt(later);
  return {
    share,
    month,
    of,
    horizon,
    chance: targetProbability(ensemble, target),
    momentary: waiting(ensemble, "momentary", target),
    held: waiting(ensemble, "held", target),
    levels: targetLevels(ensemble, target),
    shortfall: shortfall(ensemble, target),
    whenMissed: summary(
      valuesAt(month).map((value) => (value < share ? share - value : Number.NaN)),
      units,
      [0, share],
    ),
    sustained: {
      month: later,
      ...sustainedShare(ensemble, of),
      chance:
        there.length === 0
          ? null
          : chance(
              there.map((value) => value >= share),
              units,
            ),
    },
  };
}
