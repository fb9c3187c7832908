/**
 * Reads the series of a run by name: what every study reads.
 *
 * @module
 */
export { funnelReadingNames, funnelReadings } from "./funnel-readings.ts";
export { measured } from "./measured.ts";
export { type RunSeries, runSeries } from "./run-series.ts";
export { seriesNames } from "./series-names.ts";
