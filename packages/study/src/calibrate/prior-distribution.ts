import { exp, square } from "@uptake/model";
import { normalFrom } from "./uniforms.ts";

/** Holds what is believed of one parameter before data: how to draw it, and how likely each value is. */
export interface PriorDistribution {
  /** Name of the parameter. */
  readonly name: string;
  /** Draws a value; each call of `uniform` gives a fresh number, even over 0 … 1 (1 left out). */
  readonly sample: (uniform: () => number) => number;
  /** Returns the density at a value, up to a constant factor; 0 where the value cannot be. */
  readonly density: (value: number) => number;
}

/** Makes a prior that is even over `low` … `high`, in the parameter's unit, the lower first. */
export function uniformPrior(name: string, low: number, high: number): PriorDistribution {
  return {
    name,
    sample: (uniform) => low + (high - low) * uniform(),
    density: (value) => (value >= low && value <= high ? 1 : 0),
  };
}

/** Tries at drawing a bell-shaped value within its range before its mean, held in the range, is taken. */
const TRIES = 1000;

/** Makes a normal prior of some mean and standard deviation, above 0, cut off outside `low` … `high` (default nowhere). */
export function normalPrior(
  name: string,
  mean: number,
  sd: number,
  low: number = Number.NEGATIVE_INFINITY,
  high: number = Number.POSITIVE_INFINITY,
): PriorDistribution {
  const allowed = (value: number): boolean => value >= low && value <= high;
  return {
    name,
    sample: (uniform) => {
      for (let i = 0; i < TRIES; i++) {
        const value = mean + sd * normalFrom(uniform);
        if (allowed(value)) return value;
      }
      return Math.min(high, Math.max(low, mean));
    },
    density: (value) => (allowed(value) ? exp(-0.5 * square((value - mean) / sd)) : 0),
  };
}
