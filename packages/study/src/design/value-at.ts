import { standardise } from "@uptake/model";
import type { Factor } from "./factor.ts";

/** How many ways four bytes sum to at most s, s = 0 … 1020, of 2³² in all. */
const ways: Float64Array = (() => {
  let counts = new Float64Array(1021);
  counts[0] = 1;
  for (let byte = 0; byte < 4; byte++) {
    const next = new Float64Array(1021);
    for (let sum = 0; sum <= 1020; sum++) {
      for (let value = 0; value <= Math.min(255, sum); value++) next[sum]! += counts[sum - value]!;
    }
    counts = next;
  }
  for (let sum = 1; sum <= 1020; sum++) counts[sum]! += counts[sum - 1]!;
  return counts;
})();

/** Returns the sum of four bytes that stands at place `u` (0 … 1) of all sums in ascending order. */
function byteSumAt(u: number): number {
  let low = 0;
  let high = 1020;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ways[middle]! > u * 4294967296) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Returns the value of a factor at place `u` (0 … 1) of its prior, lowest first; rivals keep the order in which they are
 * listed. Even places give the distribution from which the model draws worlds, the bell's 1,021 values included.
 */
export function valueAt(factor: Factor, u: number): number {
  const { prior, range } = factor;
  switch (prior.shape) {
    case "held":
      return Number.NaN;
    case "uniform":
      return prior.low + (prior.high - prior.low) * u;
    case "bell": {
      const value = prior.mean + prior.sd * standardise(byteSumAt(u));
      return range === undefined ? value : Math.min(range[1], Math.max(range[0], value));
    }
    case "rivals":
      return prior.values[Math.min(prior.values.length - 1, Math.floor(u * prior.values.length))]!;
  }
}

/** Turns a point of the unit cube into one value for each factor. */
export function valuesAt(factors: readonly Factor[], point: readonly number[]): number[] {
  return factors.map((factor, i) => valueAt(factor, point[i]!));
}
