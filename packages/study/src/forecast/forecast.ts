import type { Key } from "@uptake/model";
import type { ForecastSeries } from "./forecast-series.ts";

/** Holds what a forecaster says of each later count: numbers of people, equally likely, one list for each count. */
export type Predicted = readonly Float64Array[];

/** Predicts the counts of a series that are not known yet. */
export interface Forecaster {
  /** Name of the forecaster; those of one scoring differ. */
  readonly name: string;
  /**
   * Predicts the counts after the first `known` by `draws` paths, each as likely as another. Reads nothing of the later
   * counts but when they are made; the same arguments give the same paths.
   */
  readonly predict: (series: ForecastSeries, known: number, draws: number, key: Key) => Predicted;
}
