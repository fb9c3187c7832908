import { unit } from "../numerics/math.ts";

/** Number of threshold classes, each an eighth of the teachers. */
const THRESHOLD_CLASSES = 8;

/** Midpoints of the eighths of a normal distribution, in standard deviations: its 1/16, 3/16, … 15/16 quantiles. */
const MIDPOINTS = [-1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534];

/**
 * Returns the threshold of class `index` (0 … 7, ascending): the share of advice ties using the practice at which peer
 * influence is half its full strength, 0 … 1. `mean` and `sd` are the parameters `peers.thresholdMean` and `peers.thresholdSd`.
 */
export function thresholdOfClass(index: number, mean: number, sd: number): number {
  return unit(mean + sd * MIDPOINTS[index]!);
}

/** Returns the class whose threshold is nearest to `threshold` (0 … 1); the lower of two equally near. */
export function classOfThreshold(threshold: number, mean: number, sd: number): number {
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (let index = 0; index < THRESHOLD_CLASSES; index++) {
    const gap = Math.abs(threshold - thresholdOfClass(index, mean, sd));
    if (gap < distance) {
      best = index;
      distance = gap;
    }
  }
  return best;
}
