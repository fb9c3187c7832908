/**
 * Tells the chance of a target, when it is reached, and by how much it is missed.
 *
 * @module
 */
export { when } from "@uptake/model";
export { type EvaluatedTarget, type EvaluateTargetOptions, evaluateTarget } from "./evaluate-target.ts";
export {
  type AskedOutcome,
  type OutcomeName,
  outcomeNames,
  outcomesOf,
  type RunOutcome,
  usualOutcome,
} from "./run-outcome.ts";
export { sustainedMonth, sustainedShare } from "./sustained.ts";
export {
  shortfall,
  type TargetOptions,
  type TargetProbability,
  type TargetRuns,
  type TimeToTarget,
  targetProbability,
  timeToTarget,
} from "./target.ts";
export { targetCurve } from "./target-curve.ts";
export { levelChances, targetLevels } from "./target-levels.ts";
export { targetSeries } from "./target-series.ts";
export { type TargetStatistics, targetStatistics, type WaitingTime } from "./target-statistics.ts";
export { type TargetWords, targetWords, wordsOfSeries } from "./target-words.ts";
