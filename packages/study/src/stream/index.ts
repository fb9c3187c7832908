/**
 * Summarises more runs than memory holds, folding each as it comes.
 *
 * @module
 */
export type { FirstTimes, StreamedSeries } from "../ensemble/series.ts";
export type { StreamedDifference, StreamedEnsemble } from "../ensemble/streamed-ensemble.ts";
export type { StreamedTotals } from "../ensemble/totals.ts";
export {
  mostStreamed,
  type StreamEnsemblesOptions,
  type StreamedEnsembles,
  streamEnsembles,
} from "./stream-ensembles.ts";
