import { derive, exp, hashText, InputError, rootKey, square } from "@uptake/model";
import { type AbcOptions, abcSettings } from "./abc-smc-settings.ts";
import { choleskyFactor, solveLower } from "./cholesky.ts";
import type { PriorDistribution } from "./prior-distribution.ts";
import { normalFrom, uniformsOf } from "./uniforms.ts";
import { effectiveSize, weightedCovariance } from "./weighted.ts";

/** Holds one accepted proposal: its values in the order of the priors, and its distance from the data. */
export interface AbcParticle {
  /** Value of each parameter, in the order of the priors. */
  readonly values: readonly number[];
  /** Distance of its run from the data, 0 or more. */
  readonly distance: number;
  /** Weight; those of a generation sum to 1. */
  readonly weight: number;
}

/** Holds what one complete generation took. */
export interface AbcGeneration {
  /** Largest distance accepted. */
  readonly tolerance: number;
  /** Share of proposals accepted. */
  readonly acceptance: number;
  /** Effective sample size of its weights. */
  readonly effective: number;
  /** Simulations it took. */
  readonly simulations: number;
}

/** Holds a calibration between batches, as plain data: written to a file and read back, it goes on as it would have. */
export interface AbcState {
  /** Settings, with the defaults filled in. */
  readonly settings: Required<AbcOptions>;
  /** Names of the parameters, in the order of the priors. */
  readonly names: readonly string[];
  /** Particles of the last complete generation; none before the first. */
  readonly particles: readonly AbcParticle[];
  /** What each complete generation took, in order. */
  readonly history: readonly AbcGeneration[];
  /** Tolerance of the generation that is being filled; null while the priors are drawn from. */
  readonly tolerance: number | null;
  /** Accepted so far in the generation that is being filled. */
  readonly accepted: readonly Omit<AbcParticle, "weight">[];
  /** Proposals answered so far in that generation. */
  readonly proposed: number;
  /** Simulations that counted, in all. */
  readonly simulations: number;
  /** Simulations among them that gave no distance. */
  readonly failed: number;
}

/** Names why a calibration stops. */
export type AbcStop = "tolerance" | "acceptance" | "generations" | "simulations" | "stalled";

/**
 * Begins a calibration by sequential Monte Carlo (ABC-SMC). Ask for proposals in batches of any size, simulate each,
 * tell how far it was from the data, until {@link abcStop} gives a reason. The result does not depend on the size of the
 * batches. Each call is a pure function of its arguments. Priors are given to each call, in the same order.
 *
 * The first generation is drawn from the priors. Each next one draws a particle of the last by weight and moves it by a
 * normal step of twice the weighted covariance, and is weighted by prior density over proposal density; its tolerance is
 * the one that leaves `survival` of the effective sample.
 *
 * @throws InputError when an option is out of range, or a prior has no width or draws what it gives no density.
 *
 * Source: Toni and others 2009, J. R. Soc. Interface 6, 187–202; adaptive tolerance of Del Moral, Doucet and Jasra 2012,
 * Statistics and Computing 22, 1009–1020; step of Beaumont and others 2009, Biometrika 96, 983–990.
 */
export function abcBegin(options: AbcOptions, priors: readonly PriorDistribution[]): AbcState {
  const settings = abcSettings(options, priors);
  const names = priors.map(({ name }) => name);
  return {
    settings,
    names,
    particles: [],
    history: [],
    tolerance: null,
    accepted: [],
    proposed: 0,
    simulations: 0,
    failed: 0,
  };
}

/** Lists the next `count` proposals (default: as many as particles), each with its values in the order of the priors. */
export function abcAsk(state: AbcState, priors: readonly PriorDistribution[], count?: number): number[][] {
  const key = derive(derive(rootKey(state.settings.seed), proposing), state.history.length);
  const propose = proposer(state, priors);
  return Array.from({ length: count ?? state.settings.particles }, (_, i) =>
    propose(uniformsOf(derive(key, state.proposed + i))),
  );
}

/**
 * Returns the state after the next proposals got these distances (0 or more), in their order; as many may be told as one
 * likes. A simulation that failed has null or NaN and is not accepted. Distances beyond what fills the generation are
 * left aside.
 */
export function abcTell(
  state: AbcState,
  priors: readonly PriorDistribution[],
  distances: readonly (number | null)[],
): AbcState {
  const negative = distances.findIndex((distance) => distance !== null && distance < 0);
  if (negative >= 0) {
    const message = "the distance is negative";
    const path = `distances[${negative}]`;
    throw new InputError([{ code: "out-of-range", path, message, value: distances[negative], allowed: "0 or more" }]);
  }
  const { particles } = state.settings;
  const proposals = abcAsk(state, priors, distances.length);
  const accepted = [...state.accepted];
  let used = 0;
  let failed = state.failed;
  for (; used < distances.length && accepted.length < particles; used++) {
    const distance = distances[used] ?? Number.NaN;
    if (!Number.isFinite(distance)) failed++;
    else if (state.tolerance === null || distance <= state.tolerance)
      accepted.push({ values: proposals[used]!, distance });
  }
  const next = { ...state, accepted, proposed: state.proposed + used, simulations: state.simulations + used, failed };
  return accepted.length < particles ? next : complete(next, priors);
}

/** Says why the calibration should stop, or null while it should go on. Its particles are the result. */
export function abcStop(state: AbcState): AbcStop | null {
  const { settings, history, proposed, tolerance } = state;
  const last = history.at(-1);
  if (last !== undefined && last.tolerance <= settings.tolerance) return "tolerance";
  if (last !== undefined && tolerance !== null && tolerance >= last.tolerance) return "stalled";
  if (history.length >= settings.generations) return "generations";
  if (last !== undefined && last.acceptance < settings.leastAcceptance) return "acceptance";
  if (proposed >= settings.particles / settings.leastAcceptance) return "acceptance";
  return state.simulations >= settings.simulations ? "simulations" : null;
}

const proposing = hashText("abc-smc");

/** Times a step is drawn anew when it leaves the priors' range. */
const TRIES = 10_000;

/** Returns what draws one proposal: from the priors, or from a particle of the last generation and a normal step. */
function proposer({ particles }: AbcState, priors: readonly PriorDistribution[]): (uniform: () => number) => number[] {
  if (particles.length === 0) return (uniform) => priors.map((prior) => prior.sample(uniform));
  const factor = stepFactor(particles);
  const sums: number[] = [];
  for (const { weight } of particles) sums.push((sums.at(-1) ?? 0) + weight);
  return (uniform) => {
    for (let i = 0; i < TRIES; i++) {
      const parent = particles[placeOf(sums, uniform() * sums.at(-1)!)]!;
      const normal = priors.map(() => normalFrom(uniform));
      const values = parent.values.map((value, d) => factor[d]!.reduce((sum, l, k) => sum + l * normal[k]!, value));
      // A step out of range is drawn anew with its parent, which leaves proposal densities in proportion.
      if (priors.every((prior, d) => prior.density(values[d]!) > 0)) return values;
    }
    return [...particles[0]!.values];
  };
}

/** Returns the factor of twice the weighted covariance. */
function stepFactor(particles: readonly AbcParticle[]): number[][] {
  const covariance = weightedCovariance({
    points: particles.map(({ values }) => values),
    weights: particles.map(({ weight }) => weight),
  });
  return choleskyFactor(covariance.map((row) => row.map((entry) => 2 * entry)));
}

/** Returns the first place whose running sum exceeds `wanted`. */
function placeOf(sums: readonly number[], wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Weighs a full generation and sets the tolerance of the next. */
function complete(state: AbcState, priors: readonly PriorDistribution[]): AbcState {
  const raw = importance(state, priors);
  const sum = raw.reduce((total, weight) => total + weight, 0);
  const particles = state.accepted.map((one, i) => ({ ...one, weight: raw[i]! / sum }));
  const simulations = state.proposed;
  const generation = {
    tolerance: state.tolerance ?? Math.max(...particles.map(({ distance }) => distance)),
    acceptance: particles.length / simulations,
    effective: effectiveSize(raw),
    simulations,
  };
  const tolerance = Math.max(state.settings.tolerance, nextTolerance(particles, state.settings.survival));
  return { ...state, particles, history: [...state.history, generation], tolerance, accepted: [], proposed: 0 };
}

/** Computes prior density over proposal density of what was accepted, up to a constant factor. */
function importance({ particles, accepted }: AbcState, priors: readonly PriorDistribution[]): number[] {
  if (particles.length === 0) return accepted.map(() => 1);
  const factor = stepFactor(particles);
  const parents = particles.map(({ values }) => solveLower(factor, values));
  return accepted.map(({ values }) => {
    const own = solveLower(factor, values);
    let proposal = 0;
    for (let j = 0; j < parents.length; j++) {
      const parent = parents[j]!;
      let distance = 0;
      for (let d = 0; d < own.length; d++) distance += square(own[d]! - parent[d]!);
      proposal += particles[j]!.weight * exp(-0.5 * distance);
    }
    return priors.reduce((product, prior, d) => product * prior.density(values[d]!), 1) / proposal;
  });
}

/**
 * Returns the least distance within which at least `survival` of the effective sample lies, and below the largest
 * distance where any is.
 */
function nextTolerance(particles: readonly AbcParticle[], survival: number): number {
  const sorted = [...particles].sort((a, b) => a.distance - b.distance);
  const wanted = survival * effectiveSize(sorted.map(({ weight }) => weight));
  const largest = sorted.at(-1)!.distance;
  let sum = 0;
  let squares = 0;
  let below = largest;
  for (const { distance, weight } of sorted) {
    if (distance === largest) break;
    below = distance;
    sum += weight;
    squares += weight * weight;
    if ((sum * sum) / squares >= wanted) break;
  }
  return below;
}
