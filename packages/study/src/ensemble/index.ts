/**
 * Runs a plan many times and summarises its series with their uncertainty.
 *
 * @module
 */
export { bandsOf } from "./bands.ts";
export type { EnsembleOf } from "./ensemble.ts";
export {
  type DistrictSize,
  type Ensemble,
  type EnsembleOptions,
  ensemble,
  ensembles,
  type StudentTotals,
} from "./ensemble.ts";
export { joinEnsembles } from "./join-ensembles.ts";
export { mismatches } from "./mismatches.ts";
export type { Numbers } from "./narrow-rows.ts";
export type { Range, Rows, Seat } from "./rows.ts";
export { type AnySeries, type CountSeries, column, row, type Series, type StreamedSeries } from "./series.ts";
export type { Bands, SeriesSummary, Spread } from "./spread.ts";
export { type AnyEnsemble, keptOf, type StreamedEnsemble } from "./streamed-ensemble.ts";
export { seriesOf, summarise, summariseAt } from "./summarise.ts";
export { type Summary, summary } from "./summary.ts";
export type { Bound } from "./suspect.ts";
export { fastBounds, type Suspicion, slowBounds, suspect } from "./suspect.ts";
export { type AnyTotals, quantileOfTotals, type StreamedTotals, summaryOfTotals } from "./totals.ts";
