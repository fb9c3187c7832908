/**
 * Adds up the residuals of at least one value from their mean within each world: one sum a world, in the order in which
 * worlds first come.
 */
export function residualSums(values: readonly number[], mean: number, worlds: readonly number[]): number[] {
  const sums = new Map<number, number>();
  values.forEach((value, r) => {
    const world = worlds[r] as number;
    sums.set(world, (sums.get(world) ?? 0) + (value - mean));
  });
  return [...sums.values()];
}

/**
 * Computes the covariance of two means over `n` replicates from the sums of their residuals by world, at least two: robust
 * against whatever runs of one world have in common. Where each replicate has a world of its own this is the sample
 * covariance over `n`.
 *
 * Source: Liang and Zeger 1986, Biometrika 73, 13–22, with the factor worlds / (worlds − 1).
 */
export function covarianceOfMeans(a: readonly number[], b: readonly number[], n: number): number {
  const worlds = a.length;
  const sum = a.reduce((total, one, g) => total + one * (b[g] as number), 0);
  return ((worlds / (worlds - 1)) * sum) / n / n;
}
