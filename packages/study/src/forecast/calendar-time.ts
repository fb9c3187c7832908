import type { Forecaster } from "./forecast.ts";
import { ceilings, lawForecaster } from "./law-forecaster.ts";

/** Logit of where the curve stands when the last count was made. */
const standings = Array.from({ length: 24 }, (_, i) => -5 + (10 * i) / 23);
/** Rise of that logit a period: steps evenly apart in its logarithm. */
const rates = Array.from({ length: 24 }, (_, i) => 0.02 * 150 ** (i / 23));

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Predicts by a logistic curve in calendar time, whatever has happened: of those who ever adopt and have not, the share
 * adopts in a period that a logistic curve gives it. Believed before the data: its logit at the last count even over ±5,
 * its rise a period even in its logarithm over .02–3, who ever adopts even from those who have to everyone (24, 24 and 10
 * values).
 */
export const calendarTime: Forecaster = lawForecaster("calendar time", (series, known) => {
  const now = series.times[known - 1]!;
  return ceilings(series, known, 10).flatMap((ceiling) =>
    standings.flatMap((standing) =>
      rates.map((rate) => ({
        ceiling,
        hazard: (_: number, time: number) => {
          const before = logistic(standing + rate * (time - now));
          return (logistic(standing + rate * (time + 1 - now)) - before) / (1 - before);
        },
      })),
    ),
  );
});
