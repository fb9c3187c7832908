import type { Plan } from "@uptake/model";
import type { KeptReplicates } from "./kept-replicates.ts";
import { layoutOf, writeRow } from "./layout.ts";

/** Asks a worker for the replicates `from` … `to` − 1 of a plan. Holds all the worker needs. */
export interface ChunkRequest {
  /** Number that the reply repeats. */
  readonly job: number;
  readonly plan: Plan;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

/** Holds the rows of a chunk, one per replicate in the layout of its plan, or what went wrong. */
export type ChunkReply = { readonly job: number; readonly from: number; readonly to: number } & (
  | { readonly rows: Float64Array<ArrayBuffer>; readonly checksums: readonly string[]; readonly ms: number }
  | { readonly error: string }
);

/**
 * Simulates a chunk in replicates that are kept from one to the next. `now` returns milliseconds, so that the reply tells
 * how long it took. Never throws.
 */
export function simulateChunk(
  { job, plan, seed, from, to }: ChunkRequest,
  kept: KeptReplicates,
  now: () => number,
): ChunkReply {
  const begun = now();
  try {
    const layout = layoutOf(plan);
    const run = kept.runs(plan, seed);
    const rows = new Float64Array((to - from) * layout.width);
    const checksums: string[] = [];
    for (let replicate = from; replicate < to; replicate++) {
      const made = run(replicate);
      const at = (replicate - from) * layout.width;
      writeRow(layout, made, rows.subarray(at, at + layout.width));
      checksums.push(made.checksum);
    }
    return { job, from, to, rows, checksums, ms: now() - begun };
  } catch (error) {
    return { job, from, to, error: error instanceof Error ? error.message : String(error) };
  }
}
