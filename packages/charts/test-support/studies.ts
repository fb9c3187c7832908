import type * as all from "../src/index.ts";
import type { ChartOptions, Figure } from "../src/index.ts";
import * as samples from "./samples.ts";

/** The package, from source or bundled. */
export type Charts = typeof all;

/** Lists the charts of studies by name, each drawn from a sample. */
export const studiesOf = (charts: Charts): readonly (readonly [string, (options: ChartOptions) => Figure])[] => [
  ["compared-plans", (options) => charts.comparedPlans(samples.compared, options)],
  ["stage-area", (options) => charts.stageArea(samples.stages, options)],
  ["district-map", (options) => charts.districtMap(samples.town, options)],
  ["tier-gap-error", (options) => charts.tierGapError(samples.gap, options)],
  ["paired-difference", (options) => charts.pairedDifferenceChart(samples.paired, options)],
  ["bottleneck-bars", (options) => charts.bottleneckBars(samples.held, options)],
  ["funnel-bars", (options) => charts.funnelBars(samples.funnel, options)],
  ["tornado", (options) => charts.tornado(samples.inputs, options)],
  ["sobol-bars", (options) => charts.sobolBars(samples.indices, options)],
  ["two-lever-map", (options) => charts.twoLeverMap(samples.levers, options)],
  ["two-name-map", (options) => charts.twoLeverMap(samples.named, options)],
  ["level-rows", (options) => charts.levelRows(samples.byName, options)],
  ["paired-bars", (options) => charts.pairedBars(samples.pairs, options)],
  ["effect-bars", (options) => charts.effectBars(samples.effects, options)],
  ["success-by-shock", (options) => charts.successByShock(samples.shocked, options)],
  ["rank-flips", (options) => charts.rankFlips(samples.ranked, options)],
  ["response-curve", (options) => charts.responseCurve(samples.response, options)],
  ["box-scatter", (options) => charts.boxScatter(samples.failures, options)],
  ["frontier", (options) => charts.frontier(samples.budgets, options)],
  ["shapley-waterfall", (options) => charts.shapleyWaterfall(samples.parts, options)],
  ["kaplan-meier-chart", (options) => charts.kaplanMeierChart(samples.waiting, options)],
  ["school-multiples", (options) => charts.schoolMultiples(samples.schools, options)],
  ["prior-posterior", (options) => charts.priorPosterior(samples.fitted, options)],
  ["predictive-band", (options) => charts.predictiveBand(samples.predicted, options)],
];
