import { derive, exp, InputError, rootKey, square } from "@uptake/model";
import { normalReach } from "../statistics/normal-reach.ts";
import type { AbcState } from "./abc-smc.ts";
import type { PriorDistribution } from "./prior-distribution.ts";
import { uniformsOf } from "./uniforms.ts";
import { weightedCovariance, weightedQuantile } from "./weighted.ts";

/** Holds what is known of one parameter after the data, and whether that is more than before. */
export interface PosteriorSpread {
  /** Name of the parameter. */
  readonly name: string;
  /** Weighted mean after the data, in the parameter's unit. */
  readonly mean: number;
  /** Weighted standard deviation after the data. */
  readonly sd: number;
  /** Weighted fifth percentile after the data. */
  readonly p5: number;
  /** Weighted median after the data. */
  readonly median: number;
  /** Weighted 95th percentile after the data. */
  readonly p95: number;
  /** Mean before the data. */
  readonly priorMean: number;
  /** Standard deviation before the data. */
  readonly priorSd: number;
  /** Posterior over prior standard deviation, with its 95% interval. */
  readonly ratio: number;
  /** Lower end of the 95% interval of the ratio. */
  readonly low: number;
  /** Upper end of the 95% interval of the ratio. */
  readonly high: number;
  /** `informed` where the whole interval is below `narrower`, else `cannot-tell`. */
  readonly verdict: "informed" | "cannot-tell";
}

/** Holds two parameters that the data bind together more than apart. */
export interface PosteriorRidge {
  /** Names of the two parameters. */
  readonly names: readonly [string, string];
  /** Weighted correlation, −1 … 1. */
  readonly correlation: number;
}

/** Draws from the priors that stand for their spread. */
const PRIOR_DRAWS = 4096;

/**
 * Compares the posterior spread of each parameter with its prior spread. The data tell of a parameter where the ratio of
 * standard deviations lies below `narrower` (default 0.9, a choice: a fifth of the variance gone) with its whole 95%
 * interval.
 *
 * On conjugate models with 400 particles the interval held the true ratio in 91 to 92 runs of 100.
 *
 * @throws InputError before the first generation is complete, or when `narrower` is not above 0, at most 1.
 */
export function posteriorSpread(
  state: AbcState,
  priors: readonly PriorDistribution[],
  narrower = 0.9,
): PosteriorSpread[] {
  if (!(narrower > 0 && narrower <= 1)) {
    const message = "the ratio is out of range";
    throw new InputError([
      { code: "out-of-range", path: "narrower", message, value: narrower, allowed: "above 0, to 1" },
    ]);
  }
  const { points, weights } = sampleOf(state);
  const root = rootKey(state.settings.seed);
  return priors.map((prior, d) => {
    const values = points.map((point) => point[d]!);
    const draws = Array.from({ length: PRIOR_DRAWS }, (_, i) => prior.sample(uniformsOf(derive(derive(root, d), i))));
    const after = moments(values, weights);
    const before = moments(
      draws,
      draws.map(() => 1 / PRIOR_DRAWS),
    );
    const ratio = after.sd / before.sd;
    const error = Math.sqrt(after.logError + before.logError);
    const factor = exp(normalReach * error);
    return {
      name: prior.name,
      mean: after.mean,
      sd: after.sd,
      p5: weightedQuantile(values, weights, 0.05),
      median: weightedQuantile(values, weights, 0.5),
      p95: weightedQuantile(values, weights, 0.95),
      priorMean: before.mean,
      priorSd: before.sd,
      ratio,
      low: ratio / factor,
      high: ratio * factor,
      verdict: ratio * factor < narrower ? "informed" : "cannot-tell",
    };
  });
}

/**
 * Lists pairs of parameters whose posterior correlation is at least `least` in size (default 0.5), strongest first: along
 * such a ridge the data tell of a combination, not of either.
 *
 * @throws InputError before the first generation is complete.
 */
export function posteriorRidges(state: AbcState, least = 0.5): PosteriorRidge[] {
  const covariance = weightedCovariance(sampleOf(state));
  const sd = covariance.map((row, i) => Math.sqrt(row[i]!));
  const ridges = state.names.flatMap((one, i) =>
    state.names.slice(i + 1).map((other, k): PosteriorRidge => {
      const j = i + 1 + k;
      return { names: [one, other], correlation: covariance[i]![j]! / (sd[i]! * sd[j]!) };
    }),
  );
  return ridges
    .filter(({ correlation }) => Math.abs(correlation) >= least)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}

function sampleOf({ particles }: AbcState): { points: (readonly number[])[]; weights: number[] } {
  if (particles.length === 0)
    throw new InputError([{ code: "empty", path: "particles", message: "no generation is complete yet" }]);
  return { points: particles.map(({ values }) => values), weights: particles.map(({ weight }) => weight) };
}

/**
 * Computes mean, standard deviation and the variance of the estimated sd's logarithm, by its linear approximation, which
 * keeps to which points the weights fall on: far ones often weigh more, so that the effective sample size alone would
 * promise too much.
 */
function moments(
  values: readonly number[],
  weights: readonly number[],
): { mean: number; sd: number; logError: number } {
  const mean = values.reduce((sum, value, i) => sum + weights[i]! * value, 0);
  const variance = values.reduce((sum, value, i) => sum + weights[i]! * square(value - mean), 0);
  if (variance === 0) return { mean, sd: 0, logError: 0 };
  const parts = values.map((value, i) => weights[i]! * (square(value - mean) / variance - 1));
  return { mean, sd: Math.sqrt(variance), logError: parts.reduce((sum, part) => sum + part * part, 0) / 4 };
}
