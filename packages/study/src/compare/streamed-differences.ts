import type { StreamedEnsemble } from "../ensemble/streamed-ensemble.ts";
import { summariseAt } from "../ensemble/summarise.ts";
import type { Statistic } from "../evaluate/evaluation.ts";
import { seriesRange } from "../readings/series-range.ts";
import { heldWithin, ofDifferences } from "../statistics/held-within.ts";
import type { MeanInterval } from "../statistics/mean-interval.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import type { MeasuredDifference } from "./compare-to-precision.ts";

/**
 * Tells `plan` less `baseline` in each of `statistics`, of runs that were streamed together, `baseline` first: the
 * numbers of {@link compareToPrecision} to rounding. Where a pair lacks a value of one plan alone, variance reduction
 * is told of all values of both. Nothing but nulls, and 0 replicates, of a series or an index that either lacks.
 */
export function streamedDifferences(
  baseline: StreamedEnsemble,
  plan: StreamedEnsemble,
  statistics: readonly Statistic[],
): MeasuredDifference[] {
  return statistics.map(({ series, month }) => {
    const before = meanAt(baseline, series, month);
    const here = meanAt(plan, series, month);
    const told = plan.differences.get(series);
    const at = (all: readonly (number | null)[] | undefined): number | null => all?.[month] ?? null;
    const mean = at(told?.mean);
    const difference: MeanInterval | null =
      before === null || here === null || mean === null
        ? null
        : { mean, low: at(told?.low), high: at(told?.high), replicates: at(told?.replicates) ?? 0 };
    const repeat = unitsOf(plan.worlds) !== undefined;
    const ends = { low: difference?.low ?? null, high: difference?.high ?? null };
    return {
      series,
      month,
      estimate: difference?.mean ?? null,
      ...heldWithin(ends, ofDifferences(seriesRange(series))),
      halfWidth: difference && halfWidthOf(difference),
      replicates: difference?.replicates ?? 0,
      varianceReduction: repeat || !difference ? null : varianceReduction(before, here, difference),
      leastHalfWidth: difference && at(told?.leastHalfWidth),
      baseline: before,
      plan: here,
    };
  });
}

function meanAt(ensemble: StreamedEnsemble, name: string, month: number): MeanInterval | null {
  if (!ensemble.series.has(name)) return null;
  const { mean, low, high, replicates } = summariseAt(ensemble, name, month);
  return mean === null ? null : { mean, low, high, replicates };
}

const halfWidthOf = ({ low, high }: MeanInterval): number | null =>
  low === null || high === null ? null : (high - low) / 2;

/** Returns the variance of a difference of independent runs over that of paired ones; null where pairs differ alike. */
function varianceReduction(
  before: MeanInterval | null,
  here: MeanInterval | null,
  paired: MeanInterval,
): number | null {
  // All have Student's t of nearly as many degrees of freedom, so squares of half-widths are as variances of means.
  const spread = (one: MeanInterval | null): number => {
    const half = one && halfWidthOf(one);
    return one && half !== null ? half * half * one.replicates : Number.NaN;
  };
  const ratio = (spread(before) + spread(here)) / spread(paired);
  return spread(paired) > 0 ? ratio : null;
}
