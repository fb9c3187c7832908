/**
 * Measures the patterns that worlds are kept for, and samples worlds that show them.
 *
 * @module
 */
export { adviceNetworks } from "./advice-networks.ts";
export { afterCoaching } from "./after-coaching.ts";
export { afterSupport } from "./after-support.ts";
export { betweenSites, dispersion, neutralInnovation } from "./between-sites.ts";
export type { CoachedGain } from "./coached-year.ts";
export { type Coached, coachedGain, coachedYear } from "./coached-year.ts";
export { costOfCoaching } from "./cost-of-coaching.ts";
export { showsInDefaultDistrict } from "./default-district.ts";
export { givingUp } from "./giving-up.ts";
export { intraclassCorrelation } from "./intraclass-correlation.ts";
export {
  byCentrality,
  distanceOf,
  type MeasuredWorld,
  measureWorld,
  type Narrowing,
  narrowings,
  type Ridge,
  ridges,
  scalesOf,
  shows,
  showsAll,
} from "./keep-worlds.ts";
export { dropHazard, membershipYears, type Programme } from "./membership-years.ts";
export { networkEntry } from "./network-entry.ts";
export { ordinarySupport } from "./ordinary-support.ts";
export type { PatternStatistic, WorldPattern } from "./pattern.ts";
export { principalExit } from "./principal-exit.ts";
export { reformOff } from "./reform-off.ts";
export type { Asked, SampleOptions } from "./sample-worlds.ts";
export { type Generation, type Particle, sampleWorlds } from "./sample-worlds.ts";
export { stableProgramme, steadyProgramme } from "./stable-programme.ts";
export { complexReform, lightProgramme, survivalOfMembership } from "./survival-of-membership.ts";
export { trainingOnly } from "./training-only.ts";
export { worldPatterns } from "./world-patterns.ts";
export type { ActiveWords } from "./world-words.ts";
export { codesOf, priorWords, worldOfWords } from "./world-words.ts";
