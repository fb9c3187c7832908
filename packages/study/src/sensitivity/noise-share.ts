import { InputError, type Issue } from "@uptake/model";
import { mean, sampleVariance } from "simple-statistics";
import { emptySeed, outOfRange, wrongHalfWidth } from "../design/checks.ts";
import { bootstrap, type Interval, percentileInterval } from "./bootstrap.ts";

/** Sets how a noise share is computed. */
export interface NoiseShareOptions {
  /** Half-width that the interval should have at most (default 0.1; a choice). */
  readonly halfWidth?: number;
  /** Number of bootstrap samples, 100 … 100,000 (default 1,000). */
  readonly resamples?: number;
  /** Text that the bootstrap follows from, not empty (default `uptake`). */
  readonly seed?: string;
}

/** Holds the share of the variance that is luck within a point; the rest lies between points. */
export interface NoiseShare extends Interval {
  /** Points it rests on. */
  readonly points: number;
  /** Says that there are too few points or repetitions to tell the share as finely as asked. */
  readonly tooFew: boolean;
  /** Says why there are too few; null where there are enough. */
  readonly reason: string | null;
}

/** Fewest points whose spread says anything of the spread of an estimate (a choice). */
const FEWEST_POINTS = 16;

/**
 * Computes the share of the variance due to luck from repeated evaluations of the points of any design, by the one-way
 * analysis of variance with random effects. It estimates what luck's total index does. Each item of `repeated` holds
 * the outputs of one point, the same number of two or more for every point, each under luck that no other evaluation
 * has: a few lucks shared by all points would say little of luck and bias the share. A point with an output that is not
 * finite is left out. The interval is the middle 95% of a bootstrap over points.
 *
 * @throws InputError when points differ in repetitions or have fewer than two, or an option is out of range.
 */
export function noiseShare(
  repeated: readonly ArrayLike<number>[],
  { halfWidth: asked = 0.1, resamples = 1000, seed = "uptake" }: NoiseShareOptions = {},
): NoiseShare {
  const issues = [...outOfRange("resamples", resamples, 100, 100_000), ...emptySeed(seed), ...wrongHalfWidth(asked)];
  issues.push(...wrongLengths(repeated));
  if (issues.length > 0) throw new InputError(issues);
  const groups = repeated.map((values) => Array.from(values)).filter((values) => values.every(Number.isFinite));
  const points = groups.length;
  const nothing = { estimate: null, low: null, high: null, points };
  if (points < 2) return { ...nothing, tooFew: true, reason: `${points} points with finite outputs are too few` };
  const middle = mean(groups.flat());
  const means = Float64Array.from(groups, (group) => mean(group) - middle);
  const within = Float64Array.from(groups, sampleVariance);
  if (within.every((v) => v === 0) && means.every((m) => m === means[0])) {
    return { ...nothing, tooFew: false, reason: "the output is the same in every evaluation" };
  }
  const share = (weights: Float64Array): number => shareOf(means, within, weights, groups[0]!.length);
  const [samples] = bootstrap(points, resamples, seed, (weights) => [share(weights)]);
  const interval = percentileInterval(share(new Float64Array(points).fill(1)), samples!);
  const half = (interval.high! - interval.low!) / 2;
  if (points < FEWEST_POINTS) {
    return { ...interval, points, tooFew: true, reason: `${points} points are too few for an interval` };
  }
  const reason = half > asked ? `the share is known to ±${half.toFixed(2)}, not to the ±${asked} asked for` : null;
  return { ...interval, points, tooFew: reason !== null, reason };
}

function wrongLengths(repeated: readonly ArrayLike<number>[]): Issue[] {
  const length = repeated[0]?.length ?? 0;
  const wrong = repeated.find((values) => values.length < 2 || values.length !== length);
  if (repeated.length > 0 && wrong === undefined) return [];
  const message = repeated.length === 0 ? "there are no points" : `a point has ${wrong!.length} evaluations`;
  return [{ code: "repetitions", path: "repeated", message, allowed: "two or more, the same number for every point" }];
}

/** Computes within / (within + between), the variance between points freed of the noise of their means. */
function shareOf(means: Float64Array, within: Float64Array, weights: Float64Array, repetitions: number): number {
  const points = weights.length;
  const average = (of: (i: number) => number) => weights.reduce((sum, weight, i) => sum + weight * of(i), 0) / points;
  const centre = average((i) => means[i]!);
  const noise = average((i) => within[i]!);
  const spread = (average((i) => (means[i]! - centre) * (means[i]! - centre)) * points) / (points - 1);
  const between = Math.max(0, spread - noise / repetitions);
  return noise + between > 0 ? noise / (noise + between) : 0;
}
