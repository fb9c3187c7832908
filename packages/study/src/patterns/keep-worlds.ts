import { type Parameter, square, varied, type World } from "@uptake/model";
import { sampleRankCorrelation, standardDeviation } from "simple-statistics";
import { quantile } from "../statistics/quantile.ts";
import type { WorldPattern } from "./pattern.ts";
import { worldPatterns } from "./world-patterns.ts";

/** Holds what was measured in one world: statistics by `pattern.statistic`. */
export interface MeasuredWorld {
  /** Value of each statistic. */
  readonly statistics: Readonly<Record<string, number>>;
}

/** Lists the patterns in the order in which a world that misses one is found out soonest. */
const soonest: readonly WorldPattern[] = ["P13", "P12", "P5", "P15", "P18", "P17", "P6", "P1", "P14", "P7", "P9"].map(
  (id) => worldPatterns.find((pattern) => pattern.id === id)!,
);

/**
 * Measures the patterns in a world under the seed `luck`, until one lies further outside its bounds than `tolerance`
 * (default infinite: all are measured), in units of `scales`.
 */
export async function measureWorld(
  world: World,
  luck: string,
  tolerance: number = Number.POSITIVE_INFINITY,
  scales: Readonly<Record<string, number>> = {},
): Promise<MeasuredWorld> {
  const statistics: Record<string, number> = {};
  for (const pattern of soonest) {
    const found = await pattern.measure(world, luck);
    for (const [name, value] of Object.entries(found)) statistics[`${pattern.id}.${name}`] = value;
    if (tolerance < Number.POSITIVE_INFINITY && distanceOf({ statistics }, scales) > tolerance) break;
  }
  return { statistics };
}

/**
 * Returns the most by which any measured statistic lies outside its bounds, in units of its scale (default 1): 0 where all
 * are within, infinite where one has no value.
 */
export function distanceOf({ statistics }: MeasuredWorld, scales: Readonly<Record<string, number>>): number {
  let most = 0;
  for (const [name, value] of Object.entries(statistics)) {
    const bounds = boundsOf(name);
    if (bounds === undefined) continue;
    const outside = Math.max(bounds[0] - value, value - bounds[1], 0);
    if (Number.isNaN(outside)) return Number.POSITIVE_INFINITY;
    most = Math.max(most, outside / (scales[name] ?? 1));
  }
  return most;
}

function boundsOf(name: string): readonly [number, number] | undefined {
  const [id, statistic] = name.split(".") as [string, string];
  return worldPatterns.find((pattern) => pattern.id === id)?.statistics[statistic]?.bounds;
}

/** Returns the scale of each statistic: half the distance from the 16th to the 84th percentile over measured worlds. */
export function scalesOf(worlds: readonly MeasuredWorld[]): Record<string, number> {
  const names = Object.keys(worlds[0]?.statistics ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = worlds.map(({ statistics }) => statistics[name]!).filter(Number.isFinite);
      const spread = (quantile(values, 0.84) - quantile(values, 0.16)) / 2;
      return [name, spread > 0 ? spread : 1];
    }),
  );
}

/** Tells whether a measured world shows a pattern: every statistic with bounds within them. */
export function shows({ statistics }: MeasuredWorld, pattern: WorldPattern): boolean {
  return Object.entries(pattern.statistics).every(([name, { bounds }]) => {
    const value = statistics[`${pattern.id}.${name}`] as number;
    return bounds === undefined || (value >= bounds[0] && value <= bounds[1]);
  });
}

/** Tells whether a measured world shows every pattern. */
export const showsAll = (world: MeasuredWorld): boolean => worldPatterns.every((pattern) => shows(world, pattern));

/** Replaces values by their ranks, from 0 to 1, ties by their mean rank. */
function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const span = Math.max(1, values.length - 1);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 / span);
}

/**
 * Returns the indices of `worlds` from the most central to the least: by the sum of the distances to all others, in the
 * ranks of the varied parameters. The first is the medoid.
 */
export function byCentrality(worlds: readonly World[]): number[] {
  const columns = varied.map(({ name }) => ranks(worlds.map((world) => world[name] as number)));
  const distance = (i: number, j: number): number =>
    Math.sqrt(columns.reduce((sum, column) => sum + square((column[i] as number) - (column[j] as number)), 0));
  const totals = worlds.map((_, i) => worlds.reduce((sum, __, j) => sum + distance(i, j), 0));
  return worlds.map((_, i) => i).sort((a, b) => (totals[a] as number) - (totals[b] as number));
}

/** Holds a ridge: two parameters that the patterns tie together, so that neither is known alone. */
export interface Ridge {
  /** Names of the two. */
  readonly parameters: readonly [string, string];
  /** Spearman's rank correlation over the kept worlds; in the priors it is 0. */
  readonly correlation: number;
}

/** Lists the pairs of parameters whose rank correlation over `worlds` chance would hardly give, strongest first. */
export function ridges(worlds: readonly World[]): Ridge[] {
  const columns = varied.map(({ name }) => worlds.map((world) => world[name] as number));
  // About one such correlation in 20 sets of worlds without any ridge, over the 18,000 pairs.
  const least = 4.7 / Math.sqrt(Math.max(1, worlds.length - 1));
  const found: Ridge[] = [];
  for (const [i, a] of columns.entries())
    for (let j = i + 1; j < columns.length; j++) {
      const correlation = sampleRankCorrelation(a, columns[j] as number[]);
      const names = [(varied[i] as Parameter).name, (varied[j] as Parameter).name] as const;
      if (Math.abs(correlation) > least) found.push({ parameters: names, correlation });
    }
  return found.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
}

/** Holds how far the patterns narrow or move one parameter. */
export interface Narrowing {
  /** Name of the parameter. */
  readonly parameter: string;
  /** Standard deviation over the kept worlds, as a share of that over all draws. */
  readonly spread: number;
  /** Mean over the kept worlds less that over all draws, in standard deviations of the draws. */
  readonly shift: number;
}

/** Measures how far each varied parameter is narrowed or moved from all draws to the kept ones, most moved first. */
export function narrowings(all: readonly World[], kept: readonly World[]): Narrowing[] {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return varied
    .map(({ name }) => {
      const before = all.map((world) => world[name] as number);
      const after = kept.map((world) => world[name] as number);
      const sd = standardDeviation(before);
      return { parameter: name, spread: standardDeviation(after) / sd, shift: (mean(after) - mean(before)) / sd };
    })
    .sort((a, b) => Math.abs(b.shift) + Math.abs(1 - b.spread) - (Math.abs(a.shift) + Math.abs(1 - a.spread)));
}
