/**
 * Tells which parameters an outcome hangs on: Morris' screening, Sobol indices, and the share of luck.
 *
 * @module
 */
export type { Interval } from "./bootstrap.ts";
export { type ChooseOptions, chooseFactors, type Distribution } from "./choose-factors.ts";
export { type ElementaryEffects, type Morris, morris } from "./morris.ts";
export {
  type MorrisDesign,
  type MorrisOptions,
  type MorrisStep,
  morrisDesign,
  morrisWidth,
} from "./morris-design.ts";
export { type NoiseShare, type NoiseShareOptions, noiseShare } from "./noise-share.ts";
export type { SensitivityOptions, SensitivitySetting } from "./run-design.ts";
export {
  type SaltelliDesign,
  type SaltelliOptions,
  saltelliDesign,
  saltelliWidth,
} from "./saltelli-design.ts";
export {
  type FactorIndices,
  type InputIndices,
  type SobolIndices,
  type SobolIndicesOptions,
  sobolIndices,
} from "./sobol-indices.ts";
export {
  mostInfluential,
  type StudyMorris,
  type StudyMorrisOptions,
  studyMorris,
} from "./study-morris.ts";
export { leaders, type StudySobol, type StudySobolOptions, studySobol } from "./study-sobol.ts";
