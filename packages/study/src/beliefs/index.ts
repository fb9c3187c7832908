/**
 * Tells how far an answer hangs on what is believed of the world, and which parameter it goes with most.
 *
 * @module
 */
export { type Decisive, decisiveParameter } from "./decisive-parameter.ts";
export {
  commonFactor,
  fewestWorlds,
  type OutcomeRuns,
  type RankedParameter,
  type RankedParameters,
  rankParameters,
} from "./rank-parameters.ts";
export {
  type Belief,
  type BelievedHeadline,
  type BelievedRuns,
  beliefs,
  believedScenarios,
  mostBelievedRuns,
  type UnderBeliefs,
  type UnderBeliefsOptions,
  underBeliefs,
} from "./under-beliefs.ts";
