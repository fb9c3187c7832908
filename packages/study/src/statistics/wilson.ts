import { normalReach } from "./normal-reach.ts";

/** Holds a share of replicates with its 95% interval. */
export interface Probability {
  /** The share, 0 … 1. */
  readonly probability: number;
  /** Lower end of the 95% interval. */
  readonly low: number;
  /** Upper end of the 95% interval. */
  readonly high: number;
  /** Replicates it is a share of. */
  readonly replicates: number;
}

const z = normalReach;

/**
 * Computes the share `successes` (0 … `trials`) of `trials` (at least 1) and its 95% interval by Wilson's score. Neither
 * need be whole: where runs share worlds, `trials` is how many independent ones they are worth.
 *
 * Source: Wilson 1927, Journal of the American Statistical Association 22, 209–212.
 */
export function wilson(successes: number, trials: number): Probability {
  const share = successes / trials;
  const centre = (share + (z * z) / (2 * trials)) / (1 + (z * z) / trials);
  const half =
    (z / (1 + (z * z) / trials)) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return {
    probability: share,
    low: successes === 0 ? 0 : centre - half,
    high: successes === trials ? 1 : centre + half,
    replicates: trials,
  };
}
