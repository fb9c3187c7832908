import type { Ensemble } from "./ensemble.ts";
import { column } from "./series.ts";
import { type Summary, seriesOf, summary } from "./summarise.ts";

/** Index of May two years after three funded years. */
export const sustainedMonth = 58;

/** Summarises adoption at index 58, two years after funding ends; every field is null when the horizon is shorter. */
export function sustainedAdoption(ensemble: Ensemble): Summary {
  return summary(ensemble.horizon < sustainedMonth ? [] : column(seriesOf(ensemble, "adoption"), sustainedMonth));
}

/** Returns the number of adopters at index 58 in each replicate, in teachers; undefined when the horizon is shorter. */
export function sustainedAdopters(ensemble: Ensemble): number[] | undefined {
  if (ensemble.horizon < sustainedMonth) return undefined;
  const teachers = column(seriesOf(ensemble, "teachers"), sustainedMonth);
  return column(seriesOf(ensemble, "adoption"), sustainedMonth).map((share, r) => share * (teachers[r] as number));
}
