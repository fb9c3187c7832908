export {
  type Comparison,
  compare,
  type Difference,
  type DifferenceOptions,
  pairedDifference,
} from "./compare/compare.ts";
export { bandsOf } from "./ensemble/bands.ts";
export {
  type DistrictSize,
  type Ensemble,
  type EnsembleOptions,
  ensemble,
  ensembles,
  type StudentTotals,
} from "./ensemble/ensemble.ts";
export type { Bands, SeriesSummary } from "./ensemble/spread-of.ts";
export { type Summary, seriesOf, summarise, summariseAt, summary } from "./ensemble/summarise.ts";
export {
  shortfall,
  type TargetOptions,
  type TargetProbability,
  type TargetRuns,
  type TimeToTarget,
  targetProbability,
  timeToTarget,
} from "./target/target.ts";
