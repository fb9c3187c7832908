import type { Forecaster } from "./forecast.ts";
import { lawForecaster } from "./law-forecaster.ts";

/** Chances a period that are tried, evenly apart on the scale of an arc sine, which is that of Jeffreys' prior. */
const chances = Array.from({ length: 400 }, (_, i) => Math.sin((Math.PI / 4) * ((i + 0.5) / 200)) ** 2);

/**
 * Predicts that the last step goes on: everyone left adopts in a period with the chance that the last known step shows,
 * and is as uncertain as one step leaves it. The floor that a forecast should be above.
 */
export const lastStep: Forecaster = {
  name: "last step",
  predict(series, known, draws, key) {
    const from = known - 2;
    const start = series.times[from]!;
    const last = { ...series, times: series.times.slice(from).map((time) => time - start), counts: series.counts.slice(from) };
    return laws.predict(last, 2, draws, key);
  },
};

const laws = lawForecaster("last step", ({ population }) =>
  chances.map((chance) => ({ ceiling: population, hazard: () => chance })),
);
