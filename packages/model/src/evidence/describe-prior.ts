import type { Prior } from "./parameter.ts";

/** Writes a prior in words, as in `even, 0.6 to 1`; numbers are in the parameter's unit. */
export function describePrior(prior: Prior): string {
  switch (prior.shape) {
    case "uniform":
      return `even, ${prior.low} to ${prior.high}`;
    case "bell":
      return `bell, ${prior.mean} (sd ${prior.sd})`;
    case "rivals":
      return `one of ${prior.values.join(", ")}`;
    case "held":
      return "held";
  }
}
