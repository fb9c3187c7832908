import { logistic, logit } from "../numerics/math.ts";

/**
 * Returns the share of principals in their first year when tenures are steady: the yearly chance of leaving is `exit`,
 * its odds lowered by `settling` in log-odds at the end of the first year.
 */
export function newPrincipalShare(exit: number, settling: number): number {
  return exit / (exit + (1 - logistic(logit(exit) - settling)));
}

/** Returns the mean completed years in post of such principals; `exit` is above 0. */
export function meanPrincipalYears(exit: number, settling: number): number {
  return (1 - newPrincipalShare(exit, settling)) / exit;
}
