/**
 * Runs a scenario at every point of a design, all points in the same worlds and luck.
 *
 * @module
 */
export { type EffectGroup, type MainEffect, nameOfLevel } from "./main-effects.ts";
export {
  type Extreme,
  type PointEstimate,
  type Sweep,
  type SweptOutcome,
  sweep,
} from "./sweep.ts";
export { gridDesign, mostPoints, rowsDesign, type SweepDesign, spreadDesign } from "./sweep-design.ts";
export { type SweepMap, sweepMap } from "./sweep-map.ts";
export type { SweepOptions } from "./sweep-options.ts";
