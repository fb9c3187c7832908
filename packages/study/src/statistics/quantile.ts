/**
 * Returns the quantile `p` (0 … 1) of at least one value, linear between order statistics (type 7, as in R and NumPy).
 * Infinite values are allowed: they stand for what never happened.
 */
export function quantile(values: readonly number[], p: number): number {
  return sortedQuantile(ascending(values), p);
}

/** Returns the values in ascending order, for whoever asks for several quantiles of them. */
export function ascending(values: readonly number[]): Float64Array {
  return new Float64Array(values).sort();
}

/** Returns what {@link quantile} does, of values that are in ascending order already. */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return place === below || low === high ? low : low + (place - below) * (high - low);
}
