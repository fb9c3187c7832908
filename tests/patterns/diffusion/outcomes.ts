import { cumulative, type DiffusionSet } from "./diffusion-set.ts";
import { intraclass } from "./dispersion.ts";
import type { EngineRun } from "./engine-runs.ts";

/** Holds what runs of the engine gave beside what was observed. */
export interface Outcomes {
  /** Root of the mean squared gap of the mean cumulative curve, over the periods after `since`. */
  readonly curveError: number;
  /** Root of the mean squared gap of the mean final share, over sites. */
  readonly siteError: number;
  readonly final: Spread;
  readonly intraclass: Spread;
}

/** Holds the mean over runs, the range of the middle nine tenths of them, and what was observed. */
export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly observed: number;
}

/** Compares runs with the set whose people and ties they were made on. */
export function outcomesOf(set: DiffusionSet, runs: readonly EngineRun[], since: number): Outcomes {
  const seen = cumulative(set);
  const curves = runs.map(({ adopted }) => cumulative({ ...set, adopted }));
  const later = seen.map((_, period) => period).filter((period) => period > since);
  const adopts = (adopted: readonly number[]): number[] => adopted.map((when) => Number(when <= set.periods));
  const shareAt = (adopted: readonly number[], site: number): number => cumulative({ ...set, adopted }, site).at(-1)!;
  return {
    curveError: rootMeanSquare(later.map((period) => mean(curves.map((curve) => curve[period]!)) - seen[period]!)),
    siteError: rootMeanSquare(
      set.sites.map((_, site) => mean(runs.map(({ adopted }) => shareAt(adopted, site))) - shareAt(set.adopted, site)),
    ),
    final: spreadOf(
      curves.map((curve) => curve.at(-1)!),
      seen.at(-1)!,
    ),
    intraclass: spreadOf(
      runs.map(({ adopted }) => intraclass(adopts(adopted), set.site)),
      intraclass(adopts(set.adopted), set.site),
    ),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

const rootMeanSquare = (values: readonly number[]): number => Math.sqrt(mean(values.map((each) => each * each)));

function spreadOf(values: readonly number[], observed: number): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return { mean: mean(values), low: at(0.05), high: at(0.95), observed };
}
