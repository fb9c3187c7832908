/**
 * Tests plans under shocks over many worlds: regret, robustness, and the circumstances in which they fail.
 *
 * @module
 */
export type { Box, Restriction, Tally } from "./box.ts";
export { mostLuck, mostWorlds } from "./check-stress.ts";
export { type DescribedBox, describeBox, describeConditions, type InputWords } from "./describe-box.ts";
export { namedShocks, type ShockSet } from "./named-shocks.ts";
export type { OutcomeMatrix } from "./outcome-matrix.ts";
export type { PrimInput } from "./outcome-table.ts";
export { parameterWords } from "./parameter-words.ts";
export type { BoxQuality } from "./prim.ts";
export {
  type BoxChoice,
  type PrimBox,
  type PrimOptions,
  type PrimResult,
  prim,
  type QualifiedBox,
} from "./prim.ts";
export { regret, type StrategyRegret } from "./regret.ts";
export { robustness, type StrategyRobustness } from "./robustness.ts";
export type { ShockHarm } from "./shock-harm.ts";
export { type Stress, type StressCase, stress } from "./stress.ts";
export type { StressSetting } from "./stress-design.ts";
export type { StressOptions, StressThreshold } from "./stress-options.ts";
export type { Threshold } from "./threshold.ts";
export type { StressedStrategy, UnderShocks } from "./under-shocks.ts";
export {
  type FailureBox,
  type Failures,
  limitsOf,
  numbersOf,
  shockInput,
  type Vulnerability,
  type VulnerabilityOptions,
  vulnerability,
} from "./vulnerability.ts";
export { type WorstTenth, worstTenth } from "./worst-tenth.ts";
