export { costPerAddedStudentYear, costPerAddedSustainedAdopter } from "./added-cost.ts";
export { type Card, type Cards, cardsOf, type Estimate } from "./cards.ts";
export {
  type Comparison,
  compare,
  type Difference,
  type DifferenceOptions,
  pairedDifference,
} from "./compare.ts";
export {
  type CompareToPrecisionOptions,
  comparedMeasures,
  compareToPrecision,
  type MeasuredDifference,
  type PreciseComparison,
} from "./compare-to-precision.ts";
export {
  checkPrecision,
  moreReplicates,
  type PrecisionEnd,
  type PrecisionRule,
  precisionEnd,
} from "./more-replicates.ts";
export { streamedDifferences } from "./streamed-differences.ts";
