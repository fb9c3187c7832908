/**
 * Runs a plan many times, compares plans in the same worlds and luck, and tells the chance of a target.
 *
 * @module
 */
export {
  type Comparison,
  compare,
  type Difference,
  type DifferenceOptions,
  pairedDifference,
} from "./compare/compare.ts";
export { bandsOf } from "./ensemble/bands.ts";
export type { EnsembleOf } from "./ensemble/ensemble.ts";
export {
  type DistrictSize,
  type Ensemble,
  type EnsembleOptions,
  ensemble,
  ensembles,
  type StudentTotals,
} from "./ensemble/ensemble.ts";
export type { Bands, SeriesSummary } from "./ensemble/spread.ts";
export { seriesOf, summarise, summariseAt } from "./ensemble/summarise.ts";
export { type Summary, summary } from "./ensemble/summary.ts";
export type { ValueRange } from "./statistics/held-within.ts";
export {
  shortfall,
  type TargetOptions,
  type TargetProbability,
  type TargetRuns,
  type TimeToTarget,
  targetProbability,
  timeToTarget,
} from "./target/target.ts";
