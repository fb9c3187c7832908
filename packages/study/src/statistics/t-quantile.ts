import { atan } from "@uptake/model";

/** Returns the probability that a t variate with `df` degrees of freedom (whole, at least 1) is at most `t`, exactly. */
function tDistribution(t: number, df: number): number {
  // Abramowitz and Stegun 26.7.3 and 26.7.4: finite sums for whole degrees of freedom.
  const slope = t / Math.sqrt(df);
  const cos2 = 1 / (1 + slope * slope);
  const sine = slope * Math.sqrt(cos2);
  let term = 1;
  let sum = 1;
  if (df % 2 === 0) {
    for (let k = 1; k < df / 2; k++) {
      term *= ((2 * k - 1) / (2 * k)) * cos2;
      sum += term;
    }
    return 0.5 + (sine * sum) / 2;
  }
  for (let k = 1; k < (df - 1) / 2; k++) {
    term *= ((2 * k) / (2 * k + 1)) * cos2;
    sum += term;
  }
  const angle = atan(slope);
  const inner = df === 1 ? angle : angle + slope * cos2 * sum;
  return 0.5 + inner / 3.141592653589793;
}

const known = new Map<number, number>();

/**
 * Returns the two-sided 95% quantile of Student's t: the value exceeded with probability 0.025. `df` is a whole number
 * of at least 1. Within 10⁻⁹ of the true value.
 */
export function tQuantile(df: number): number {
  let quantile = known.get(df);
  if (quantile === undefined) {
    let low = 1.9;
    let high = 13;
    for (let i = 0; i < 50; i++) {
      const middle = (low + high) / 2;
      if (tDistribution(middle, df) < 0.975) low = middle;
      else high = middle;
    }
    quantile = (low + high) / 2;
    known.set(df, quantile);
  }
  return quantile;
}
