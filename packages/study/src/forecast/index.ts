/**
 * Forecasts series of adoption, and scores forecasts against counts that were held out.
 *
 * @module
 */
export { bass } from "./bass.ts";
export { calendarTime } from "./calendar-time.ts";
export type { Forecaster, Predicted } from "./forecast.ts";
export type { SeriesRecord } from "./forecast-record.ts";
export { type BandRecord, type ForecastRecord, forecastRecord } from "./forecast-record.ts";
export { forecastSentence } from "./forecast-sentence.ts";
export {
  type Cut,
  checkForecastSeries,
  type ForecastSeries,
  fewestFitted,
  fittedCounts,
} from "./forecast-series.ts";
export { type Judged, judgeForecast, nominalBands } from "./judge-forecast.ts";
export { lastStep } from "./last-step.ts";
export { type Law, type LawFamily, lawForecaster } from "./law-forecaster.ts";
export {
  type ForecasterScores,
  type ForecastScore,
  type PlainAndWidened,
  type ScoredCut,
  type ScoredSeries,
  type ScoreForecastsOptions,
  scoreForecasts,
} from "./score-forecasts.ts";
export {
  type SpreadingOptions,
  type SpreadingPlace,
  type SpreadingRuns,
  spreadingRuns,
} from "./spreading-runs.ts";
export { type UptakeForecaster, uptakeForecaster } from "./uptake-forecaster.ts";
export type { Cell } from "./weigh-cells.ts";
