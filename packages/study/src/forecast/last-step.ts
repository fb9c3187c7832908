import { sin, square } from "@uptake/model";
import type { Forecaster } from "./forecast.ts";
import { lawForecaster } from "./law-forecaster.ts";

const goingOn = lawForecaster({
  name: "last step",
  dimensions: 1,
  lawAt([angle], { population }) {
    const chance = square(sin(1.5707963267948966 * angle!));
    return { ceiling: population, hazard: () => chance };
  },
});

/**
 * Predicts that the last step goes on: everyone left adopts in a period with the chance that the last known step shows,
 * as uncertain as one step leaves it (Jeffreys' prior). The floor that a forecast should be above.
 */
export const lastStep: Forecaster = {
  name: goingOn.name,
  predict(series, known, draws, key) {
    const times = series.times.slice(known - 2);
    const counts = series.counts.slice(known - 2);
    return goingOn.predict({ ...series, times, counts }, 2, draws, key);
  },
};
