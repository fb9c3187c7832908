import { exp, pow } from "@uptake/model";
import type { Forecaster } from "./forecast.ts";
import { ceilingAt, lawForecaster } from "./law-forecaster.ts";

const logistic = (x: number): number => 1 / (1 + exp(-x));

/**
 * Predicts by a logistic curve in calendar time, whatever has happened: of those who ever adopt and have not, the share
 * adopts in a period that a logistic curve gives it. Believed before the data: its logit at the last count even over ±5,
 * its rise a period even in its logarithm over .02–3, who ever adopts even from those who have to everyone.
 */
export const calendarTime: Forecaster = lawForecaster({
  name: "calendar time",
  dimensions: 3,
  lawAt([standing, pace, ever], series, known) {
    const now = series.times[known - 1]!;
    const rise = 0.02 * pow(150, pace!);
    const at = (time: number): number => logistic(10 * standing! - 5 + rise * (time - now));
    return {
      ...ceilingAt(ever!, series, known),
      hazard: (_, time) => (at(time + 1) - at(time)) / (1 - at(time)),
    };
  },
});
