import * as Plot from "@observablehq/plot";
import { fundedPeriod, margins, scales, schoolYears, shares } from "./axes.ts";
import { draw } from "./draw.ts";
import { endLabels } from "./end-labels.ts";
import type { FanData } from "./fan-data.ts";
import { type ChartOptions, captionOf, counted, type Figure } from "./figure.ts";
import { ghostLine } from "./ghost-line.ts";
import { pointLabel } from "./point-label.ts";
import { targetText, wordsOfTarget } from "./target-text.ts";
import { theme } from "./theme.ts";
import { atMonth, capital, percent, when } from "./words.ts";

/** Names the district without a plan. */
const usual = "as today";

/**
 * Draws adoption, or what else the target is of, by month: the median, half and nine tenths of replicates under the
 * plan, the median as today (or of what else it is held against), the target and the funded period. Lines are straight
 * between months, so that each July shows. Of a sketch, the median alone.
 *
 * @example
 * ```ts
 * import { adoptionFan, fanData } from "@uptake/charts";
 * import { prepare, scenario } from "@uptake/model";
 * import { ensemble } from "@uptake/study";
 * import { JSDOM } from "jsdom";
 *
 * const runs = await ensemble(await prepare(scenario({ district: "small-rural", strategy: "coaching-only" })), {
 *   replicates: 8,
 * });
 * const { document } = new JSDOM().window;
 * const { element, sentence } = adoptionFan(fanData(runs), { document });
 * console.log(sentence, element.outerHTML.length);
 * ```
 */
export function adoptionFan(data: FanData, options: ChartOptions = {}): Figure {
  const { width = 720, height = Math.round(Math.min(400, Math.max(280, width * 0.54))) } = options;
  const { plan, today, against = usual, target, funded } = data;
  const horizon = plan.months.length - 1;
  const end = (values: readonly number[]): number => values[horizon] as number;
  const { replicates, sketch = false } = data;
  const spread = replicates > 1 && !sketch;
  return draw(
    {
      ...margins,
      ...scales(horizon),
      width,
      height,
      marks: [
        funded === null ? null : fundedPeriod(Math.min(funded, horizon)),
        shares(wordsOfTarget(target).axis),
        spread ? band(plan.months, plan.p5, plan.p95, theme.accentSofter) : null,
        spread ? band(plan.months, plan.p25, plan.p75, theme.accentSoft) : null,
        Plot.ruleY([target.share], { stroke: theme.target, strokeWidth: 1.5 }),
        ghostLine(today),
        Plot.line(plan.months, { x: plan.months, y: plan.p50, stroke: theme.accent, strokeWidth: 2.6 }),
        schoolYears(horizon, width),
        target.month <= horizon && !sketch ? answer(data, width) : null,
        endLabels(
          [
            { text: `${percent(target.share)} target`, fill: theme.target, share: target.share },
            { text: "this plan", fill: theme.accent, share: end(plan.p50) },
            ...(today ? [{ text: against, fill: theme.muted, share: end(today.p50) }] : []),
          ],
          horizon,
          height - margins.marginTop - margins.marginBottom,
        ),
      ],
    },
    {
      sentence: sentenceOf(data),
      document: options.document,
      caption: options.caption
        ? captionOf(`Line: median; bands: half and nine tenths; dotted: median ${against}.`, data)
        : undefined,
    },
  );
}

function band(months: readonly number[], low: readonly number[], high: readonly number[], fill: string): Plot.Markish {
  return Plot.areaY(months, { x: months, y1: low, y2: high, fill });
}

/** Draws the median at the target's month and says it. */
function answer({ plan, target }: FanData, width: number): Plot.Markish[] {
  const { month } = target;
  const share = plan.p50[month] as number;
  const underTarget = share < target.share && share > target.share - 0.14;
  return [
    Plot.ruleX([month], { y1: 0, y2: share, stroke: theme.accent, strokeDasharray: "1 3" }),
    Plot.dot([month], { x: [month], y: [share], r: 4.5, fill: theme.paper, stroke: theme.accent, strokeWidth: 2.6 }),
    pointLabel(`${when(month)} · ${percent(share)}`, {
      month,
      share,
      horizon: plan.months.length - 1,
      drawn: width - margins.marginLeft - margins.marginRight,
      dy: underTarget ? 18 : -14,
    }),
  ];
}

function sentenceOf(data: FanData): string {
  const { plan, today, against = usual, target, replicates } = data;
  const { measure } = wordsOfTarget(target);
  const month = Math.min(target.month, plan.months.length - 1);
  const at = (values: readonly number[]): string => percent(values[month] as number);
  const asked = targetText(target);
  if (data.sketch) return `A sketch: the line is the median of ${measure} in the runs that are there. ${asked}`;
  const spread =
    replicates === 1
      ? `In ${counted(data)}, ${measure} ${atMonth(month)} is ${at(plan.p50)}.`
      : `In half of ${counted(data)}, ${measure} ${atMonth(month)} lies between ${at(plan.p25)} and ${at(plan.p75)}; in nine tenths, between ${at(plan.p5)} and ${at(plan.p95)}. The median is ${at(plan.p50)}.`;
  const ghost = today ? ` ${capital(against)}, it would be ${at(today.p50)}.` : "";
  return `${spread}${ghost} ${asked}`;
}
