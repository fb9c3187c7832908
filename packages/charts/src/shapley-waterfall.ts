import * as Plot from "@observablehq/plot";
import { type ChartOptions, counted, type Figure, type Provenance } from "./figure.ts";
import {
  abbreviated,
  clear,
  difference,
  type Interval,
  intervalText,
  known,
  quantity,
  signed,
  titled,
} from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { domainOf } from "./value-axis.ts";
import { capital } from "./words.ts";

/** Holds what {@link shapleyWaterfall} draws. Plain: survives JSON. */
export interface ShapleyWaterfallData extends Provenance {
  /** What is shared out, as in `adoption in May of year 3`. */
  readonly of: string;
  /** Unit of the result. */
  readonly unit: string;
  /** The result without any of the parts. */
  readonly from: number;
  /** What each part adds (Shapley value), with its 95% interval; less than 0 where it takes away. */
  readonly parts: readonly { readonly label: string; readonly share: Interval }[];
  /** The result with all parts. */
  readonly to: number;
}

interface Step {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly share: Interval | null;
}

/** Draws how parts add up from one result to another; hollow with a broken edge where a part cannot be told from nothing. */
export function shapleyWaterfall(data: ShapleyWaterfallData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const { unit, of } = data;
  const steps = stepsOf(data).map((step, y) => ({ ...step, y }));
  const rows = rowLayout(
    steps.map(({ label }) => label),
    width,
  );
  const ends = steps.flatMap(({ from, to, share }) => [
    from,
    to,
    share && known(share.low) ? from + share.low : null,
    share && known(share.high) ? from + share.high : null,
  ]);
  const domain = domainOf([0, ...ends]);
  return drawRows(
    {
      rows,
      axis: { domain, unit, measured: titled(capital(of), unit) },
      marks: [
        Plot.ruleX([0], { stroke: theme.muted }),
        steps.slice(0, -1).map(({ to, y }) => Plot.ruleX([to], { y1: y, y2: y + 1, stroke: theme.ghost })),
        steps.map(barOf),
      ],
      values: steps.map(({ share, to, y }) => ({
        y,
        text: share ? abbreviated(signed(share.value, unit)) : quantity(to, unit),
      })),
      valueStyle: { fill: theme.ink, fontWeight: 600 },
      marginRight: 82,
      sentence: sentenceOf(data),
      drawn: "Bars: Shapley values with 95% intervals; hollow where the interval holds zero.",
    },
    data,
    options,
  );
}

function barOf({ from, to, share, y }: Step & { readonly y: number }): Plot.Markish[] {
  const total = share === null;
  const sure = total || clear(share);
  const colour = total ? theme.ghost : to < from ? theme.rust : theme.accent;
  return [
    Plot.rect([0], {
      x1: Math.min(from, to),
      x2: Math.max(from, to),
      y1: y - 0.24,
      y2: y + 0.24,
      fill: sure ? colour : theme.paper,
      fillOpacity: sure ? 0.7 : 1,
      stroke: colour,
      strokeWidth: 1.5,
      ...(sure ? {} : { strokeDasharray: "2 3" }),
    }),
    share && known(share.low) && known(share.high)
      ? Plot.ruleY([y], { x1: from + share.low, x2: from + share.high, stroke: theme.ink, strokeWidth: 1.8 })
      : null,
  ];
}

const unattributed = "Not attributed";

/** Lists totals and parts, greatest first, with what no part accounts for where that is more than a thousandth. */
function stepsOf({ from, parts, to }: ShapleyWaterfallData): Step[] {
  let at = from;
  const steps = sorted(parts).map(({ label, share }) => {
    const before = at;
    at += share.value;
    return { label, from: before, to: at, share };
  });
  const left = Math.abs(to - at) > 1e-3 * Math.max(Math.abs(to - from), Math.abs(to), Math.abs(from));
  const rest: Interval = { value: to - at, low: null, high: null };
  return [
    { label: "Without them", from: 0, to: from, share: null },
    ...steps,
    ...(left ? [{ label: unattributed, from: at, to, share: rest }] : []),
    { label: "With all of them", from: 0, to, share: null },
  ];
}

const sorted = (parts: ShapleyWaterfallData["parts"]): ShapleyWaterfallData["parts"][number][] =>
  parts.filter(({ share }) => known(share.value)).toSorted((a, b) => b.share.value - a.share.value);

function sentenceOf(data: ShapleyWaterfallData): string {
  const { of, unit, from, to } = data;
  const parts = sorted(data.parts);
  const change = `${capital(of)} goes from ${quantity(from, unit)} to ${quantity(to, unit)}, by ${difference(to - from, unit)} (mean of ${counted(data)})`;
  if (parts.length === 0) return `${change}; there are no parts to share it among.`;
  const text = ({ label, share }: (typeof parts)[number]): string =>
    `“${label}” ${signed(share.value, unit)} (${intervalText(share, unit, "difference")})`;
  const sure = parts.filter(({ share }) => clear(share));
  const unsure = parts.filter(({ share }) => !clear(share));
  const said = sure.length > 0 ? `: ${sure.map(text).join("; ")}` : "";
  const rest = unsure.length > 0 ? ` Not to be told from nothing: ${unsure.map(text).join("; ")}.` : "";
  const left = stepsOf(data).find(({ label }) => label === unattributed)?.share;
  const over = left ? ` Not attributed: ${signed(left.value, unit)}.` : "";
  return `${change}${said}.${rest}${over}`;
}
