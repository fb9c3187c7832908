import { pow } from "@uptake/model";
import type { Forecaster } from "./forecast.ts";
import { ceilingAt, lawForecaster } from "./law-forecaster.ts";

/**
 * Predicts by the discrete Bass curve: of those who ever adopt and have not, each adopts in a period with chance p + q · F,
 * F being the share of them who have. Believed before the data: p even in its logarithm over .0005–.3, q even over 0–2.5,
 * who ever adopts even from those who have to everyone.
 *
 * Source: Bass 1969, Management Science 15, 215–227.
 */
export const bass: Forecaster = lawForecaster({
  name: "Bass",
  dimensions: 3,
  lawAt([alone, following, ever], series, known) {
    const { ceiling, weight } = ceilingAt(ever!, series, known);
    const p = 0.0005 * pow(600, alone!);
    const q = (2.5 * following!) / Math.max(1, ceiling);
    return { ceiling, weight, hazard: (count) => Math.min(0.999, p + q * count) };
  },
});
