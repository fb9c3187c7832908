import { InputError } from "@uptake/model";
import { anyValue, heldWithin, type ValueRange } from "../statistics/held-within.ts";
import { meanInterval } from "../statistics/mean-interval.ts";

/** Holds the mean over the worst tenth of worlds with its 95% interval; null where fewer than 2 worlds are in it. */
export interface WorstTenth {
  /** The mean. */
  readonly mean: number;
  /** Lower end of the 95% interval. */
  readonly low: number | null;
  /** Upper end of the 95% interval. */
  readonly high: number | null;
  /** Worlds in the tenth. */
  readonly worlds: number;
}

/**
 * Computes the mean of the worst tenth of at least one value: the lowest where higher is better. Exactly a tenth
 * counts: the value at its edge counts in part, so that repeating every world changes nothing. Fewer than 10 worlds:
 * the worst. The interval is the usual one of an expected shortfall: the spread within the tail, and that of its edge.
 * It is for many worlds, and held within `range`, what a value can be (default without bounds): of a normal outcome it
 * held the true mean in 79, 89 and 93 runs of 100 with 40, 100 and 300 worlds.
 *
 * @throws InputError when there are no values.
 */
export function worstTenth(
  values: readonly number[],
  better: "higher" | "lower",
  range: ValueRange = anyValue,
): WorstTenth {
  const worlds = values.length;
  if (worlds === 0) throw new InputError([{ code: "empty", path: "values", message: "there are no worlds" }]);
  const way = better === "higher" ? 1 : -1;
  const sorted = Float64Array.from(values, (value) => way * value).sort();
  const size = Math.max(1, worlds / 10);
  const inside = Math.ceil(size - 1e-9);
  let sum = 0;
  for (let i = 0; i < inside; i++) sum += Math.min(1, size - i) * (sorted[i] as number);
  const mean = sum / size;
  if (inside < 2) return { mean: 0 + way * mean, low: null, high: null, worlds };
  const edge = sorted[inside - 1] as number;
  // Each world's part in the mean: its shortfall below the edge, in tenths; zero for the nine tenths above.
  const parts = Array.from(sorted, (value) => edge - (Math.max(0, edge - value) * worlds) / size);
  const { mean: centre, high } = meanInterval(parts);
  const half = (high as number) - centre;
  return heldWithin({ mean: 0 + way * mean, low: way * mean - half, high: way * mean + half, worlds }, range);
}
