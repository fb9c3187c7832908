import { log, square } from "@uptake/model";
/** Holds the strategy parameters that follow from the number of dimensions and the population. */
export interface CmaEsSettings {
  /** Weight of each rank, best first: the positive ones sum to 1; the negative ones shrink directions that do badly. */
  readonly weights: readonly number[];
  /** Number of positive weights. */
  readonly parents: number;
  /** Effective number of parents. */
  readonly effective: number;
  readonly stepRate: number;
  readonly stepDamping: number;
  readonly pathRate: number;
  readonly rankOneRate: number;
  readonly rankManyRate: number;
  /** Expected length of a standard normal vector. */
  readonly expectedLength: number;
}

/** Returns the default population for `n` dimensions: 4 + ⌊3 ln n⌋. */
export function defaultPopulation(n: number): number {
  return 4 + Math.floor(3 * log(n));
}

/** Computes the defaults of Hansen 2016, "The CMA evolution strategy: a tutorial", arXiv:1604.00772, table 1. */
export function cmaEsSettings(n: number, population: number): CmaEsSettings {
  const raw = Array.from({ length: population }, (_, i) => log((population + 1) / 2) - log(i + 1));
  const parents = Math.floor(population / 2);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const effectiveOf = (values: readonly number[]): number =>
    square(sum(values)) / sum(values.map((value) => value * value));
  const effective = effectiveOf(raw.slice(0, parents));
  const effectiveNegative = effectiveOf(raw.slice(parents));
  const stepRate = (effective + 2) / (n + effective + 5);
  const rankOneRate = 2 / (square(n + 1.3) + effective);
  const rankManyRate = Math.min(
    1 - rankOneRate,
    (2 * (0.25 + effective + 1 / effective - 2)) / (square(n + 2) + effective),
  );
  const negativeSum = Math.min(
    1 + rankOneRate / rankManyRate,
    1 + (2 * effectiveNegative) / (effective + 2),
    (1 - rankOneRate - rankManyRate) / (n * rankManyRate),
  );
  const positive = sum(raw.filter((value) => value > 0));
  const negative = -sum(raw.filter((value) => value < 0));
  return {
    weights: raw.map((value) => (value >= 0 ? value / positive : (negativeSum * value) / negative)),
    parents,
    effective,
    stepRate,
    stepDamping: 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + stepRate,
    pathRate: (4 + effective / n) / (n + 4 + (2 * effective) / n),
    rankOneRate,
    rankManyRate,
    expectedLength: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}
