import { derive, log, log1p, uniform } from "@uptake/model";
import { logFactorial } from "../statistics/log-factorial.ts";
import { placesFrom } from "../statistics/places.ts";
import { binomialDraw } from "./binomial-draw.ts";
import type { Forecaster } from "./forecast.ts";
import type { ForecastSeries } from "./forecast-series.ts";
import { type Cell, weighCells } from "./weigh-cells.ts";

/** Holds one law of growth: who ever adopts, and the chance a period that one of those left does. */
export interface Law {
  /** Those who ever adopt, a whole number up to the population. */
  readonly ceiling: number;
  /** Returns the chance, 0 … 1, that one of those left adopts in the period that begins at `time`, `count` having adopted. */
  readonly hazard: (count: number, time: number) => number;
  /** How far the law is believed before the data, against others of its family (default 1). */
  readonly weight?: number;
}

/** Describes a family of laws by `dimensions` numbers, each from 0 to 1. */
export interface LawFamily {
  /** Name of the family. */
  readonly name: string;
  /** Numbers that a law is told from, at least 1. */
  readonly dimensions: number;
  /** Returns the law at a point, given the counts known of a series. */
  readonly lawAt: (point: Cell, series: ForecastSeries, known: number) => Law;
}

/**
 * Makes a forecaster of a family of laws: laws are weighted by the binomial likelihood of the steps between the known
 * counts, on a grid that is made finer where they are likely; paths are drawn from laws by weight, by the binomial too.
 */
export function lawForecaster({ name, dimensions, lawAt }: LawFamily): Forecaster {
  return {
    name,
    predict(series, known, draws, key) {
      const { times, counts } = series;
      const { cells, weights } = weighCells(dimensions, (cell) => {
        const law = lawAt(cell, series, known);
        return log(law.weight ?? 1) + logLikelihood(law, series, known);
      });
      const later = counts.slice(known).map(() => new Float64Array(draws));
      placesFrom(weights, draws, uniform(key, 0)).forEach((place, path) => {
        const { ceiling, hazard } = lawAt(cells[place]!, series, known);
        const own = derive(key, path);
        let count = counts[known - 1]!;
        let slot = 0;
        later.forEach((samples, h) => {
          for (let time = times[known + h - 1]!; time < times[known + h]!; time++)
            count += binomialDraw(ceiling - count, hazard(count, time), uniform(own, slot++));
          samples[path] = count;
        });
      });
      return later;
    },
  };
}

/** Returns the logarithm of the chance of the known steps, each from the count before it, under a law. */
function logLikelihood({ ceiling, hazard }: Law, { times, counts }: ForecastSeries, known: number): number {
  let sum = 0;
  for (let k = 1; k < known; k++) {
    const before = counts[k - 1]!;
    const left = ceiling - before;
    const step = counts[k]! - before;
    if (step > left) return Number.NEGATIVE_INFINITY;
    if (left === 0) continue;
    let count = before;
    for (let time = times[k - 1]!; time < times[k]!; time++) count += hazard(count, time) * (ceiling - count);
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, (count - before) / left));
    sum += logFactorial(left) - logFactorial(step) - logFactorial(left - step);
    sum += step * log(chance) + (left - step) * log1p(-chance);
  }
  return sum;
}

/**
 * Returns how many ever adopt, every number from those who have to everyone believed alike, at a point 0 … 1 that is finer
 * near those who have: growth may be over.
 */
export function ceilingAt(
  point: number,
  { counts, population }: ForecastSeries,
  known: number,
): { readonly ceiling: number; readonly weight: number } {
  const had = counts[known - 1]!;
  const ceiling = Math.min(population, had + Math.floor(point * point * point * (population - had + 1)));
  return { ceiling, weight: 3 * point * point };
}
