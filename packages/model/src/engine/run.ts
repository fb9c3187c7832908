import type { World } from "../evidence/parameter.ts";
import type { Measures } from "../measures/measures.ts";

/** Holds what one district of a system reached. */
export interface DistrictRun {
  /** Id of the district. */
  readonly id: string;
  /** Name of the district, as shown. */
  readonly name: string;
  /** Its teachers at the start. */
  readonly teachers: number;
  /** Share of its teachers using or owning, by index 0 … horizon. */
  readonly adoption: Float64Array;
}

/** Holds the result of one run: one world, one luck. Plain and serialisable. */
export interface Run {
  /** Version of the package that made the run. */
  readonly version: string;
  /** Text that the draws follow from. */
  readonly seed: string;
  /** Number of the replicate, from 0. */
  readonly replicate: number;
  /** Value of every parameter in this run, by name. */
  readonly world: World;
  /** Series and sums over all districts together. */
  readonly measures: Measures;
  /** What each district reached, in the order of the scenario. */
  readonly districts: readonly DistrictRun[];
  /** Values of the observers given, by name: districts × (horizon + 1) numbers, district by district. */
  readonly observed: Readonly<Record<string, Float64Array>>;
  /** Hash of the raw counts of every month and of every teacher's last state, eight hexadecimal digits. */
  readonly checksum: string;
}
