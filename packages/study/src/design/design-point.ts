/** Holds one evaluation that a design asks for: the same values and luck give the same result, in whatever order. */
export interface DesignPoint {
  /** One value for each factor, in the order of the design's factors. */
  readonly values: readonly number[];
  /** Number of the replicate whose luck the evaluation has, from 0; equal numbers share their luck. */
  readonly luck: number;
}

/** Names the values of a point, as a world or a scenario takes them. */
export function namedValues(names: readonly string[], point: DesignPoint): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, point.values[i]!]));
}
