/**
 * Draws answers as SVG, in browsers and in Node; each chart says its result in a sentence.
 *
 * @module
 */
export { adoptionFan } from "./adoption-fan.ts";
export { bottleneckBars } from "./bottleneck-bars.ts";
export { type BottleneckData, bottleneckData } from "./bottleneck-data.ts";
export { type BoxScatterData, boxScatter, type Side } from "./box-scatter.ts";
export { type ComparedPlansData, comparedPlans } from "./compared-plans.ts";
export type { DifferenceSeries } from "./difference-band.ts";
export {
  type DistrictLayout,
  districtLayout,
  gutterOf,
  type LayoutOptions,
  type SchoolBox,
  type SchoolLine,
  type SeatedSchool,
} from "./district-layout.ts";
export {
  type DistrictMapData,
  districtMap,
  linePoverty,
  type MappedSchool,
  mapSentence,
  stageCounts,
} from "./district-map.ts";
export { type EffectBarsData, effectBars } from "./effect-bars.ts";
export { type FanData, fanData, fanSketch, type SketchedPlan } from "./fan-data.ts";
export type { ChartOptions, Figure, Provenance } from "./figure.ts";
export { type FrontierData, frontier } from "./frontier.ts";
export { funnelBars } from "./funnel-bars.ts";
export { type FunnelData, funnelData } from "./funnel-data.ts";
export { type KaplanMeierData, kaplanMeierChart } from "./kaplan-meier-chart.ts";
export { type LedgerOptions, ledgerBars } from "./ledger-bars.ts";
export { type LedgerData, type LedgerPart, ledgerData } from "./ledger-data.ts";
export { type LevelRowsData, levelRows } from "./level-rows.ts";
export { type PairedBar, type PairedBarsData, pairedBars } from "./paired-bars.ts";
export { type PairedDifferenceData, pairedDifferenceChart } from "./paired-difference.ts";
export { type PredictiveBandData, predictiveBand } from "./predictive-band.ts";
export { type FittedParameter, type PriorPosteriorData, priorPosterior } from "./prior-posterior.ts";
export type { Interval } from "./quantity.ts";
export { type RankFlipsData, rankFlips } from "./rank-flips.ts";
export { type ResponseCurveData, responseCurve } from "./response-curve.ts";
export { type SchoolMultiplesData, schoolMultiples } from "./school-multiples.ts";
export { type ShapleyWaterfallData, shapleyWaterfall } from "./shapley-waterfall.ts";
export { type SobolBarsData, sobolBars } from "./sobol-bars.ts";
export { type StageAreaData, stageArea } from "./stage-area.ts";
export type { StageMark } from "./stage-mark.ts";
export { depthStep, depthSteps, markPath, stageMarks } from "./stage-mark.ts";
export { type SuccessByShockData, successByShock } from "./success-by-shock.ts";
export { tierGap } from "./tier-gap.ts";
export { type TierGapData, tierGapData } from "./tier-gap-data.ts";
export { type TierGapErrorData, tierGapError } from "./tier-gap-error.ts";
export { type TornadoData, tornado } from "./tornado.ts";
export { type MapAxis, type TwoLeverMapData, twoLeverMap } from "./two-lever-map.ts";
export { atMonth, dollars, duration, inMonth, percent, when } from "./words.ts";
