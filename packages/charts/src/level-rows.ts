import * as Plot from "@observablehq/plot";
import { type ChartOptions, counted, type Figure, type Provenance } from "./figure.ts";
import { brief, type Interval, intervalText, isTold, quantity, titled } from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { domainOf } from "./value-axis.ts";
import { whisker } from "./whisker.ts";
import { capital } from "./words.ts";

/** Holds what {@link levelRows} draws. Plain: survives JSON. */
export interface LevelRowsData extends Provenance {
  /** What is measured, as in `adoption in May of year 3`. */
  readonly of: string;
  /** Unit of the results. */
  readonly unit: string;
  /** What the rows are names of, as in `strategy` or `assumptions`. */
  readonly by: string;
  /** The result at each named level, with its 95% interval; null where it is not known. */
  readonly rows: readonly { readonly label: string; readonly result: Interval | null }[];
}

/** Draws a result at each of some named levels, a dot with its interval in a row each. */
export function levelRows(data: LevelRowsData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const { of, unit } = data;
  const rows = rowLayout(
    data.rows.map(({ label }) => label),
    width,
  );
  const shown = data.rows.flatMap(({ result }, y) => (isTold(result) ? [{ ...result, y }] : []));
  const domain = domainOf([0, ...shown.flatMap(({ value, low, high }) => [value, low, high])]);
  return drawRows(
    {
      rows,
      axis: { domain, unit, measured: titled(capital(of), unit) },
      marks: [
        Plot.ruleX([0], { stroke: theme.ink }),
        ...shown.map((one) => whisker(one, one.y, { strokeWidth: 1.6 })),
        Plot.dot(shown, { x: "value", y: "y", r: 5, fill: theme.accent, stroke: theme.paper, strokeWidth: 1.5 }),
      ],
      values: data.rows.map(({ result }, y) => ({
        y,
        text: isTold(result) ? brief(result.value, unit) : "not known",
      })),
      marginRight: 76,
      sentence: sentenceOf(data),
      drawn: "Dots: means with 95% intervals.",
    },
    data,
    options,
  );
}

function sentenceOf(data: LevelRowsData): string {
  const { of, unit, by } = data;
  const shown = data.rows.flatMap(({ label, result }) => (isTold(result) ? [{ label, result }] : []));
  const [first] = shown;
  const count = data.rows.length;
  if (!first) return `${capital(of)} is not known at any of ${count} settings of ${by}.`;
  const said = ({ label, result }: (typeof shown)[number]): string =>
    `${quantity(result.value, unit)} (${intervalText(result, unit)}) with “${label}”`;
  const basis = `(means of ${counted(data)} each)`;
  const missing = count - shown.length;
  const unknown = missing > 0 ? ` It is not known at ${missing} of ${count}.` : "";
  const highest = shown.reduce((a, b) => (b.result.value > a.result.value ? b : a));
  const lowest = shown.reduce((a, b) => (b.result.value < a.result.value ? b : a));
  if (shown.length === 1) return `${capital(of)} is ${said(first)} ${basis}.${unknown}`;
  if (highest.result.value === lowest.result.value)
    return `${capital(of)} is ${said(first)}, and the same with every other ${basis}.${unknown}`;
  return `By ${by}, ${of} is highest, ${said(highest)}, and lowest, ${said(lowest)} ${basis}.${unknown}`;
}
