import { DEPTH_ONE } from "../district/stage.ts";
import type { Counts, TeachersState } from "../state/district-state.ts";

/**
 * The hash of nothing. Hashes are signed 32-bit numbers from beginning to end: were one ever above 2³¹, the loops below
 * would be compiled for any number, at four times the time.
 */
export const emptyHash: number = 0x811c9dc5 | 0;

/** Mixes a whole number into a hash. */
function absorb(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}

/** Mixes the counts of an index into a hash: teachers by school and stage, then each school's sum of depths. */
export function hashCounts(hash: number, { stages, depthSum }: Counts): number {
  let mixed = hash;
  for (let i = 0; i < stages.length; i++) mixed = absorb(mixed, stages[i]!);
  // A school's 10,000 teachers at most have a sum of depths below 2³¹.
  for (let s = 0; s < depthSum.length; s++) mixed = absorb(mixed, (depthSum[s]! | 0) % DEPTH_ONE);
  return mixed;
}

/** Mixes every teacher's stage and depth into a hash. */
export function hashTeachers(hash: number, { stage, depth }: TeachersState): number {
  let mixed = hash;
  for (let i = 0; i < stage.length; i++) mixed = absorb(mixed, stage[i]! | (depth[i]! << 3));
  return mixed;
}
