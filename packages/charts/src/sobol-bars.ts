import * as Plot from "@observablehq/plot";
import { type ChartOptions, counted, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { clear, type Interval, intervalText, known, listed, quantity } from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { domainOf } from "./value-axis.ts";
import { whisker } from "./whisker.ts";

/** Holds what {@link sobolBars} draws: shares of the variance, 0 … 1. Plain: survives JSON. */
export interface SobolBarsData extends Provenance {
  /** What varies, as in `adoption in May of year 3`. */
  readonly of: string;
  /** First-order and total index of each input. */
  readonly bars: readonly { readonly label: string; readonly first: Interval; readonly total: Interval }[];
  /** First-order and total index of luck, the seed. */
  readonly luck: { readonly first: Interval; readonly total: Interval };
}

const unit = "share of variance";

/**
 * Draws which inputs a result's variance comes from, greatest total first: filled bars alone, hollow bars with
 * interactions, and below them luck, its total striped. A bar whose interval holds zero is drawn with a broken edge and
 * no fill.
 */
export function sobolBars(data: SobolBarsData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const bars = sorted(data);
  // Two bars need more room under a label that stands above them.
  const tall = isNarrow(width) ? 28 : 16;
  const rows = rowLayout([...bars.map(({ label }) => label), "Luck (the seed)"], width, { tall });
  const all = [...bars, data.luck].flatMap(({ first, total }) => [first, total]);
  const round = domainOf([0, ...all.flatMap(({ value, low, high }) => [value, low, high])]);
  const lowest = all.reduce((least, { low }) => (known(low) ? Math.min(least, low) : least), 0);
  const domain: [number, number] = [Math.max(round[0], lowest), round[1]];
  const luck = bars.length;
  const marks = bars.flatMap(({ first, total }, y) => [
    { ...first, y1: y - rows.reach, y2: y - 0.02, filled: true },
    { ...total, y1: y + 0.02, y2: y + rows.reach, filled: false },
  ]);
  const values = [
    ...bars.map(({ first, total }, y) => ({ y, text: `${index(first)} · ${index(total)}` })),
    { y: luck, text: `${index(data.luck.first)} · ${index(data.luck.total)}` },
  ];
  return drawRows(
    {
      rows,
      axis: { domain, unit, measured: `Share of the variance of ${data.of}` },
      key: "■ alone · □ with interactions",
      marks: [
        marks.filter(({ value }) => known(value)).map((bar) => barOf(bar)),
        known(data.luck.first.value)
          ? barOf({ ...data.luck.first, y1: luck - rows.reach, y2: luck - 0.02, filled: true })
          : null,
        known(data.luck.total.value)
          ? stripes(data.luck.total, [luck + 0.02, luck + rows.reach], domain[1] - domain[0])
          : null,
        Plot.ruleX([0], { stroke: theme.ink }),
      ],
      values,
      marginRight: 92,
      sentence: sentenceOf(data),
      drawn:
        "Bars: indices with 95% intervals; a broken edge where the interval holds zero. The total of luck is striped.",
    },
    data,
    options,
  );
}

const index = ({ value }: Interval): string => (known(value) ? quantity(value, unit) : "–");

interface Bar extends Interval {
  readonly y1: number;
  readonly y2: number;
  readonly filled: boolean;
}

function barOf(bar: Bar): Plot.Markish[] {
  const sure = clear(bar);
  const edge = { stroke: theme.accent, strokeWidth: 1.5, ...(sure ? {} : { strokeDasharray: "2 3" }) };
  return [
    Plot.rect([bar], {
      x1: 0,
      x2: "value",
      y1: "y1",
      y2: "y2",
      fill: bar.filled && sure ? theme.accent : "none",
      fillOpacity: 0.6,
      ...edge,
    }),
    whisker(bar, (bar.y1 + bar.y2) / 2),
  ];
}

/** Draws luck as a striped bar, a stripe each hundredth of the axis. */
function stripes(luck: Interval, [y1, y2]: readonly [number, number], extent: number): Plot.Markish[] {
  const every = extent / 100;
  const count = Math.max(0, Math.floor(luck.value / every));
  const at = Array.from({ length: count }, (_, i) => (i + 1) * every);
  return [
    Plot.rect([luck], { x1: 0, x2: "value", y1, y2, fill: "none", stroke: theme.ink }),
    Plot.ruleX(at, { y1, y2, stroke: theme.ghost }),
    whisker(luck, (y1 + y2) / 2),
  ];
}

const sorted = ({ bars }: SobolBarsData): SobolBarsData["bars"][number][] =>
  bars.toSorted((a, b) => (known(b.total.value) ? b.total.value : -1) - (known(a.total.value) ? a.total.value : -1));

function overlap(a: Interval, b: Interval): boolean {
  return known(a.low) && known(a.high) && known(b.low) && known(b.high) ? a.low <= b.high && b.low <= a.high : true;
}

function sentenceOf(data: SobolBarsData): string {
  const { of, luck } = data;
  const bars = sorted(data).filter(({ total }) => known(total.value));
  const said = (shown: Interval): string => `${quantity(shown.value, unit)} (${intervalText(shown, unit)})`;
  const chance = known(luck.total.value)
    ? `; luck, the seed, for ${known(luck.first.value) ? `${said(luck.first)} alone and ` : ""}${said(luck.total)} with its interactions`
    : "; the share of luck is not known";
  const first = bars[0];
  if (!first) return `There are no inputs of which the share in the variance of ${of} is known${chance}.`;
  const alone = known(first.first.value) ? `${said(first.first)} alone and ` : "";
  const rivals = bars.slice(1).filter(({ total }) => overlap(total, first.total));
  const tie =
    rivals.length > 0
      ? ` Which input matters most cannot be told: the interval of ${listed(rivals.slice(0, 3).map(({ label }) => `“${label}”`))}${rivals.length > 3 ? ` and ${rivals.length - 3} more` : ""} overlaps.`
      : "";
  const blur =
    known(luck.total.value) && overlap(luck.total, first.total)
      ? " Luck cannot be told from the greatest input with so few runs."
      : "";
  const none = bars.filter(({ total }) => !clear(total)).length;
  const zero = none > 0 ? ` ${none} of ${bars.length} inputs cannot be told from no effect.` : "";
  return `Of the variance of ${of}, “${first.label}” accounts for ${alone}${said(first.total)} with its interactions${chance} (${counted(data)}).${tie}${blur}${zero}`;
}
