import type { World } from "@uptake/model";

/** Describes a pattern that a world must show to be kept: what is measured in it, and within which bounds. */
export interface WorldPattern {
  /** Name in the model's list of patterns, as in `P5`. */
  readonly id: string;
  /** Says what is observed in the field, in one sentence. */
  readonly doc: string;
  /** Names the source of the bounds. */
  readonly source: string;
  /** Statistics by name: what each is, its unit, and the bounds within which a world is kept. */
  readonly statistics: Readonly<Record<string, PatternStatistic>>;
  /**
   * Measures every statistic in one world: a pure function of the world and the seed. Cheap, since it runs in thousands
   * of worlds: a few dozen runs of small districts.
   */
  readonly measure: (world: World, seed: string) => Promise<Readonly<Record<string, number>>>;
}

/** Describes one statistic of a pattern. */
export interface PatternStatistic {
  /** Says what it is, in a sentence without a final stop. */
  readonly doc: string;
  /** Unit of its value. */
  readonly unit: string;
  /** Lowest and highest value at which a world is kept; absent where the statistic is only reported. */
  readonly bounds?: readonly [number, number];
}
