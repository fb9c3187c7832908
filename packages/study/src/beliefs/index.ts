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
