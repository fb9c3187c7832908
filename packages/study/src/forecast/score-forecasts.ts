import { derive, hashText, rootKey } from "@uptake/model";
import type { Forecaster } from "./forecast.ts";
import { type Cut, checkForecastSeries, type ForecastSeries, fittedCounts } from "./forecast-series.ts";
import { type Judged, judgeForecast, nominalBands } from "./judge-forecast.ts";
import { stretchOf, widen } from "./widen.ts";

/** Sets how forecasts are scored. */
export interface ScoreForecastsOptions extends Cut {
  /** Paths of each forecast (default 500). */
  readonly draws?: number;
  /** Text that the draws follow from (default `forecasts`). */
  readonly seed?: string;
}

/** Holds how forecasts of several counts held: means over the counts. */
export interface ForecastScore {
  /** Counts predicted. */
  readonly points: number;
  /** Share of the counts that the middle 50, 80 and 95% of what was predicted held. */
  readonly held: readonly number[];
  /** Mean logarithm of the chance given to a count; see {@link judgeForecast}. */
  readonly logScore: number;
  /** Mean distance of the median from the count, as a share of the population. */
  readonly error: number;
}

/** Holds the scores of a forecaster as it is, and stretched by the misses seen so far. */
export interface PlainAndWidened {
  /** Scores as it is. */
  readonly plain: ForecastScore;
  /** Scores of the stretched forecasts. */
  readonly widened: ForecastScore;
}

/** Holds how one forecaster did on the counts held out at one cut. */
export interface ForecasterScores {
  /** Name of the forecaster. */
  readonly forecaster: string;
  /** Each count held out, foretold from all before it. */
  readonly oneAhead: PlainAndWidened;
  /** All counts held out, foretold from those fitted. */
  readonly wholePath: PlainAndWidened;
}

/** Holds how forecasters did on a series that is cut once. */
export interface ScoredCut {
  /** Counts fitted before the first is foretold. */
  readonly fitted: number;
  /** Counts held out. */
  readonly heldOut: number;
  /** Scores of each forecaster, in their order. */
  readonly scores: readonly ForecasterScores[];
}

/** Holds how forecasters did on one series. */
export interface ScoredSeries {
  /** Name of the series. */
  readonly series: string;
  /** One for each number of counts fitted, fewest first. */
  readonly cuts: readonly ScoredCut[];
}

/** Counts from which the first step is foretold, to learn how far a forecaster's steps miss. */
const firstSteps = 3;

const foretelling = hashText("forecast");

/**
 * Scores forecasters on the part of a series that they have not seen: one count ahead, fitting anew as it goes, and the
 * whole of the rest from the first part. All forecasters see the same counts and are judged alike.
 *
 * @throws InputError when the series is too short, falls, or exceeds its population.
 *
 * @example
 * ```ts
 * import { bass, lastStep, scoreForecasts } from "@uptake/study/forecast";
 *
 * const series = {
 *   ...{ name: "classrooms with the practice", source: "made up", period: "year", population: 200 },
 *   ...{ times: [0, 1, 2, 3, 4, 5, 6, 7], counts: [4, 9, 20, 41, 70, 104, 131, 150] },
 * };
 * const { cuts } = scoreForecasts(series, [bass, lastStep], { draws: 100 });
 * for (const { fitted, scores } of cuts)
 *   for (const { forecaster, wholePath } of scores) console.log(fitted, forecaster, wholePath.plain.error);
 * ```
 */
export function scoreForecasts(
  series: ForecastSeries,
  forecasters: readonly Forecaster[],
  options: ScoreForecastsOptions = {},
): ScoredSeries {
  checkForecastSeries(series, options);
  const { draws = 500, seed = "forecasts" } = options;
  const { counts, population, name } = series;
  const key = derive(derive(rootKey(seed), foretelling), hashText(name));
  const cuts = fittedCounts(counts.length, options);
  const first = Math.min(firstSteps, ...cuts);
  const told = forecasters.map((forecaster) => {
    const seen: number[] = [];
    return counts.slice(first).map((_, step): readonly Both[] => {
      const known = first + step;
      const stretch = stretchOf(seen);
      const predicted = forecaster.predict(series, known, draws, derive(key, known));
      const both = predicted.map((samples, h): Both => {
        const judge = (some: Float64Array) => judgeForecast(some, counts[known + h]!, population);
        return { plain: judge(samples), widened: judge(widen(samples, stretch, counts[known - 1]!, population)) };
      });
      seen.push(both[0]!.plain.z);
      return both;
    });
  });
  return {
    series: name,
    cuts: cuts.map((fitted) => ({
      fitted,
      heldOut: counts.length - fitted,
      scores: told.map((paths, f) => ({
        forecaster: forecasters[f]!.name,
        oneAhead: meansOf(paths.slice(fitted - first).map(([next]) => next!)),
        wholePath: meansOf(paths[fitted - first]!),
      })),
    })),
  };
}

/** Holds a forecast as it is judged, and as it is once stretched. */
interface Both {
  readonly plain: Judged;
  readonly widened: Judged;
}

function meansOf(judged: readonly Both[]): PlainAndWidened {
  return {
    plain: meanScore(judged.map(({ plain }) => plain)),
    widened: meanScore(judged.map(({ widened }) => widened)),
  };
}

function meanScore(judged: readonly Judged[]): ForecastScore {
  const mean = (of: (one: Judged) => number): number => judged.reduce((sum, one) => sum + of(one), 0) / judged.length;
  return {
    points: judged.length,
    held: nominalBands.map((_, b) => mean(({ held }) => held[b]!)),
    logScore: mean(({ logScore }) => logScore),
    error: mean(({ error }) => error),
  };
}
