import * as Plot from "@observablehq/plot";
import { draw } from "./draw.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { intervalText, known, number, quantity } from "./quantity.ts";
import { theme } from "./theme.ts";
import { domainOf, titleBelow, valuesAlong, valuesUp } from "./value-axis.ts";
import { capital } from "./words.ts";

/** Holds what {@link responseCurve} draws. Plain: survives JSON. */
export interface ResponseCurveData extends Provenance {
  /** The setting that varies, with its values. */
  readonly x: { readonly label: string; readonly unit: string; readonly values: readonly number[] };
  /** What is measured, as in `adoption in May of year 3`. */
  readonly y: { readonly label: string; readonly unit: string };
  /** The result at each value, with its 95% interval; null where it is not known. */
  readonly points: readonly {
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

interface Point {
  readonly x: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Draws a result along one setting: a mean with its interval at each value, joined by straight lines. */
export function responseCurve(data: ResponseCurveData, options: ChartOptions = {}): Figure {
  const { width = 720, height = Math.round(Math.min(340, Math.max(240, width * 0.48))), document } = options;
  const { x, y } = data;
  const points = pointsOf(data);
  const margin = { width, marginTop: 34, marginRight: 20, marginBottom: 52, marginLeft: 56 };
  const ys = domainOf([0, ...points.flatMap(({ value, low, high }) => [value, low, high])]);
  const xs = domainOf(points.map((point) => point.x));
  const ranged = points.filter(({ low, high }) => known(low) && known(high));
  return draw(
    {
      ...margin,
      height,
      x: { domain: xs, axis: null },
      y: { domain: ys, axis: null },
      marks: [
        valuesUp({ domain: ys, unit: y.unit, measured: capital(y.label) }, margin),
        valuesAlong({ domain: xs, unit: x.unit, measured: "", count: isNarrow(width) ? 3 : 6 }, margin),
        Plot.ruleY([0], { stroke: theme.muted }),
        titleBelow([capital(x.unit === "" ? x.label : `${x.label}, ${x.unit}`)]),
        Plot.line(points, { x: "x", y: "value", stroke: theme.accent, strokeWidth: 2 }),
        Plot.ruleX(ranged, { x: "x", y1: "low", y2: "high", stroke: theme.ink, strokeWidth: 1.4 }),
        Plot.dot(points, { x: "x", y: "value", r: 4, fill: theme.accent, stroke: theme.paper, strokeWidth: 1.5 }),
      ],
    },
    {
      sentence: sentenceOf(data),
      document,
      caption: options.caption ? captionOf("Points: means with 95% intervals.", data) : undefined,
    },
  );
}

function pointsOf({ x, points }: ResponseCurveData): Point[] {
  return points
    .flatMap(({ value, low, high }, i): Point[] => {
      const at = x.values[i];
      return known(value) && known(at) ? [{ x: at, value, low, high }] : [];
    })
    .toSorted((a, b) => a.x - b.x);
}

function sentenceOf(data: ResponseCurveData): string {
  const { x, y } = data;
  const points = pointsOf(data);
  const [first] = points;
  if (!first) return `${capital(y.label)} is not known at any value of ${x.label}.`;
  const basis = `(means of ${counted(data)} at each of ${points.length} ${points.length === 1 ? "value" : "values"})`;
  const setting = (at: number): string => (x.unit === "share" ? quantity(at, x.unit) : number(at));
  const said = (point: Point): string =>
    `${quantity(point.value, y.unit)} (${intervalText(point, y.unit)}) at ${x.label} ${setting(point.x)}`;
  const highest = points.reduce((most, point) => (point.value > most.value ? point : most));
  const lowest = points.reduce((least, point) => (point.value < least.value ? point : least));
  if (highest.value === lowest.value)
    return `${capital(y.label)} is ${said(first)}, and at every other value ${basis}.`;
  return `${capital(y.label)} is highest, ${said(highest)}, and lowest, ${said(lowest)} ${basis}.`;
}
