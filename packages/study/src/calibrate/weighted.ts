/** Holds points with weights that sum to 1. */
export interface WeightedSample {
  readonly points: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

/** Computes the effective sample size of weights (at least one above 0): 1 over the sum of squares of their shares. */
export function effectiveSize(weights: readonly number[]): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}

/** Computes the weighted mean of each dimension. */
function weightedMean({ points, weights }: WeightedSample): number[] {
  const first = points[0] as readonly number[];
  return first.map((_, d) => points.reduce((sum, point, i) => sum + weights[i]! * point[d]!, 0));
}

/** Computes the weighted covariance (as of a whole population). */
export function weightedCovariance(sample: WeightedSample): number[][] {
  const mean = weightedMean(sample);
  return mean.map((m, a) =>
    mean.map((o, b) =>
      sample.points.reduce((sum, point, i) => sum + sample.weights[i]! * (point[a]! - m) * (point[b]! - o), 0),
    ),
  );
}

/** Returns the least value whose weight and that of lesser values come to at least `p` of the whole (0 … 1). */
export function weightedQuantile(values: readonly number[], weights: readonly number[], p: number): number {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const wanted = p * weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (const i of order) {
    sum += weights[i]!;
    if (sum >= wanted - 1e-12) return values[i]!;
  }
  return values[order.at(-1)!]!;
}
