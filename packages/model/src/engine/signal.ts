import { LAPSED, OWNING, USING } from "../district/stage.ts";

/** Bits of a signal: how many use, how many lapsed lately (each 5 bits, so up to 31 add without overflow), their depth. */
export const LAPSED_BIT = 32;
export const DEPTH_SHIFT = 10;
export const USING_MASK = 31;
export const EXPOSURE_MASK = 1023;

/** Returns what colleagues see of a teacher: use and its depth, or a recent failure. */
export function signalOf(stage: number, depth: number, months: number): number {
  if (stage === USING || stage === OWNING) return 1 | (depth << DEPTH_SHIFT);
  return stage === LAPSED && months < 12 ? LAPSED_BIT : 0;
}
