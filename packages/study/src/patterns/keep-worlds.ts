import { drawWorld, keptWorlds, type Parameter, parameters, type World } from "@uptake/model";
import { sampleRankCorrelation, standardDeviation } from "simple-statistics";
import type { WorldPattern } from "./pattern.ts";
import { worldPatterns } from "./world-patterns.ts";

/** Holds what was measured in one draw from the priors: statistics by `pattern.statistic`. */
export interface MeasuredWorld {
  readonly replicate: number;
  readonly statistics: Readonly<Record<string, number>>;
}

/**
 * Draws world `replicate` of the kept worlds' seed from the priors and measures the patterns in it, each world under a
 * seed of its own. With `thorough` false it stops at the first pattern that the world does not show. `luck` counts
 * measurements of the same world under other seeds, from 0.
 */
export async function measureWorld(replicate: number, thorough = true, luck = 0): Promise<MeasuredWorld> {
  const world = drawWorld(keptWorlds.seed, replicate, { draw: "priors" });
  const statistics: Record<string, number> = {};
  for (const pattern of worldPatterns) {
    const found = await pattern.measure(world, `${keptWorlds.seed} ${replicate} ${luck}`);
    for (const [name, value] of Object.entries(found)) statistics[`${pattern.id}.${name}`] = value;
    if (!thorough && !shows({ replicate, statistics }, pattern)) break;
  }
  return { replicate, statistics };
}

/** Tells whether a measured world shows a pattern: every statistic with bounds within them. */
export function shows({ statistics }: MeasuredWorld, pattern: WorldPattern): boolean {
  return Object.entries(pattern.statistics).every(([name, { bounds }]) => {
    const value = statistics[`${pattern.id}.${name}`] as number;
    return bounds === undefined || (value >= bounds[0] && value <= bounds[1]);
  });
}

/** Returns the measured worlds that show every pattern. */
export const keep = (worlds: readonly MeasuredWorld[]): MeasuredWorld[] =>
  worlds.filter((world) => worldPatterns.every((pattern) => shows(world, pattern)));

/** Lists the parameters that vary between worlds. */
export const varied: readonly Parameter[] = parameters.filter(({ prior }) => prior.shape !== "held");

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
    Math.sqrt(columns.reduce((sum, column) => sum + ((column[i] as number) - (column[j] as number)) ** 2, 0));
  const totals = worlds.map((_, i) => worlds.reduce((sum, __, j) => sum + distance(i, j), 0));
  return worlds.map((_, i) => i).sort((a, b) => (totals[a] as number) - (totals[b] as number));
}

/** Holds a ridge: two parameters that the patterns tie together, so that neither is known alone. */
export interface Ridge {
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
