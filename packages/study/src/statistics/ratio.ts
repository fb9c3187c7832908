import { square } from "@uptake/model";
import { mean, sampleCovariance, sampleVariance } from "simple-statistics";
import { covarianceOfMeans, residualSums } from "./by-world.ts";
import { tQuantile } from "./t-quantile.ts";
import { countUnits, type Units } from "./worlds-of.ts";

/** Holds a ratio of two means with its 95% interval, or the reason why there is none. */
export type Ratio =
  | { readonly value: number; readonly low: number; readonly high: number; readonly replicates: number }
  | { readonly value: null; readonly reason: string; readonly replicates: number };

/** Holds the variances and the covariance of two means. */
interface Errors {
  readonly above: number;
  readonly below: number;
  readonly both: number;
}

/** Computes the errors of two means, with worlds as units where `units` names them; `scale` multiplies each. */
function errorsOf(above: readonly number[], below: readonly number[], units: Units, scale: number): Errors {
  const n = above.length;
  if (units === undefined || countUnits(above, units) === n)
    return {
      above: (scale * sampleVariance(above as number[])) / n,
      below: (scale * sampleVariance(below as number[])) / n,
      both: (scale * sampleCovariance(above as number[], below as number[])) / n,
    };
  const a = residualSums(above, mean(above as number[]), units);
  const b = residualSums(below, mean(below as number[]), units);
  return {
    above: scale * covarianceOfMeans(a, a, n),
    below: scale * covarianceOfMeans(b, b, n),
    both: scale * covarianceOfMeans(a, b, n),
  };
}

/**
 * Computes mean(`above`) / mean(`below`) over paired values, with the 95% interval of Fieller, with worlds as units where
 * `units` names them. There is no value when the interval of the lower mean covers zero: any ratio would then fit.
 */
export function ratioOfMeans(above: readonly number[], below: readonly number[], units?: Units): Ratio {
  const n = above.length;
  if (n < 2) return { value: null, reason: "one replicate has no interval", replicates: n };
  const count = countUnits(above, units);
  if (count < 2) return { value: null, reason: "one world has no interval", replicates: n };
  const a = mean(above as number[]);
  const b = mean(below as number[]);
  const errors = errorsOf(above, below, units, square(tQuantile(count - 1)));
  const denominator = b * b - errors.below;
  if (!(denominator > 0)) return { value: null, reason: "the interval of the lower mean covers zero", replicates: n };
  const centre = a * b - errors.both;
  const half = Math.sqrt(Math.max(0, centre * centre - (a * a - errors.above) * denominator));
  return { value: a / b, low: (centre - half) / denominator, high: (centre + half) / denominator, replicates: n };
}
