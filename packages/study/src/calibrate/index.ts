/**
 * Learns from surveys or counts of adoption what parameters may be, by approximate Bayesian computation.
 *
 * @module
 */
export {
  type AbcGeneration,
  type AbcParticle,
  type AbcState,
  type AbcStop,
  abcAsk,
  abcBegin,
  abcStop,
  abcTell,
} from "./abc-smc.ts";
export type { AbcOptions } from "./abc-smc-settings.ts";
export { type SurveyPoint, surveyGroups } from "./adoption-series.ts";
export {
  type CalibratedParameter,
  type Calibration,
  calibrate,
  calibrateRuns,
  type PosteriorWorld,
  type RivalCalibration,
} from "./calibrate.ts";
export type { CalibrateOptions } from "./calibrate-settings.ts";
export { doubtAnswers } from "./doubt-answers.ts";
export {
  type PosteriorRidge,
  type PosteriorSpread,
  posteriorRidges,
  posteriorSpread,
} from "./posterior-spread.ts";
export { type Band, type PredictedGroup, type PredictedPoint, showsSeries } from "./predict.ts";
export { normalPrior, type PriorDistribution, uniformPrior } from "./prior-distribution.ts";
export { movingParameters, type ParameterInput } from "./prior-of.ts";
export { readAdoptionSeries } from "./read-adoption-series.ts";
