import type { World } from "../evidence/parameter.ts";
import type { Measures } from "../measures/measures.ts";

/** Holds what one district of a system reached. */
export interface DistrictRun {
  readonly id: string;
  readonly name: string;
  readonly teachers: number;
  /** Share of its teachers using or owning, by index 0 … horizon. */
  readonly adoption: Float64Array;
}

/** Holds the result of one run: one world, one luck. Plain and serialisable. */
export interface Run {
  readonly version: string;
  readonly seed: string;
  readonly replicate: number;
  readonly world: World;
  readonly measures: Measures;
  readonly districts: readonly DistrictRun[];
  /** Values of the observers given, by name: districts × (horizon + 1) numbers, district by district. */
  readonly observed: Readonly<Record<string, Float64Array>>;
  /** Hash of the raw counts of every month and of every teacher's last state, eight hexadecimal digits. */
  readonly checksum: string;
}
