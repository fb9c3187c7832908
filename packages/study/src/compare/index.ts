/**
 * Compares plans with a baseline in the same worlds and luck, as precisely as asked for.
 *
 * @module
 */
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
export { withoutLevers } from "./without-levers.ts";
