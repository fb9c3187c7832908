import { derive, exp, hashText, InputError, type Issue, pow, rootKey } from "@uptake/model";
import { normalDraw } from "../statistics/normal-draw.ts";
import { type CmaEsSettings, cmaEsSettings, defaultPopulation } from "./cma-es-settings.ts";
import { intoUnit, outOfUnit } from "./soft-bounds.ts";
import { type SymmetricEigen, symmetricEigen } from "./symmetric-eigen.ts";

/** Sets a search for the lowest value within bounds. */
export interface CmaEsOptions {
  /** Seed text, not empty. */
  readonly seed: string;
  /** Lowest and highest value of each dimension, in its own unit. */
  readonly bounds: readonly (readonly [number, number])[];
  /** First centre, within the bounds. Default their middle. */
  readonly start?: readonly number[];
  /** First standard deviation, as a share of each range, above 0 to ⅓. Default 0.3. */
  readonly step?: number;
  /** Candidates per generation, 4 or more. Default 4 + ⌊3 ln n⌋; more where values are noisy or have many dips. */
  readonly population?: number;
  /** Evaluations after which the search stops. Default 1000 a dimension. */
  readonly evaluations?: number;
  /** Spread of values under which the search stops. Default 10⁻¹². */
  readonly valueTolerance?: number;
  /** Standard deviation, as a share of the range, under which the search stops. Default 10⁻¹¹. */
  readonly stepTolerance?: number;
}

/** Holds a search between generations, as plain data: written to a file and read back, it goes on as it would have. */
export interface CmaEsState {
  /** Settings, with the defaults filled in. */
  readonly options: Required<CmaEsOptions>;
  /** Generations that are over. */
  readonly generation: number;
  /** Candidates that were evaluated. */
  readonly evaluations: number;
  /** Centre, in ranges, before bounds are met. */
  readonly mean: readonly number[];
  /** Step size: standard deviation along an axis of unit variance, as a share of a range. */
  readonly sigma: number;
  /** Covariance matrix of the candidates over the square of the step size, row by row. */
  readonly covariance: readonly (readonly number[])[];
  /** Evolution path of the step size, one number a dimension. */
  readonly stepPath: readonly number[];
  /** Evolution path of the covariance, one number a dimension. */
  readonly covariancePath: readonly number[];
  /** Best candidate that has a value; a lucky one where values are noisy. Null before the first. */
  readonly best: { readonly point: readonly number[]; readonly value: number; readonly generation: number } | null;
  /** Best value of each of the last generations, oldest first. */
  readonly recent: readonly number[];
  /** Highest less lowest value of the last generation; null when a candidate had none. */
  readonly spread: number | null;
  /** Generations in a row in which no candidate had a value. */
  readonly barren: number;
}

/** Names why a search stops. */
export type CmaEsStop = "evaluations" | "value-tolerance" | "step-tolerance" | "ill-conditioned" | "no-values";

const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);
const squaredLength = (vector: readonly number[]): number => vector.reduce((sum, x) => sum + x * x, 0);

/**
 * Begins a search by covariance matrix adaptation (CMA-ES). Ask for candidates, tell their values, until
 * {@link cmaEsStop} gives a reason. Each call is a pure function of its arguments.
 *
 * @throws InputError when an option is out of range or a range has no width.
 *
 * Source: Hansen 2016, arXiv:1604.00772, with its defaults; bounds by the boundary transform of his `pycma`.
 */
export function cmaEsBegin(options: CmaEsOptions): CmaEsState {
  const n = options.bounds.length;
  const full: Required<CmaEsOptions> = {
    start: options.bounds.map(([low, high]) => (low + high) / 2),
    step: 0.3,
    population: defaultPopulation(Math.max(1, n)),
    evaluations: 1000 * n,
    valueTolerance: 1e-12,
    stepTolerance: 1e-11,
    ...options,
  };
  const issues = optionIssues(full);
  if (issues.length > 0) throw new InputError(issues);
  return {
    options: full,
    generation: 0,
    evaluations: 0,
    mean: full.start.map((x, i) => {
      const [low, high] = full.bounds[i]!;
      return outOfUnit((x - low) / (high - low));
    }),
    sigma: full.step,
    covariance: identity(n),
    stepPath: zeros(n),
    covariancePath: zeros(n),
    best: null,
    recent: [],
    spread: null,
    barren: 0,
  };
}

/** Lists the candidates of the next generation, each with one number a dimension in its unit. */
export function cmaEsAsk(state: CmaEsState): number[][] {
  return draws(state, symmetricEigen(state.covariance)).map((draw) => pointOf(state, draw));
}

/**
 * Returns the state after the candidates last asked for got these values, in their order. A candidate without a finite
 * value (null, NaN) ranks last. Equal values rank in the order of the candidates.
 *
 * @throws InputError when there is not one value per candidate.
 */
export function cmaEsTell(state: CmaEsState, values: readonly (number | null)[]): CmaEsState {
  const { population } = state.options;
  if (values.length !== population) {
    const message = "there is not one value for each candidate";
    throw new InputError([{ code: "length", path: "values", message, value: values.length, allowed: `${population}` }]);
  }
  const value = values.map((one) => (one !== null && Number.isFinite(one) ? one : Number.POSITIVE_INFINITY));
  const order = value.map((_, k) => k).sort((a, b) => (value[a]! === value[b]! ? a - b : value[a]! - value[b]!));
  const evaluations = state.evaluations + population;
  const generation = state.generation + 1;
  const lowest = value[order[0]!]!;
  if (lowest === Number.POSITIVE_INFINITY)
    return { ...state, generation, evaluations, spread: null, barren: state.barren + 1 };
  const eigen = symmetricEigen(state.covariance);
  const drawn = draws(state, eigen);
  const ranked = order.map((k) => drawn[k]!);
  const settings = cmaEsSettings(state.mean.length, population);
  const best =
    state.best !== null && state.best.value <= lowest
      ? state.best
      : { point: pointOf(state, ranked[0]!), value: lowest, generation };
  const span = value[order[population - 1]!]! - lowest;
  const kept = 10 + Math.ceil((30 * state.mean.length) / population);
  return {
    ...adapt(state, settings, eigen, ranked),
    generation,
    evaluations,
    best,
    recent: [...state.recent, lowest].slice(-kept),
    spread: Number.isFinite(span) ? span : null,
    barren: 0,
  };
}

/** Returns the centre of the search, one number a dimension in its unit: the better answer where values are noisy. */
export function cmaEsCentre(state: CmaEsState): number[] {
  return inUnits(state, state.mean);
}

/** Says why the search should stop, or null while it should go on. */
export function cmaEsStop(state: CmaEsState): CmaEsStop | null {
  const { options, recent, spread, sigma, covariance, covariancePath } = state;
  if (state.barren >= 3) return "no-values";
  if (state.evaluations + options.population > options.evaluations) return "evaluations";
  if (state.generation === 0) return null;
  const widest = Math.max(...covariance.map((row, i) => Math.max(Math.sqrt(row[i]!), Math.abs(covariancePath[i]!))));
  if (sigma * widest < options.stepTolerance) return "step-tolerance";
  const full = recent.length >= 10 + Math.ceil((30 * state.mean.length) / options.population);
  const range = Math.max(...recent) - Math.min(...recent);
  if (full && spread !== null && Math.max(range, spread) < options.valueTolerance) return "value-tolerance";
  const { values } = symmetricEigen(covariance);
  return values.at(-1)! > 1e14 * Math.max(values[0]!, 0) ? "ill-conditioned" : null;
}

/** Holds one draw: standard normal along the axes of the covariance, and the step it makes, in sigmas. */
interface Draw {
  readonly normal: readonly number[];
  readonly steps: readonly number[];
}

const searching = hashText("cma-es");

/** Draws the candidates of the next generation: a pure function of seed, generation and place. */
function draws({ options, generation }: CmaEsState, { values, vectors }: SymmetricEigen): Draw[] {
  const key = derive(derive(rootKey(options.seed), searching), generation);
  return Array.from({ length: options.population }, (_, k) => {
    const own = derive(key, k);
    const normal = values.map((_, i) => normalDraw(own, i));
    const scaled = normal.map((z, i) => z * Math.sqrt(Math.max(0, values[i]!)));
    return { normal, steps: vectors.map((row) => row.reduce((sum, entry, i) => sum + entry * scaled[i]!, 0)) };
  });
}

function pointOf(state: CmaEsState, { steps }: Draw): number[] {
  return inUnits(
    state,
    state.mean.map((m, i) => m + state.sigma * steps[i]!),
  );
}

function inUnits({ options }: CmaEsState, free: readonly number[]): number[] {
  return free.map((u, i) => {
    const [low, high] = options.bounds[i]!;
    return low + (high - low) * intoUnit(u);
  });
}

/** Widest standard deviation of a coordinate, in ranges, as in `pycma`. */
const WIDEST = 1 / 3;

/** Moves the centre and adapts step length and covariance to ranked draws, best first. */
function adapt(state: CmaEsState, settings: CmaEsSettings, eigen: SymmetricEigen, ranked: readonly Draw[]): CmaEsState {
  const { weights, parents, effective, stepRate, stepDamping, pathRate, rankOneRate, rankManyRate } = settings;
  const n = state.mean.length;
  const mix = (of: (draw: Draw) => readonly number[]): number[] =>
    zeros(n).map((_, i) => ranked.slice(0, parents).reduce((sum, draw, k) => sum + weights[k]! * of(draw)[i]!, 0));
  const move = mix(({ steps }) => steps);
  const along = mix(({ normal }) => normal);
  // The mean draw turned back to the coordinates but not stretched: C^(−1/2) times the move.
  const even = eigen.vectors.map((row) => row.reduce((sum, entry, i) => sum + entry * along[i]!, 0));
  const stepGain = Math.sqrt(stepRate * (2 - stepRate) * effective);
  const stepPath = state.stepPath.map((p, i) => (1 - stepRate) * p + stepGain * even[i]!);
  const length = Math.sqrt(squaredLength(stepPath));
  const settled = Math.sqrt(1 - pow(1 - stepRate, 2 * (state.generation + 1)));
  const steady = length / settled < (1.4 + 2 / (n + 1)) * settings.expectedLength;
  const pathGain = steady ? Math.sqrt(pathRate * (2 - pathRate) * effective) : 0;
  const covariancePath = state.covariancePath.map((p, i) => (1 - pathRate) * p + pathGain * move[i]!);
  const own = weights.map((weight, k) =>
    weight >= 0 ? weight : (weight * n) / Math.max(1e-300, squaredLength(ranked[k]!.normal)),
  );
  const rest = steady ? 0 : rankOneRate * pathRate * (2 - pathRate);
  const keep = 1 + rest - rankOneRate - rankManyRate * weights.reduce((sum, weight) => sum + weight, 0);
  const covariance = state.covariance.map((row, i) =>
    row.map((entry, j) => {
      const many = ranked.reduce((sum, { steps }, k) => sum + own[k]! * (steps[i]! * steps[j]!), 0);
      return keep * entry + rankOneRate * (covariancePath[i]! * covariancePath[j]!) + rankManyRate * many;
    }),
  );
  const grown = state.sigma * exp((stepRate / stepDamping) * (length / settings.expectedLength - 1));
  const widest = Math.max(...covariance.map((row, i) => Math.sqrt(row[i]!)));
  return {
    ...state,
    mean: state.mean.map((m, i) => m + state.sigma * move[i]!),
    sigma: Math.min(grown, WIDEST / widest),
    covariance,
    stepPath,
    covariancePath,
  };
}

function optionIssues(options: Required<CmaEsOptions>): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, path: string, message: string, value: unknown, allowed: string): void => {
    issues.push({ code, path, message, value, allowed });
  };
  const { bounds, start, step, population, evaluations } = options;
  if (options.seed === "") add("empty", "seed", "the seed is empty", "", "any text");
  if (bounds.length === 0) add("empty", "bounds", "there are no dimensions", 0, "1 or more");
  bounds.forEach(([low, high], i) => {
    if (!Number.isFinite(low) || !Number.isFinite(high) || !(low < high))
      add(
        "no-width",
        `bounds[${i}]`,
        "the bounds leave nothing to search",
        [low, high],
        "the lower first, both finite",
      );
    else if (!(start[i]! >= low && start[i]! <= high))
      add("out-of-range", `start[${i}]`, "the start is outside the bounds", start[i], `${low} to ${high}`);
  });
  if (start.length !== bounds.length)
    add("length", "start", "start and bounds differ", start.length, `${bounds.length}`);
  if (!(step > 0 && step <= WIDEST)) add("out-of-range", "step", "the step is out of range", step, "above 0, to 1/3");
  if (!Number.isInteger(population) || population < 4)
    add("out-of-range", "population", "the population is too small", population, "a whole number, 4 or more");
  if (!(evaluations >= population))
    add("out-of-range", "evaluations", "not one generation fits", evaluations, `${population} or more`);
  return issues;
}
