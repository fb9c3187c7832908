import * as Plot from "@observablehq/plot";
import { type ChartOptions, captionOf, counted, draw, type Figure, type Provenance } from "./figure.ts";
import { known, number, quantity } from "./quantity.ts";
import { theme } from "./theme.ts";

/** Names one side of a map. */
export interface MapAxis {
  readonly label: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** Holds what {@link twoLeverMap} draws. Plain: survives JSON. */
export interface TwoLeverMapData extends Provenance {
  readonly x: MapAxis;
  readonly y: MapAxis;
  readonly z: { readonly label: string; readonly unit: string };
  /** The result at each pair of settings, row by row of `y`, as many as `x.values` in each; null where it is not known. */
  readonly cells: readonly (number | null)[];
}

interface Cell {
  readonly i: number;
  readonly j: number;
  readonly value: number | null;
}

/** Draws a result over two levers: the stronger the more, each cell with its number where there is room. */
export function twoLeverMap(data: TwoLeverMapData, options: ChartOptions = {}): Figure {
  const { width = 720, document } = options;
  const { x, y, z } = data;
  const cells = cellsOf(data);
  const ends = endsOf(cells);
  const margin = { marginTop: 58, marginRight: 12, marginBottom: 52, marginLeft: 62 };
  const across = (width - margin.marginLeft - margin.marginRight) / Math.max(1, x.values.length);
  const tall = Math.min(52, Math.max(20, 380 / Math.max(1, y.values.length)));
  const height =
    options.height ?? Math.round(margin.marginTop + margin.marginBottom + tall * Math.max(1, y.values.length));
  const spread = ends ? ends.high - ends.low : 0;
  const opacity = (value: number): number => 0.06 + (spread > 0 && ends ? (value - ends.low) / spread : 0.5) * 0.5;
  const filled = cells.filter((cell): cell is Cell & { value: number } => known(cell.value));
  const best = ends ? filled.filter(({ value }) => shown(value, z.unit) === shown(ends.high, z.unit)) : [];
  const square = {
    x1: (c: Cell) => c.i - 0.5,
    x2: (c: Cell) => c.i + 0.5,
    y1: (c: Cell) => c.j - 0.5,
    y2: (c: Cell) => c.j + 0.5,
  };
  const write = across >= 7.4 * Math.max(2, ...filled.map(({ value }) => shown(value, z.unit).length)) && tall >= 18;
  const every = (count: number, room: number): number => Math.max(1, Math.ceil(count / room));
  const xs = x.values.map((value, i) => ({ value, i }));
  const ys = y.values.map((value, j) => ({ value, j }));
  const label = (axis: MapAxis): string => (axis.unit === "" ? axis.label : `${axis.label}, ${axis.unit}`);
  return draw(
    {
      ...margin,
      width,
      height,
      x: { domain: [-0.5, Math.max(0.5, x.values.length - 0.5)], axis: null },
      y: { domain: [-0.5, Math.max(0.5, y.values.length - 0.5)], axis: null },
      marks: [
        Plot.rect(filled, {
          ...square,
          fill: theme.accent,
          fillOpacity: ({ value }) => opacity(value),
          stroke: theme.paper,
        }),
        Plot.rect(
          cells.filter(({ value }) => !known(value)),
          { ...square, fill: "none", stroke: theme.ghost, strokeDasharray: "2 3", inset: 2 },
        ),
        Plot.text(
          cells.filter(({ value }) => !known(value)),
          { x: "i", y: "j", text: () => "×", fill: theme.muted },
        ),
        best.length < filled.length
          ? Plot.rect(best, { ...square, fill: "none", stroke: theme.ink, strokeWidth: 2, inset: 1.5 })
          : null,
        Plot.text(write ? filled : best.length < filled.length && across >= 14 ? best : [], {
          x: "i",
          y: "j",
          text: ({ value }) => (write ? shown(value, z.unit) : "★"),
          fill: theme.ink,
        }),
        Plot.text(
          xs.filter(({ i }) => i % every(xs.length, (width - 80) / 54) === 0),
          {
            x: "i",
            text: ({ value }) => brief(value, x.unit),
            frameAnchor: "bottom",
            lineAnchor: "top",
            dy: 8,
            fill: theme.muted,
          },
        ),
        Plot.text(
          ys.filter(({ j }) => j % every(ys.length, (tall * ys.length) / 18) === 0),
          {
            y: "j",
            text: ({ value }) => brief(value, y.unit),
            frameAnchor: "left",
            textAnchor: "end",
            dx: -8,
            fill: theme.muted,
          },
        ),
        Plot.text([`${label(x)} →`], {
          frameAnchor: "bottom-right",
          lineAnchor: "top",
          textAnchor: "end",
          dy: 28,
          fill: theme.ink,
        }),
        Plot.text([`↑ ${label(y)}`], {
          frameAnchor: "top-left",
          lineAnchor: "top",
          dx: -margin.marginLeft,
          dy: -margin.marginTop + 28,
          fill: theme.ink,
        }),
        Plot.text(
          [`${z.label}${ends ? `: ${shown(ends.low, z.unit)} (faint) to ${shown(ends.high, z.unit)} (strong)` : ""}`],
          {
            frameAnchor: "top-left",
            lineAnchor: "top",
            dx: -margin.marginLeft,
            dy: -margin.marginTop + 4,
            fill: theme.muted,
          },
        ),
      ],
    },
    {
      sentence: sentenceOf(data),
      document,
      caption: options.caption ? captionOf("Cells: means; outlined: highest; ×: not known.", data) : undefined,
    },
  );
}

/** Writes a value without the noun behind it, which the axis names. */
function brief(value: number, unit: string): string {
  return /^(share|chance|probability|\$|dollars)/.test(unit) ? quantity(value, unit) : number(value);
}

const shown = brief;

function cellsOf({ x, cells }: TwoLeverMapData): Cell[] {
  return cells.map((value, c) => ({ i: c % x.values.length, j: Math.floor(c / x.values.length), value }));
}

function endsOf(cells: readonly Cell[]): { low: number; high: number } | null {
  const values = cells.map(({ value }) => value).filter(known);
  if (values.length === 0) return null;
  return values.reduce((e, v) => ({ low: Math.min(e.low, v), high: Math.max(e.high, v) }), {
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
  });
}

function sentenceOf(data: TwoLeverMapData): string {
  const { x, y, z } = data;
  const cells = cellsOf(data);
  const filled = cells.filter((cell): cell is Cell & { value: number } => known(cell.value));
  const ends = endsOf(cells);
  if (!ends) return `${z.label} is not known at any setting of ${x.label} and ${y.label}.`;
  const value = (v: number): string => quantity(v, z.unit);
  const setting = ({ i, j }: Cell): string =>
    `${x.label} ${quantity(x.values[i] as number, x.unit)} and ${y.label} ${quantity(y.values[j] as number, y.unit)}`;
  const like = (end: number) => filled.filter((cell) => shown(cell.value, z.unit) === shown(end, z.unit));
  const where = (some: Cell[]): string =>
    some.length === 1
      ? `at ${setting(some[0] as Cell)}`
      : `at ${some.length} settings that tie, ${setting(some[0] as Cell)} among them`;
  const missing = cells.length - filled.length;
  const unknown = missing > 0 ? ` It is not known at ${missing} of ${cells.length} settings.` : "";
  const basis = `(means of ${counted(data)} at each of ${cells.length} ${cells.length === 1 ? "setting" : "settings"}; no interval is known)`;
  if (filled.length === 1) return `${z.label} is ${value(ends.high)} ${where(filled)} ${basis}.${unknown}`;
  if (shown(ends.low, z.unit) === shown(ends.high, z.unit))
    return `${z.label} is ${value(ends.high)} at every setting of ${x.label} and ${y.label} ${basis}.${unknown}`;
  return `${z.label} is highest, ${value(ends.high)}, ${where(like(ends.high))}, and lowest, ${value(ends.low)}, ${where(like(ends.low))} ${basis}.${unknown}`;
}
