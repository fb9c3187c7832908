export { attributeAssumptions } from "./attribute/attribute-assumptions.ts";
export { attributeLevers, peers } from "./attribute/attribute-levers.ts";
export type { Attribution, AttributionOptions, Share } from "./attribute/attribution.ts";
export { shapley } from "./attribute/shapley.ts";
export {
  commonFactor,
  type Decisive,
  decisiveParameter,
  fewestWorlds,
  type OutcomeRuns,
  type RankedParameter,
} from "./beliefs/decisive-parameter.ts";
export {
  type Belief,
  type BelievedHeadline,
  type BelievedRuns,
  beliefs,
  believedScenarios,
  type UnderBeliefs,
  type UnderBeliefsOptions,
  underBeliefs,
} from "./beliefs/under-beliefs.ts";
export { type Ablated, type AblationOptions, ablation, type LessonAblation } from "./budget/ablation.ts";
export { type AtBudgetOptions, atBudget, type Budgeted } from "./budget/at-budget.ts";
export { type Lesson, lessons, withoutLesson } from "./budget/lessons.ts";
export {
  type MinimumBudget,
  type MinimumBudgetOptions,
  minimumBudget,
  type TriedBudget,
} from "./budget/minimum-budget.ts";
export { type PlannedCostOptions, plannedCost } from "./budget/planned-cost.ts";
export { scaleIntensities } from "./budget/scale-intensities.ts";
export {
  type AbcGeneration,
  type AbcParticle,
  type AbcState,
  type AbcStop,
  abcAsk,
  abcBegin,
  abcStop,
  abcTell,
} from "./calibrate/abc-smc.ts";
export type { AbcOptions } from "./calibrate/abc-smc-settings.ts";
export { type SurveyPoint, surveyGroups } from "./calibrate/adoption-series.ts";
export {
  type CalibratedParameter,
  type Calibration,
  calibrate,
  calibrateRuns,
  type PosteriorWorld,
  type RivalCalibration,
} from "./calibrate/calibrate.ts";
export type { CalibrateOptions } from "./calibrate/calibrate-settings.ts";
export {
  type PosteriorRidge,
  type PosteriorSpread,
  posteriorRidges,
  posteriorSpread,
} from "./calibrate/posterior-spread.ts";
export type { Band, PredictedGroup, PredictedPoint } from "./calibrate/predict.ts";
export { normalPrior, type PriorDistribution, uniformPrior } from "./calibrate/prior-distribution.ts";
export { movingParameters, type ParameterInput } from "./calibrate/prior-of.ts";
export { costPerAddedStudentYear, costPerAddedSustainedAdopter } from "./compare/added-cost.ts";
export { type Card, type Cards, cardsOf, type Estimate } from "./compare/cards.ts";
export {
  type Comparison,
  compare,
  type Difference,
  type DifferenceOptions,
  pairedDifference,
} from "./compare/compare.ts";
export {
  type CompareToPrecisionOptions,
  comparedMeasures,
  compareToPrecision,
  type MeasuredDifference,
  type PreciseComparison,
} from "./compare/compare-to-precision.ts";
export {
  checkPrecision,
  moreReplicates,
  type PrecisionEnd,
  type PrecisionRule,
  precisionEnd,
} from "./compare/more-replicates.ts";
export { type DesignPoint, namedValues } from "./design/design-point.ts";
export { checkFactors, type Factor } from "./design/factor.ts";
export { factorOf } from "./design/factor-of.ts";
export { type Cell, grid } from "./design/grid.ts";
export { latinHypercube } from "./design/latin-hypercube.ts";
export { type PointSettings, pointSettings, withLevers } from "./design/point-scenario.ts";
export { SOBOL_DIMENSIONS, type SobolOptions, sobolSequence } from "./design/sobol-sequence.ts";
export { valueAt, valuesAt } from "./design/value-at.ts";
export { type Bands, bandsOf } from "./ensemble/bands.ts";
export {
  type DistrictSize,
  type Ensemble,
  type EnsembleOptions,
  ensemble,
  ensembles,
  type StudentTotals,
} from "./ensemble/ensemble.ts";
export { joinEnsembles } from "./ensemble/join-ensembles.ts";
export { mismatches } from "./ensemble/mismatches.ts";
export { Scheduler, type SchedulerOptions, type SimulationRequest, type Update } from "./ensemble/scheduler.ts";
export { column, row, type Series } from "./ensemble/series.ts";
export { type SeriesSummary, type Summary, seriesOf, summarise, summariseAt, summary } from "./ensemble/summarise.ts";
export { fastBounds, type Suspicion, slowBounds, suspect } from "./ensemble/suspect.ts";
export { evaluateHere } from "./evaluate/evaluate-here.ts";
export { evaluateInWorkers, type WorkerPool, type WorkerPoolOptions } from "./evaluate/evaluate-in-workers.ts";
export type {
  Evaluate,
  EvaluateOptions,
  Evaluation,
  EvaluationFailure,
  EvaluationJob,
  EvaluationResults,
  Failed,
  Outcome,
  Signal,
  Statistic,
} from "./evaluate/evaluation.ts";
export type { Journal } from "./evaluate/journal.ts";
export { journaled } from "./evaluate/journaled.ts";
export { type WorkAhead, workAhead } from "./evaluate/run-time.ts";
export { explainSchool } from "./explain/explain-school.ts";
export { explainTeacher } from "./explain/explain-teacher.ts";
export { findSchool, findTeacher } from "./explain/find-post.ts";
export { type MostChanged, mostChanged } from "./explain/most-changed.ts";
export type { Story, StoryEvent } from "./explain/story.ts";
export type { WhichRun } from "./explain/watch.ts";
export { bass } from "./forecast/bass.ts";
export { calendarTime } from "./forecast/calendar-time.ts";
export type { Forecaster, Predicted } from "./forecast/forecast.ts";
export { type BandRecord, type ForecastRecord, forecastRecord } from "./forecast/forecast-record.ts";
export { forecastSentence } from "./forecast/forecast-sentence.ts";
export {
  type Cut,
  checkForecastSeries,
  type ForecastSeries,
  fewestFitted,
  fittedCounts,
} from "./forecast/forecast-series.ts";
export { type Judged, judgeForecast, nominalBands } from "./forecast/judge-forecast.ts";
export { lastStep } from "./forecast/last-step.ts";
export { type Law, type LawFamily, lawForecaster } from "./forecast/law-forecaster.ts";
export {
  type ForecasterScores,
  type ForecastScore,
  type PlainAndWidened,
  type ScoredCut,
  type ScoredSeries,
  type ScoreForecastsOptions,
  scoreForecasts,
} from "./forecast/score-forecasts.ts";
export {
  type SpreadingOptions,
  type SpreadingPlace,
  type SpreadingRuns,
  spreadingRuns,
} from "./forecast/spreading-runs.ts";
export { type UptakeForecaster, uptakeForecaster } from "./forecast/uptake-forecaster.ts";
export {
  type Bottlenecks,
  type BottlenecksOptions,
  bottlenecks,
  type EasedSteps,
  type EasedTransition,
  usualEasedRuns,
} from "./funnel/bottlenecks.ts";
export { describeBottlenecks, gainedName, standingClause, stillSentence } from "./funnel/describe-bottlenecks.ts";
export {
  type FunnelAt,
  type FunnelEstimate,
  type FunnelPart,
  funnelAt,
  funnelPart,
  type Standing,
} from "./funnel/funnel-at.ts";
export { type FunnelWords, funnelWords, type TransitionWords, transitionWords } from "./funnel/transition-words.ts";
export {
  type CmaEsOptions,
  type CmaEsState,
  type CmaEsStop,
  cmaEsAsk,
  cmaEsBegin,
  cmaEsCentre,
  cmaEsStop,
  cmaEsTell,
} from "./optimise/cma-es.ts";
export type { Decision, DecisionInput } from "./optimise/decision.ts";
export type { JudgedPlan } from "./optimise/judge.ts";
export { type Floor, type Objective, targetObjective, type ValueInterval } from "./optimise/objective.ts";
export { type BudgetAnswer, type Optimised, optimise, optimiseRuns } from "./optimise/optimise.ts";
export type { OptimiseOptions } from "./optimise/optimise-settings.ts";
export type { PlannedPoint } from "./optimise/within-budget.ts";
export { funnelReadingNames, isStock, type Membership, type Tier } from "./readings/funnel-readings.ts";
export { type OrderFlip, orderFlip } from "./rivals/order-flip.ts";
export { type RivalAssumption, rivalAssumptions } from "./rivals/rival-assumptions.ts";
export {
  type Ranked,
  type RankedPair,
  type RivalRanking,
  type Rivals,
  type RivalsOptions,
  rivals,
} from "./rivals/rivals.ts";
export type { Interval } from "./sensitivity/bootstrap.ts";
export { type ChooseOptions, chooseFactors, type Distribution } from "./sensitivity/choose-factors.ts";
export { type ElementaryEffects, type Morris, morris } from "./sensitivity/morris.ts";
export {
  type MorrisDesign,
  type MorrisOptions,
  type MorrisStep,
  morrisDesign,
  morrisWidth,
} from "./sensitivity/morris-design.ts";
export { type NoiseShare, type NoiseShareOptions, noiseShare } from "./sensitivity/noise-share.ts";
export type { SensitivityOptions, SensitivitySetting } from "./sensitivity/run-design.ts";
export {
  type SaltelliDesign,
  type SaltelliOptions,
  saltelliDesign,
  saltelliWidth,
} from "./sensitivity/saltelli-design.ts";
export {
  type FactorIndices,
  type InputIndices,
  type SobolIndices,
  type SobolIndicesOptions,
  sobolIndices,
} from "./sensitivity/sobol-indices.ts";
export {
  mostInfluential,
  type StudyMorris,
  type StudyMorrisOptions,
  studyMorris,
} from "./sensitivity/study-morris.ts";
export { leaders, type StudySobol, type StudySobolOptions, studySobol } from "./sensitivity/study-sobol.ts";
export { kaplanMeier, type SurvivalCurve, type SurvivalStep } from "./statistics/kaplan-meier.ts";
export { type MeanInterval, meanInterval } from "./statistics/mean-interval.ts";
export type { Observation } from "./statistics/observation.ts";
export { type PairedPrecision, pairedPrecision } from "./statistics/paired-precision.ts";
export { quantile } from "./statistics/quantile.ts";
export { rankCorrelation } from "./statistics/rank-correlation.ts";
export { type Ratio, ratioOfMeans } from "./statistics/ratio.ts";
export { tQuantile } from "./statistics/t-quantile.ts";
export { type Probability, wilson } from "./statistics/wilson.ts";
export { type Units, unitsOf, type Worlds, worldsOf } from "./statistics/worlds-of.ts";
export type { Box, Restriction } from "./stress/box.ts";
export { mostLuck, mostWorlds } from "./stress/check-stress.ts";
export { type DescribedBox, describeBox, describeConditions, type InputWords } from "./stress/describe-box.ts";
export { namedShocks, type ShockSet } from "./stress/named-shocks.ts";
export type { OutcomeMatrix } from "./stress/outcome-matrix.ts";
export type { PrimInput } from "./stress/outcome-table.ts";
export { parameterWords } from "./stress/parameter-words.ts";
export {
  type BoxChoice,
  type PrimBox,
  type PrimOptions,
  type PrimResult,
  prim,
  type QualifiedBox,
} from "./stress/prim.ts";
export { regret, type StrategyRegret } from "./stress/regret.ts";
export { robustness, type StrategyRobustness } from "./stress/robustness.ts";
export { type Stress, type StressCase, stress } from "./stress/stress.ts";
export type { StressOptions, StressThreshold } from "./stress/stress-options.ts";
export type { Threshold } from "./stress/threshold.ts";
export type { StressedStrategy, UnderShocks } from "./stress/under-shocks.ts";
export {
  type FailureBox,
  type Failures,
  limitsOf,
  numbersOf,
  shockInput,
  type Vulnerability,
  type VulnerabilityOptions,
  vulnerability,
} from "./stress/vulnerability.ts";
export { type WorstTenth, worstTenth } from "./stress/worst-tenth.ts";
export {
  type Extreme,
  type PointEstimate,
  type Sweep,
  type SweepOptions,
  type SweptOutcome,
  sweep,
} from "./sweep/sweep.ts";
export { gridDesign, mostPoints, rowsDesign, type SweepDesign, spreadDesign } from "./sweep/sweep-design.ts";
export { type MainEffect, mainEffects, type SweepMap, sweepMap } from "./sweep/sweep-map.ts";
export { type EvaluatedTarget, type EvaluateTargetOptions, evaluateTarget } from "./target/evaluate-target.ts";
export {
  type AskedOutcome,
  type OutcomeName,
  outcomeNames,
  outcomesOf,
  type RunOutcome,
  usualOutcome,
} from "./target/run-outcome.ts";
export { sustainedMonth, sustainedShare } from "./target/sustained.ts";
export {
  shortfall,
  type TargetOptions,
  type TargetProbability,
  type TargetRuns,
  type TimeToTarget,
  targetProbability,
  timeToTarget,
} from "./target/target.ts";
export { targetCurve } from "./target/target-curve.ts";
export { targetSeries } from "./target/target-series.ts";
export { type TargetStatistics, targetStatistics, type WaitingTime } from "./target/target-statistics.ts";
export { type TargetWords, targetWords, wordsOfSeries } from "./target/target-words.ts";
export { when } from "./target/when.ts";
export type { WorkerLike } from "./workers/crew.ts";
