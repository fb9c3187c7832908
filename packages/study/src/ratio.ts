import { mean, sampleCovariance, sampleVariance } from "simple-statistics";
import { tQuantile } from "./t-quantile.ts";

/** Holds a ratio of two means with its 95% interval, or the reason why there is none. */
export type Ratio =
  | { readonly value: number; readonly low: number; readonly high: number; readonly replicates: number }
  | { readonly value: null; readonly reason: string; readonly replicates: number };

/**
 * Computes mean(`above`) / mean(`below`) over paired values, with the 95% interval of Fieller. There is no value when
 * the interval of the lower mean covers zero: any ratio would then fit.
 */
export function ratioOfMeans(above: readonly number[], below: readonly number[]): Ratio {
  const n = above.length;
  if (n < 2) return { value: null, reason: "one replicate has no interval", replicates: n };
  const a = mean(above as number[]);
  const b = mean(below as number[]);
  const t2 = tQuantile(n - 1) ** 2;
  const vb = (t2 * sampleVariance(below as number[])) / n;
  const denominator = b * b - vb;
  if (!(denominator > 0)) return { value: null, reason: "the interval of the lower mean covers zero", replicates: n };
  const va = (t2 * sampleVariance(above as number[])) / n;
  const cov = (t2 * sampleCovariance(above as number[], below as number[])) / n;
  const centre = a * b - cov;
  const half = Math.sqrt(Math.max(0, centre * centre - (a * a - va) * denominator));
  return { value: a / b, low: (centre - half) / denominator, high: (centre + half) / denominator, replicates: n };
}
