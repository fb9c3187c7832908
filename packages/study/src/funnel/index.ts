/**
 * Tells where teachers and schools are on the way to the practice, and which step holds a plan back.
 *
 * @module
 */
export { funnelReadingNames, isStock, type Membership, type Tier } from "../readings/funnel-readings.ts";
export {
  type Bottlenecks,
  type BottlenecksOptions,
  bottlenecks,
  type EasedSteps,
  type EasedTransition,
  usualEasedRuns,
} from "./bottlenecks.ts";
export { describeBottlenecks, gainedName, standingClause, stillSentence } from "./describe-bottlenecks.ts";
export type { FunnelSource, ReadFunnel } from "./funnel-at.ts";
export {
  type FunnelAt,
  type FunnelEstimate,
  type FunnelPart,
  funnelAt,
  funnelFrom,
  funnelPart,
  type Standing,
} from "./funnel-at.ts";
export { type FunnelWords, funnelWords, type TransitionWords, transitionWords } from "./transition-words.ts";
