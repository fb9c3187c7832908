export { bandsOf } from "./bands.ts";
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
export { Scheduler, type SchedulerOptions, type SimulationRequest, type Update } from "./scheduler.ts";
export { column, row, type Series } from "./series.ts";
export type { Bands, SeriesSummary } from "./spread-of.ts";
export type {
  AnyEnsemble,
  AnySeries,
  AnyTotals,
  StreamedEnsemble,
  StreamedSeries,
  StreamedTotals,
} from "./streamed-series.ts";
export {
  quantileOfTotals,
  type Summary,
  seriesOf,
  summarise,
  summariseAt,
  summary,
  summaryOfTotals,
} from "./summarise.ts";
export { fastBounds, type Suspicion, slowBounds, suspect } from "./suspect.ts";
