import * as Plot from "@observablehq/plot";
import { draw } from "./draw.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { known, quantity, titled } from "./quantity.ts";
import { theme } from "./theme.ts";
import { domainOf, titleBelow, titleOf, valuesAlong, valuesUp } from "./value-axis.ts";

/** Gives the ends of one side of a box; null where the box is not bounded. */
export type Side = readonly [number | null, number | null];

/** Holds what {@link boxScatter} draws. Plain: survives JSON. */
export interface BoxScatterData extends Provenance {
  /** Label and unit of the horizontal axis. */
  readonly x: { readonly label: string; readonly unit: string };
  /** Label and unit of the vertical axis. */
  readonly y: { readonly label: string; readonly unit: string };
  /** Worlds, each a case of interest (a failure, say) or not. */
  readonly points: readonly { readonly x: number | null; readonly y: number | null; readonly hit: boolean }[];
  /** Sides of the box along both axes. */
  readonly box: { readonly x: Side; readonly y: Side };
  /** Says what the box tells, with its density and coverage. */
  readonly sentence: string;
}

/** Draws worlds over two inputs, the cases of interest as crosses, others as small rings, with the box that holds them. */
export function boxScatter(data: BoxScatterData, options: ChartOptions = {}): Figure {
  const { width = 720, height = Math.round(Math.min(440, Math.max(300, width * 0.6))), document } = options;
  const { x, y, box } = data;
  const points = data.points.filter((p): p is { x: number; y: number; hit: boolean } => known(p.x) && known(p.y));
  const xs = domainOf([...points.map((p) => p.x), ...box.x]);
  const ys = domainOf([...points.map((p) => p.y), ...box.y]);
  const margin = { marginTop: 58, marginRight: 16, marginBottom: 50, marginLeft: 52 };
  const title = ({ label, unit }: BoxScatterData["x"]): string => titled(label, unit);
  const [left, right, bottom, top] = [box.x[0] ?? xs[0], box.x[1] ?? xs[1], box.y[0] ?? ys[0], box.y[1] ?? ys[1]];
  const edge = { stroke: theme.ink, strokeWidth: 2 };
  return draw(
    {
      ...margin,
      width,
      height,
      x: { domain: xs, axis: null },
      y: { domain: ys, axis: null },
      marks: [
        Plot.rect([0], { x1: left, x2: right, y1: bottom, y2: top, fill: theme.rust, fillOpacity: 0.12 }),
        valuesUp({ domain: ys, unit: y.unit, measured: `↑ ${title(y)}` }, { ...margin, width, marginTop: 30 }),
        valuesAlong(
          { domain: xs, unit: x.unit, measured: "× case of interest   ○ other", count: isNarrow(width) ? 3 : 5 },
          { ...margin, width },
        ),
        titleBelow(titleOf(title(x), width - margin.marginLeft - 24)),
        Plot.dot(
          points.filter(({ hit }) => !hit),
          { x: "x", y: "y", r: 2.6, stroke: theme.ghost, strokeWidth: 1.2 },
        ),
        Plot.dot(
          points.filter(({ hit }) => hit),
          { x: "x", y: "y", r: 4, symbol: "times", stroke: theme.rust, strokeWidth: 1.8 },
        ),
        known(box.x[0]) ? Plot.ruleX([left], { y1: bottom, y2: top, ...edge }) : null,
        known(box.x[1]) ? Plot.ruleX([right], { y1: bottom, y2: top, ...edge }) : null,
        known(box.y[0]) ? Plot.ruleY([bottom], { x1: left, x2: right, ...edge }) : null,
        known(box.y[1]) ? Plot.ruleY([top], { x1: left, x2: right, ...edge }) : null,
      ],
    },
    {
      sentence: sentenceOf(data, points),
      document,
      caption: options.caption ? captionOf("Shaded: the box, without an edge where it has no bound.", data) : undefined,
    },
  );
}

function sentenceOf(data: BoxScatterData, points: readonly { x: number; y: number; hit: boolean }[]): string {
  const { x, y, box } = data;
  const said = data.sentence.trim().replace(/([^.!?…])$/, "$1.");
  if (points.length === 0) return `${said} There are no points to draw (${counted(data)}).`;
  const within = (value: number, [low, high]: Side): boolean => value >= (low ?? value) && value <= (high ?? value);
  const inside = points.filter((p) => within(p.x, box.x) && within(p.y, box.y));
  const hits = points.filter(({ hit }) => hit).length;
  const held = inside.filter(({ hit }) => hit).length;
  const side = ({ label, unit }: BoxScatterData["x"], [low, high]: Side): string | null =>
    known(low) && known(high)
      ? `“${label}” from ${quantity(low, unit)} to ${quantity(high, unit)}`
      : known(low)
        ? `“${label}” of ${quantity(low, unit)} or more`
        : known(high)
          ? `“${label}” of ${quantity(high, unit)} or less`
          : null;
  const sides = [side(x, box.x), side(y, box.y)].filter((one) => one !== null);
  const where = sides.length === 0 ? "The box has no bound on either axis" : `With ${sides.join(" and ")}`;
  const dropped = data.points.length - points.length;
  return `${said} ${where}, ${inside.length} of ${points.length} points lie in the box, among them ${held} of the ${hits} cases of interest (${counted(data)})${dropped > 0 ? `; ${dropped} more are not known` : ""}.`;
}
