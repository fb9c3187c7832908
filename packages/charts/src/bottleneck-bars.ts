import * as Plot from "@observablehq/plot";
import type { BottleneckData } from "./bottleneck-data.ts";
import { type ChartOptions, counted, type Figure } from "./figure.ts";
import {
  abbreviated,
  clear,
  difference,
  type Interval,
  intervalText,
  isTold,
  known,
  listed,
  signed,
} from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { domainOf } from "./value-axis.ts";
import { whisker } from "./whisker.ts";

/**
 * Draws what a result gains if each step on the way to the practice were half as hard, largest first: filled where the
 * 95% interval lies clear of zero, hollow with a broken edge where it does not; no bar where nobody takes the step.
 *
 * @example
 * ```ts
 * import { bottleneckBars, bottleneckData } from "@uptake/charts";
 * import { scenario } from "@uptake/model";
 * import { bottlenecks } from "@uptake/study/funnel";
 * import { JSDOM } from "jsdom";
 *
 * const found = await bottlenecks(scenario({ district: "small-rural", strategy: "coaching-only" }), { replicates: 4 });
 * console.log(bottleneckBars(bottleneckData(found), { document: new JSDOM().window.document }).sentence);
 * ```
 */
export function bottleneckBars(data: BottleneckData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const { of, unit } = data;
  const steps = sorted(data).map((step, y) => ({ ...step, y }));
  const rows = rowLayout(
    steps.map(({ label }) => label),
    width,
  );
  const told = steps.filter(isKnown);
  const ends = [0, ...told.flatMap(({ gain: { value, low, high } }) => [value, low, high])].filter(known);
  const round = domainOf(ends);
  const domain: [number, number] = [Math.max(round[0], Math.min(...ends)), round[1]];
  return drawRows(
    {
      rows,
      axis: { domain, unit, measured: `Gain in ${of}, points`, of: "difference" },
      key: `with a step’s odds doubled,${width < 330 ? "\n" : " "}or halved for a step away`,
      marks: [told.map(barOf), Plot.ruleX([0], { stroke: theme.ink })],
      values: steps.map(({ gain, y }) => ({
        y,
        text: isTold(gain) ? abbreviated(signed(gain.value, unit)) : "nobody does",
      })),
      marginRight: 100,
      sentence: sentenceOf(data),
      drawn: "Bars: means of paired runs, eased less as set, with 95% intervals; hollow where the interval holds zero.",
    },
    data,
    options,
  );
}

type Step = BottleneckData["steps"][number];
type Told = Step & { readonly gain: Interval };

const isKnown = <S extends Step>(step: S): step is S & Told => isTold(step.gain);

function barOf({ gain, y }: Told & { readonly y: number }): Plot.Markish[] {
  const { value } = gain;
  const sure = clear(gain);
  const colour = value < 0 ? theme.rust : theme.accent;
  return [
    Plot.rect([0], {
      x1: Math.min(0, value),
      x2: Math.max(0, value),
      y1: y - 0.24,
      y2: y + 0.24,
      fill: sure ? colour : theme.paper,
      fillOpacity: sure ? 0.7 : 1,
      stroke: colour,
      strokeWidth: 1.5,
      ...(sure ? {} : { strokeDasharray: "2 3" }),
    }),
    whisker(gain, y),
  ];
}

/** Lists steps, largest gain first, those of which nothing can be told last. */
const sorted = ({ steps }: BottleneckData): Step[] =>
  steps.toSorted(
    (a, b) =>
      (isKnown(b) ? b.gain.value : Number.NEGATIVE_INFINITY) - (isKnown(a) ? a.gain.value : Number.NEGATIVE_INFINITY) ||
      0,
  );

function sentenceOf(data: BottleneckData): string {
  const { of, unit } = data;
  const steps = sorted(data);
  const [first, ...others] = steps.filter(isKnown);
  const still = steps.filter((step) => !isKnown(step));
  const rest =
    still.length === 0
      ? ""
      : ` Nobody takes ${still.length === 1 ? "the step" : "the steps"} ${listed(still.map(({ label }) => `“${label}”`))}, so nothing can be told of ${still.length === 1 ? "it" : "them"}.`;
  if (!first) return `What holds ${of} back cannot be told.${rest}`;
  const text = ({ label, gain }: Told): string =>
    `${signed(gain.value, unit)} at “${label}” (${intervalText(gain, unit, "difference")})`;
  if (!clear(first.gain) || first.gain.value <= 0)
    return `No step can be told to hold ${of} back: half as hard, none adds what can be told from nothing; the most is ${text(first)} (means of ${counted(data)}).${rest}`;
  const most = `If one step were half as hard, ${of} would gain most, ${difference(first.gain.value, unit)} (${intervalText(first.gain, unit, "difference")}), at “${first.label}”`;
  const tie = data.clear || others.length === 0 ? "" : ", though this cannot be told from the most at every other step";
  const sure = others.filter(({ gain }) => clear(gain));
  const next = sure.length > 0 ? `; then ${sure.slice(0, 2).map(text).join(" and ")}` : "";
  const unsure = others.length - sure.length;
  const none = unsure > 0 ? ` ${unsure} of ${others.length + 1} steps cannot be told from no gain.` : "";
  return `${most}${tie}${next} (means of ${counted(data)}).${none}${rest}`;
}
