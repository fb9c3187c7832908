export type {
  FirstTimes,
  StreamedDifference,
  StreamedEnsemble,
  StreamedSeries,
  StreamedTotals,
} from "../ensemble/streamed-series.ts";
export {
  mostStreamed,
  type StreamEnsemblesOptions,
  type StreamedEnsembles,
  streamEnsembles,
} from "./stream-ensembles.ts";
