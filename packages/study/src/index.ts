export { costPerAddedStudentYear, costPerAddedSustainedAdopter } from "./added-cost.ts";
export { type Bands, bandsOf } from "./bands.ts";
export { type Card, type Cards, cardsOf, type Estimate } from "./cards.ts";
export { type Comparison, compare, type Difference, type DifferenceOptions, pairedDifference } from "./compare.ts";
export { type DistrictSize, type Ensemble, type EnsembleOptions, ensemble, type StudentTotals } from "./ensemble.ts";
export { type MeanInterval, meanInterval } from "./mean-interval.ts";
export { mismatches } from "./mismatches.ts";
export { adviceNetworks } from "./patterns/advice-networks.ts";
export { afterSupport } from "./patterns/after-support.ts";
export { betweenSites, dispersion, neutralInnovation } from "./patterns/between-sites.ts";
export { coachedYear } from "./patterns/coached-year.ts";
export { intraclassCorrelation } from "./patterns/intraclass-correlation.ts";
export { dropHazard, membershipYears, type Programme } from "./patterns/membership-years.ts";
export type { PatternStatistic, WorldPattern } from "./patterns/pattern.ts";
export { principalExit } from "./patterns/principal-exit.ts";
export { reformOff } from "./patterns/reform-off.ts";
export { stableProgramme, steadyProgramme } from "./patterns/stable-programme.ts";
export { complexReform, lightProgramme, survivalOfMembership } from "./patterns/survival-of-membership.ts";
export { quantile } from "./quantile.ts";
export { type Ratio, ratioOfMeans } from "./ratio.ts";
export { column, row, type Series } from "./series.ts";
export { type SeriesSummary, type Summary, seriesOf, summarise, summariseAt, summary } from "./summarise.ts";
export { recordYears, suspect } from "./suspect.ts";
export { sustainedAdoption, sustainedMonth } from "./sustained.ts";
export { tQuantile } from "./t-quantile.ts";
export {
  shortfall,
  type TargetOptions,
  type TargetProbability,
  type TimeToTarget,
  targetProbability,
  timeToTarget,
} from "./target.ts";
export { type Probability, wilson } from "./wilson.ts";
export type { WorkerLike } from "./workers/crew.ts";
export { Scheduler, type SchedulerOptions, type SimulationRequest, type Update } from "./workers/scheduler.ts";
