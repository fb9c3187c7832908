import { unitPlaces } from "./worlds-of.ts";

/**
 * Adds up the residuals of at least one value from their mean within each world: one sum a world, in the order in which
 * worlds first come.
 */
export function residualSums(values: readonly number[], mean: number, worlds: readonly number[]): number[] {
  const { places, count } = unitPlaces(worlds);
  const sums = new Array<number>(count).fill(0);
  values.forEach((value, r) => {
    const place = places[r] as number;
    sums[place] = (sums[place] as number) + (value - mean);
  });
  return sums;
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
