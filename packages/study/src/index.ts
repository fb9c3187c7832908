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
export type { Bands, SeriesSummary } from "./ensemble/spread.ts";
export { seriesOf, summarise, summariseAt } from "./ensemble/summarise.ts";
export { type Summary, summary } from "./ensemble/summary.ts";
export {
  shortfall,
  type TargetOptions,
  type TargetProbability,
  type TargetRuns,
  type TimeToTarget,
  targetProbability,
  timeToTarget,
} from "./target/target.ts";
