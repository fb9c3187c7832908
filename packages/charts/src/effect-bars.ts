import * as Plot from "@observablehq/plot";
import { type ChartOptions, counted, type Figure, type Provenance } from "./figure.ts";
import { abbreviated, difference, type Interval, intervalText, isShare, known, titled } from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { domainOf } from "./value-axis.ts";
import { whisker } from "./whisker.ts";

/** Holds what {@link effectBars} draws: sizes of effects, none below zero. Plain: survives JSON. */
export interface EffectBarsData extends Provenance {
  /** What is moved, as in `adoption in May of year 3`. */
  readonly of: string;
  /** Unit of what is moved. */
  readonly unit: string;
  /** How far each input moves it, and whether by more or by less than luck does. */
  readonly bars: readonly {
    readonly label: string;
    readonly size: Interval;
    readonly againstLuck: "more" | "less" | "cannot tell" | null;
  }[];
  /** How far luck alone moves it; null where that is not known. */
  readonly luck: Interval | null;
}

/**
 * Draws how far inputs move a result, farthest first, filled where that is more than luck alone moves it; luck stands as a
 * band across all rows.
 */
export function effectBars(data: EffectBarsData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const { of, unit, luck } = data;
  const bars = sorted(data).map((bar, y) => ({ ...bar, y }));
  const rows = rowLayout(
    bars.map(({ label }) => label),
    width,
  );
  const sizes = [...bars.map(({ size }) => size), ...(luck ? [luck] : [])];
  const domain = domainOf([0, ...sizes.flatMap(({ value, low, high }) => [value, low, high])]);
  const moved = `How far each moves ${of}`;
  return drawRows(
    {
      rows,
      axis: {
        domain: [0, domain[1]],
        unit,
        measured: isShare(unit) ? `${moved}, points` : titled(moved, unit),
        of: "difference",
      },
      key: "■ more than luck alone   ┆ luck alone",
      marks: [
        luck && known(luck.low) && known(luck.high)
          ? Plot.rectX([luck], { x1: luck.low, x2: luck.high, fill: theme.ghost, fillOpacity: 0.18 })
          : null,
        luck && known(luck.value) ? Plot.ruleX([luck.value], { stroke: theme.ghost, strokeDasharray: "3 3" }) : null,
        ...bars.flatMap((bar) => barOf(bar)),
        Plot.ruleX([0], { stroke: theme.ink }),
      ],
      values: bars.map(({ size, y }) => ({
        y,
        text: known(size.value) ? abbreviated(difference(size.value, unit)) : "–",
      })),
      marginRight: 76,
      sentence: sentenceOf(data),
      drawn: "Bars: mean sizes of effects with 95% intervals; filled where larger than luck’s beyond chance.",
    },
    data,
    options,
  );
}

const sorted = ({ bars }: EffectBarsData): EffectBarsData["bars"][number][] =>
  bars.toSorted((a, b) => (known(b.size.value) ? b.size.value : -1) - (known(a.size.value) ? a.size.value : -1));

function barOf({ size, againstLuck, y }: EffectBarsData["bars"][number] & { readonly y: number }): Plot.Markish[] {
  const { value } = size;
  if (!known(value)) return [];
  const more = againstLuck === "more";
  return [
    Plot.rect([size], {
      x1: 0,
      x2: value,
      y1: y - 0.22,
      y2: y + 0.22,
      fill: more ? theme.accent : theme.paper,
      fillOpacity: more ? 0.6 : 1,
      stroke: theme.accent,
      strokeWidth: 1.4,
      ...(more ? {} : { strokeDasharray: "2 3" }),
    }),
    whisker(size, y, { strokeWidth: 1.6 }),
  ];
}

function sentenceOf(data: EffectBarsData): string {
  const { of, unit, luck } = data;
  const bars = sorted(data).filter(({ size }) => known(size.value));
  const [first] = bars;
  const said = (size: Interval): string =>
    `${difference(size.value, unit)} (${intervalText(size, unit, "difference")})`;
  const chance = luck && known(luck.value) ? `; luck alone moves it by ${said(luck)}` : "";
  if (!first) return `There are no inputs of which it is known how far they move ${of}${chance}.`;
  const many = `${bars.length} ${bars.length === 1 ? "input" : "inputs"}`;
  if (first.size.value === 0) return `None of ${many} moves ${of}${chance} (${counted(data)}).`;
  const next = bars.slice(1, 3).filter(({ size }) => size.value > 0);
  const then =
    next.length > 0 ? `; then ${next.map(({ label, size }) => `“${label}”, ${said(size)}`).join(" and ")}` : "";
  const more = bars.filter(({ againstLuck }) => againstLuck === "more").length;
  return `Of ${many} drawn, “${first.label}” moves ${of} farthest, by ${said(first.size)}${then}${chance} (${counted(data)}). ${more} of ${many} ${more === 1 ? "moves" : "move"} it farther than luck beyond chance.`;
}
