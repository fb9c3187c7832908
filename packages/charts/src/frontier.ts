import * as Plot from "@observablehq/plot";
import { draw } from "./draw.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { clear, difference, type Interval, intervalText, known, listed, quantity, range } from "./quantity.ts";
import { fold } from "./rows.ts";
import { setApart } from "./set-apart.ts";
import { theme } from "./theme.ts";
import { domainOf, titleBelow, valuesAlong, valuesUp } from "./value-axis.ts";
import { capital } from "./words.ts";

/** Holds what {@link frontier} draws. Plain: survives JSON. */
export interface FrontierData extends Provenance {
  /** What the money buys, as in `chance of the target`. */
  readonly of: string;
  /** Unit of what it buys (default a share). */
  readonly unit?: string;
  /** What plans are set out along (default their budget, in dollars of 2024). */
  readonly along?: { readonly label: string; readonly unit: string };
  /** The best plan found at each budget, or the plans that none beats. */
  readonly points: readonly {
    /** Where it stands along the axis. */
    readonly budget: number;
    readonly value: Interval;
    readonly label: string;
    /** Whether another plan at the same budget cannot be told from it; or this one from the point before, on a frontier. */
    readonly tied: boolean;
    /** What it adds to the point before, of runs that both made; where it is left out, intervals alone are compared. */
    readonly gain?: Interval | null;
  }[];
}

const budgets = { label: "Budget, dollars of 2024", unit: "dollars" };

/** Pixels between the frame and the points at its ends, which would cover their numbers. */
const inset = 10;

/**
 * Draws what each budget buys, or the plans that none beats, numbered and listed below; hollow where plans tie. A number
 * that would cover another stands beside its point.
 */
export function frontier(data: FrontierData, options: ChartOptions = {}): Figure {
  const { width = 720, document } = options;
  const { of, unit = "share", along = budgets } = data;
  const points = numbered(data);
  const narrow = isNarrow(width);
  const line = narrow ? 38 : 20;
  const listHeight = points.length * line + (points.length > 0 ? 14 : 0);
  const frame = Math.round(Math.min(320, Math.max(220, width * 0.45)));
  const { height = frame + listHeight } = options;
  const margin = { marginTop: 34, marginRight: 30, marginBottom: 50 + listHeight, marginLeft: 52 };
  const most = Math.max(0, ...points.map(({ budget }) => budget));
  // Nothing costs less than nothing: where all of it is free, the axis still begins at zero.
  const xs: [number, number] = most > 0 ? domainOf([0, most]) : [0, along.unit === "dollars" ? 1_000_000 : 1];
  const ys = domainOf([0, ...points.flatMap(({ value }) => [value.value, value.low, value.high])]);
  const title = capital(of);
  const left = margin.marginLeft + inset;
  const across = width - left - margin.marginRight - inset;
  const extent = xs[1] - xs[0];
  const up = (height - margin.marginTop - margin.marginBottom - 2 * inset) / (ys[1] - ys[0]);
  // Rounding may lift a point at the end of the axis above it, which is no reason to move it.
  const places = points.map(({ budget, value }) => ({
    x: left + Math.min(1, (budget - xs[0]) / extent) * across,
    y: value.value * up,
  }));
  const set = setApart(places, { least: 20, from: left, to: left + across });
  const marked = points.map((point, i) => ({
    ...point,
    at: set[i] === places[i]!.x ? point.budget : xs[0] + ((set[i]! - left) / across) * extent,
  }));
  const moved = marked.filter(({ budget, at }) => at !== budget);
  return draw(
    {
      ...margin,
      width,
      height,
      inset,
      x: { domain: xs, axis: null },
      y: { domain: ys, axis: null },
      marks: [
        valuesUp({ domain: ys, unit, measured: title }, { ...margin, width }),
        valuesAlong({ domain: xs, unit: along.unit, measured: "", count: narrow ? 3 : 5 }, { ...margin, width }),
        Plot.ruleY([ys[0]], { stroke: theme.muted }),
        titleBelow([along.label]),
        Plot.line(points, { x: "budget", y: ({ value }) => value.value, stroke: theme.accent, strokeWidth: 2 }),
        Plot.ruleX(
          points.filter(({ value }) => known(value.low) && known(value.high)),
          {
            x: "budget",
            y1: ({ value }) => value.low,
            y2: ({ value }) => value.high,
            stroke: theme.ink,
            strokeWidth: 1.4,
          },
        ),
        Plot.ruleY(moved, { x1: "budget", x2: "at", y: ({ value }) => value.value, stroke: theme.ink }),
        Plot.dot(moved, { x: "budget", y: ({ value }) => value.value, r: 3.5, fill: theme.accent }),
        Plot.dot(marked, {
          x: "at",
          y: ({ value }) => value.value,
          r: 9,
          fill: ({ tied }) => (tied ? theme.paper : theme.accent),
          stroke: theme.accent,
          strokeWidth: 2,
        }),
        Plot.text(marked, {
          x: "at",
          y: ({ value }) => value.value,
          text: ({ n }) => String(n),
          fill: ({ tied }) => (tied ? theme.ink : theme.paper),
          fontSize: 11,
          fontWeight: 700,
        }),
        points.map((point, i) =>
          Plot.text([listing(point, data, width)], {
            frameAnchor: "bottom-left",
            lineAnchor: "top",
            dx: -margin.marginLeft,
            dy: 56 + i * line,
            fill: theme.ink,
            lineHeight: 1.25,
          }),
        ),
      ],
    },
    {
      sentence: sentenceOf(data),
      document,
      caption: options.caption
        ? captionOf(
            `Points: means with 95% intervals; hollow: ${data.along ? "not told from the point before" : "another plan at that budget cannot be told from it"}.`,
            data,
          )
        : undefined,
    },
  );
}

type Point = FrontierData["points"][number] & { readonly n: number };

function numbered({ points }: FrontierData): Point[] {
  return points
    .filter(({ budget, value }) => known(budget) && known(value.value))
    .toSorted((a, b) => a.budget - b.budget)
    .map((point, i) => ({ ...point, n: i + 1 }));
}

/** Writes a point in a line, or in two where the chart is narrow. */
function listing(
  { n, budget, value, label, tied }: Point,
  { unit = "share", along }: FrontierData,
  width: number,
): string {
  const interval = known(value.low) && known(value.high) ? ` (${range(value.low, value.high, unit)})` : "";
  const figures = `${n}${tied ? " ○" : " ●"}  ${quantity(budget, (along ?? budgets).unit)}  ${quantity(value.value, unit)}${interval}`;
  const name = `${label}${tied && !along ? " – tied" : ""}`;
  if (isNarrow(width)) return `${figures}\n      ${fold(name, Math.floor(width / 7.4), 1).join("")}`;
  return `${figures}  ${fold(name, Math.max(12, Math.floor(width / 7) - figures.length), 1).join("")}`;
}

function sentenceOf(data: FrontierData): string {
  const { of, unit = "share", along = budgets } = data;
  const points = numbered(data);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return `There is no ${data.along ? "plan" : "budget"} at which ${of} is known.`;
  const place = data.along ? "at" : "for";
  const said = ({ value, budget, label }: Point): string =>
    `${quantity(value.value, unit)} (${intervalText(value, unit)}) ${place} ${quantity(budget, along.unit)} with “${label}”`;
  const basis = `(means of ${counted(data)}${along.unit === "dollars" ? ", dollars of 2024" : ""})`;
  const verdict = points.length > 1 ? gainText(data, first, last) : "";
  const ties = tieText(data, points);
  if (points.length === 1) return `${capital(of)} is ${said(first)} ${basis}.${ties}`;
  return `${capital(of)} is ${said(first)}, and ${said(last)} ${basis}.${verdict}${ties}`;
}

/** Says of which points another plan ties, or which are not told from the one before. */
function tieText(data: FrontierData, points: readonly Point[]): string {
  const { along = budgets } = data;
  const tied = points.filter((point) => point.tied);
  if (tied.length === 0) return "";
  const names = listed(tied.map(({ budget }) => quantity(budget, along.unit)));
  if (data.along) return ` Not told from the point before: ${names}.`;
  const where = tied.length === points.length && tied.length > 1 ? "every budget" : names;
  return ` At ${where}, another plan ties: ${counted(data)} cannot tell which is better.`;
}

/** Says what the last of two budgets adds where both made the same runs; else where their intervals overlap. */
function gainText(data: FrontierData, first: Point, last: Point): string {
  const { unit = "share" } = data;
  if (data.along) return "";
  const { gain } = last;
  if (gain !== undefined) {
    if (gain === null || !known(gain.low) || !known(gain.high)) return "";
    return clear(gain)
      ? ` The last step of money adds ${difference(gain.value, unit)} (${intervalText(gain, unit, "difference")}, same worlds and luck).`
      : " Whether the last step of money adds anything cannot be told.";
  }
  const known95 = [first, last].every(({ value }) => known(value.low) && known(value.high));
  const overlap =
    known95 &&
    (first.value.low as number) <= (last.value.high as number) &&
    (last.value.low as number) <= (first.value.high as number);
  return overlap
    ? " The intervals of the smallest and the largest budget overlap: whether more money buys more cannot be told from them."
    : "";
}
