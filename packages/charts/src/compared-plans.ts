import * as Plot from "@observablehq/plot";
import type { Target } from "@uptake/model";
import type { Bands } from "@uptake/study";
import { margins as around, scales, schoolYears, shares } from "./axes.ts";
import { draw } from "./draw.ts";
import { endLabels, type Label } from "./end-labels.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { ghostLine } from "./ghost-line.ts";
import { isNarrow } from "./is-narrow.ts";
import { listed } from "./quantity.ts";
import { fold } from "./rows.ts";
import { targetText, wordsOfTarget } from "./target-text.ts";
import { planColours, theme } from "./theme.ts";
import { inMonth, percent } from "./words.ts";

/** Holds what {@link comparedPlans} draws: up to four plans, and as today. Plain: survives JSON. */
export interface ComparedPlansData extends Provenance {
  /** Plans with their names and bands over months, one to four. */
  readonly plans: readonly {
    readonly name: string;
    /** What the target is of, 0 … 1. */
    readonly bands: Bands;
  }[];
  /** Median as today, where no plan is that; null where it is not known, or not the same for all. */
  readonly today: Bands | null;
  /** Share and index of the target, which all plans have in common. */
  readonly target: Pick<Target, "share" | "month"> & Partial<Target>;
}

/** Pixels between the bars at the right end. */
const apart = 8;

/**
 * Draws several plans on one axis: the median of each by month with half of its replicates, named at its end, where bars
 * show half and nine tenths of its replicates.
 */
export function comparedPlans(data: ComparedPlansData, options: ChartOptions = {}): Figure {
  const { width = 720, height = Math.round(Math.min(420, Math.max(300, width * 0.5))) } = options;
  const { plans, today, target, replicates } = data;
  const narrow = isNarrow(width);
  const bars = replicates > 1 ? plans.length * apart + 4 : 0;
  const longest = narrow ? 11 : 20;
  const margins = { ...around, marginRight: bars + (narrow ? 100 : 180) };
  const horizon = Math.max(...plans.map(({ bands }) => lastOf(bands)));
  const short = (name: string): string => fold(name, longest, 2).join("\n");
  const labels: Label[] = [
    { text: `${percent(target.share)} target`, fill: theme.target, share: target.share },
    ...plans.map(({ name, bands }, i) => ({ text: short(name), fill: colourOf(i), share: bands.p50[lastOf(bands)]! })),
    ...(today ? [{ text: "as today", fill: theme.muted, share: today.p50[lastOf(today)]! }] : []),
  ];
  return draw(
    {
      ...margins,
      ...scales(horizon),
      width,
      height,
      marks: [
        shares(wordsOfTarget(target).axis),
        ...(replicates > 1 ? plans.map(({ bands }, i) => half(bands, i)) : []),
        Plot.ruleY([target.share], { stroke: theme.target, strokeWidth: 1.5 }),
        target.month <= horizon ? Plot.ruleX([target.month], { stroke: theme.edge, strokeDasharray: "1 3" }) : null,
        ghostLine(today),
        ...plans.map(({ bands }, i) =>
          Plot.line(bands.months, { x: bands.months, y: bands.p50, stroke: colourOf(i), strokeWidth: 2.6 }),
        ),
        target.month <= horizon ? plans.map(({ bands }, i) => dot(bands, target.month, i)) : null,
        ...(replicates > 1 ? plans.map(({ bands }, i) => bar(bands, horizon, i)) : []),
        schoolYears(horizon, width - margins.marginRight + around.marginRight),
        endLabels(labels, horizon, height - margins.marginTop - margins.marginBottom, bars + 8),
      ],
    },
    {
      sentence: sentenceOf(data),
      document: options.document,
      caption: options.caption
        ? captionOf("Lines: medians; bands: half of each plan’s runs; bars: half and nine tenths at the end.", data)
        : undefined,
    },
  );
}

const lastOf = ({ months }: Bands): number => months.length - 1;
const colourOf = (plan: number): string => planColours[plan % planColours.length]!;

function half({ months, p25, p75 }: Bands, plan: number): Plot.Markish {
  return Plot.areaY(months, { x: months, y1: p25, y2: p75, fill: colourOf(plan), fillOpacity: 0.13 });
}

/** Marks the median at the target's month. */
function dot({ p50 }: Bands, month: number, plan: number): Plot.Markish {
  const share = p50[month];
  if (share === undefined) return null;
  return Plot.dot([share], { x: month, y: share, r: 4, fill: theme.paper, stroke: colourOf(plan), strokeWidth: 2.4 });
}

/** Draws half and nine tenths of the replicates at the end of a plan, to the right of the frame. */
function bar(bands: Bands, horizon: number, plan: number): Plot.Markish[] {
  const at = lastOf(bands);
  const dx = 8 + plan * apart;
  const stroke = colourOf(plan);
  return [
    Plot.ruleX([horizon], { y1: bands.p5[at]!, y2: bands.p95[at]!, stroke, strokeWidth: 1.2, dx }),
    Plot.ruleX([horizon], { y1: bands.p25[at]!, y2: bands.p75[at]!, stroke, strokeWidth: 4, dx }),
  ];
}

function sentenceOf(data: ComparedPlansData): string {
  const { plans, today, target } = data;
  const { measure } = wordsOfTarget(target);
  const month = Math.min(target.month, ...plans.map(({ bands }) => lastOf(bands)));
  const told = plans.map(({ name, bands }) => `${percent(bands.p50[month]!)} under “${name}”`);
  const all = [...told, ...(today ? [`${percent(today.p50[month]!)} as today`] : [])];
  return `${inMonth(month)}, the median of ${measure} is ${listed(all)} (${counted(data)}). ${targetText(target)}`;
}
