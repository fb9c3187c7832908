import * as Plot from "@observablehq/plot";
import { type ChartOptions, counted, type Figure, type Provenance } from "./figure.ts";
import { keyLines } from "./numbered.ts";
import {
  abbreviated,
  clear,
  difference,
  type Interval,
  intervalText,
  known,
  quantity,
  signed,
  turned,
} from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { domainOf } from "./value-axis.ts";

/** Holds what {@link pairedBars} draws: two results a row, none below zero, and the second less the first. Plain: survives JSON. */
export interface PairedBarsData extends Provenance {
  /** What is measured in all rows, as in `share of teachers or schools`. */
  readonly measured: string;
  /** Unit of the results. */
  readonly unit: string;
  /** What a sentence calls the first of each pair, as in `the other plan`; a name in quotation marks, as in `“mandate”`. */
  readonly a: string;
  /** What it calls the second, as in `the plan`. */
  readonly b: string;
  /** Rows from the top. */
  readonly rows: readonly PairedBar[];
}

/** Holds one row. */
export interface PairedBar {
  /** Where both were run, as in `Where it wins`. */
  readonly label: string;
  /** What is measured there, as in `adoption in May of year 3`. */
  readonly of: string;
  /** First result, 0 or more. */
  readonly a: number;
  /** Second result, 0 or more. */
  readonly b: number;
  /** `b` less `a` on common random numbers, with its 95% interval. */
  readonly difference: Interval;
}

/**
 * Draws two results side by side in each row, the second filled where it is told from the first: the interval of their
 * paired difference is drawn from the end of the first, and does not hold that end then.
 */
export function pairedBars(data: PairedBarsData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const { unit, a, b, measured } = data;
  const shown = data.rows.map((row, y) => ({ ...row, y }));
  const rows = rowLayout(
    shown.map(({ label }) => label),
    width,
    { tall: 32 },
  );
  const ends = shown.flatMap((row) => [row.a, row.b, ...spanOf(row)]);
  // The longest bar leaves room for its number.
  const [, most] = domainOf([0, 1.12 * Math.max(0, ...ends)]);
  const parts = [`■ ${b}`, `□ ${a}`, "├┤ 95% interval of the difference", "broken: not told from the other"];
  return drawRows(
    {
      rows,
      axis: { domain: [0, most], unit, measured },
      key: keyLines(parts, width),
      marks: [...shown.flatMap((row) => barsOf(row, unit)), Plot.ruleX([0], { stroke: theme.ink })],
      values: shown.map(({ difference: one, y }) => ({
        y,
        text: known(one.value) ? abbreviated(signed(one.value, unit)) : "–",
      })),
      valueStyle: { fill: theme.ink },
      marginRight: 76,
      sentence: sentenceOf(data),
      drawn: `Bars: means; at the right ${b} less ${a}, paired, with the 95% interval drawn from the end of the other bar.`,
    },
    data,
    options,
  );
}

/** Returns the interval of the difference, from the end of the first bar. */
const spanOf = ({ a, difference: { low, high } }: PairedBar): number[] =>
  known(low) && known(high) ? [a + low, a + high] : [];

function barsOf(row: PairedBar & { readonly y: number }, unit: string): Plot.Markish[] {
  const { a, b, y } = row;
  const told = clear(row.difference);
  const [low, high] = spanOf(row);
  const text = (value: number, from: number, at: number, fill: string): Plot.Markish =>
    Plot.text([value], { x: from, y: at, text: () => quantity(value, unit), textAnchor: "start", dx: 6, fill });
  const box = { x1: 0, strokeWidth: 1.4 } as const;
  return [
    Plot.rect([b], {
      ...box,
      x2: b,
      y1: y - 0.27,
      y2: y - 0.03,
      fill: told ? theme.accent : theme.paper,
      fillOpacity: told ? 0.6 : 1,
      stroke: theme.accent,
      ...(told ? {} : { strokeDasharray: "2 3" }),
    }),
    Plot.rect([a], { ...box, x2: a, y1: y + 0.03, y2: y + 0.27, fill: theme.paper, stroke: theme.ghost }),
    ...(low === undefined || high === undefined
      ? []
      : [
          Plot.ruleY([y - 0.15], { x1: low, x2: high, stroke: theme.ink, strokeWidth: 1.6 }),
          Plot.ruleX([low, high], { y1: y - 0.22, y2: y - 0.08, stroke: theme.ink, strokeWidth: 1.6 }),
        ]),
    text(b, Math.max(b, high ?? b), y - 0.15, theme.ink),
    text(a, a, y + 0.15, theme.muted),
  ];
}

function sentenceOf(data: PairedBarsData): string {
  const { a, b, unit } = data;
  const said = ({ label, of, difference: one, ...row }: PairedBar): string => {
    const both = `${quantity(row.b, unit)} with ${b} and ${quantity(row.a, unit)} with ${a}`;
    if (!clear(one))
      return `${label}, ${of} is ${both}, which cannot be told apart (${signed(one.value, unit)}, ${intervalText(one, unit, "difference")}).`;
    const less = one.value < 0;
    const size = less ? turned(one) : one;
    return `${label}, ${of} is ${both}: ${difference(size.value, unit)} ${less ? "less" : "more"} (${intervalText(size, unit, "difference")}).`;
  };
  if (data.rows.length === 0) return `There is nowhere to hold ${b} against ${a}.`;
  return `${data.rows.map(said).join(" ")} Means of ${counted(data)} each, paired.`;
}
