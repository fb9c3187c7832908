export {
  commonFactor,
  type Decisive,
  decisiveParameter,
  fewestWorlds,
  type OutcomeRuns,
  type RankedParameter,
} from "./decisive-parameter.ts";
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
