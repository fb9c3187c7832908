/**
 * Computes the statistics that studies need: intervals by replicate and by world, survival, precision.
 *
 * @module
 */
export { kaplanMeier, type SurvivalCurve, type SurvivalStep } from "./kaplan-meier.ts";
export { type ChanceLevel, levelWithChance } from "./level-with-chance.ts";
export { type MeanInterval, meanInterval } from "./mean-interval.ts";
export type { Observation } from "./observation.ts";
export { type PairedPrecision, pairedPrecision } from "./paired-precision.ts";
export { quantile } from "./quantile.ts";
export { rankCorrelation } from "./rank-correlation.ts";
export { type Ratio, ratioOfMeans } from "./ratio.ts";
export { tQuantile } from "./t-quantile.ts";
export { type Probability, wilson } from "./wilson.ts";
export { type Units, unitsOf, type Worlds, worldsOf } from "./worlds-of.ts";
