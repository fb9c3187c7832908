import { derive, uniform } from "@uptake/model";
import { placesFrom } from "../calibrate/places.ts";
import { logFactorial } from "../log-factorial.ts";
import { binomialDraw } from "./binomial-draw.ts";
import type { Forecaster } from "./forecast.ts";
import type { ForecastSeries } from "./forecast-series.ts";

/** Holds one law of growth: who ever adopts, and the chance a period that one of those left does. */
export interface Law {
  /** Those who ever adopt, a whole number up to the population. */
  readonly ceiling: number;
  /** Returns the chance, 0 … 1, that one of those left adopts in the period that begins at `time`, `count` having adopted. */
  readonly hazard: (count: number, time: number) => number;
}

/**
 * Makes a forecaster of a family of laws, each believed alike before the data: every law is weighted by the binomial
 * likelihood of the steps between the known counts, and paths are drawn from laws by weight, by the binomial too.
 */
export function lawForecaster(
  name: string,
  lawsOf: (series: ForecastSeries, known: number) => readonly Law[],
): Forecaster {
  return {
    name,
    predict(series, known, draws, key) {
      const laws = lawsOf(series, known).filter(({ ceiling }) => ceiling >= series.counts[known - 1]!);
      const logs = laws.map((law) => logLikelihood(law, series, known));
      const most = Math.max(...logs);
      const weights = logs.map((log) => Math.exp(log - most));
      const later = series.counts.slice(known).map(() => new Float64Array(draws));
      placesFrom(weights, draws, uniform(key, 0)).forEach((place, path) => {
        const law = laws[place]!;
        const own = derive(key, path);
        let count = series.counts[known - 1]!;
        let slot = 0;
        later.forEach((samples, k) => {
          for (let time = series.times[known + k - 1]!; time < series.times[known + k]!; time++) {
            const u = uniform(own, slot++);
            count += binomialDraw(law.ceiling - count, law.hazard(count, time), u);
          }
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
    let count = before;
    for (let time = times[k - 1]!; time < times[k]!; time++) count += hazard(count, time) * (ceiling - count);
    const chance = left === 0 ? 0 : Math.min(1 - 1e-9, Math.max(1e-9, (count - before) / left));
    sum += logFactorial(left) - logFactorial(step) - logFactorial(left - step);
    sum += step * Math.log(chance) + (left - step) * Math.log1p(-chance);
  }
  return sum;
}

/** Lists whole numbers of people who may ever adopt: `steps` of them, evenly from those who have to everyone. */
export function ceilings({ counts, population }: ForecastSeries, known: number, steps: number): number[] {
  const had = counts[known - 1]!;
  const found = Array.from({ length: steps }, (_, i) => Math.round(had + ((population - had) * (i + 0.5)) / steps));
  return [...new Set(found)];
}
