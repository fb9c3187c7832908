import { exp } from "@uptake/model";
/** Returns the share of a standard normal distribution below `x`, to within 1.5 parts in 10⁷. Source: Abramowitz and Stegun 1964, 7.1.26. */
export function normalShare(x: number): number {
  const z = Math.abs(x) / 1.4142135623730951;
  const t = 1 / (1 + 0.3275911 * z);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const above = 0.5 * series * exp(-z * z);
  return x < 0 ? above : 1 - above;
}
