import type { Probability } from "../statistics/wilson.ts";
import type { Ensemble, EnsembleOf } from "./ensemble.ts";
import type { StreamedSeries } from "./series.ts";
import type { StreamedTotals } from "./totals.ts";

/** Holds a mean difference of runs in the same worlds and luck at each index, with its 95% interval; null without a value. */
export interface StreamedDifference {
  /** Indices 0 … horizon. */
  readonly month: readonly number[];
  /** Mean difference. */
  readonly mean: readonly (number | null)[];
  /** Lower end of the 95% interval; null below two replicates. */
  readonly low: readonly (number | null)[];
  /** Upper end of the 95% interval; null below two replicates. */
  readonly high: readonly (number | null)[];
  /** Replicates in which both have a value. */
  readonly replicates: readonly number[];
  /** Half-width that no number of replicates in these worlds would go below; null unless worlds repeat. */
  readonly leastHalfWidth: readonly (number | null)[];
}

/** Holds what is told of many runs of which only a few numbers each are kept. */
export interface StreamedEnsemble extends EnsembleOf<StreamedSeries, StreamedTotals> {
  /** Chance of the scenario's target; null beyond the horizon. */
  readonly chance: Probability | null;
  /** Each series less that of the first plan, in the same worlds and luck; empty for the first plan. */
  readonly differences: ReadonlyMap<string, StreamedDifference>;
  /** Names all its runs: the same where the checksum of every run is the same. */
  readonly digest: string;
  /**
   * Its first replicates, where numbers of single runs are kept of these alone; means, intervals and percentiles in it are
   * those of all replicates. Absent where they are kept of all, or of none.
   */
  readonly kept?: StreamedEnsemble;
}

/** Holds an ensemble whose runs are kept, or one that was streamed. */
export type AnyEnsemble = Ensemble | StreamedEnsemble;

/** Returns the replicates of an ensemble of whose single runs numbers are kept: all unless it says otherwise. */
export function keptOf(ensemble: AnyEnsemble): AnyEnsemble {
  return ("kept" in ensemble ? ensemble.kept : undefined) ?? ensemble;
}
