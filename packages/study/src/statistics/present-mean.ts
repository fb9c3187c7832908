/** Computes the mean of the values that are no NaN, added up in their order; NaN where there are none. */
export function presentMean(values: readonly number[]): number {
  const present = values.filter((value) => !Number.isNaN(value));
  return present.reduce((sum, value) => sum + value, 0) / present.length;
}
