import * as Plot from "@observablehq/plot";
import { draw } from "./draw.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { brief, intervalText, known, quantity } from "./quantity.ts";
import { foldEvenly } from "./rows.ts";
import { theme } from "./theme.ts";
import { titleBelow, titleOf } from "./value-axis.ts";
import { capital } from "./words.ts";

/** Names one side of a map: its numbers, or names. */
export interface MapAxis {
  /** What the side is, as in `coaching.release`. */
  readonly label: string;
  /** Unit of its numbers; empty for names. */
  readonly unit: string;
  /** Its settings, in the order in which they are drawn. */
  readonly values: readonly (number | string)[];
}

/** Holds what {@link twoLeverMap} draws. Plain: survives JSON. */
export interface TwoLeverMapData extends Provenance {
  /** Settings across. */
  readonly x: MapAxis;
  /** Settings up. */
  readonly y: MapAxis;
  /** Label and unit of the result. */
  readonly z: { readonly label: string; readonly unit: string };
  /** The result at each pair of settings, row by row of `y`, as many as `x.values` in each; null where it is not known. */
  readonly cells: readonly (number | null)[];
  /** The 95% interval of each cell, in the same order; null where it is not known (default nowhere known). */
  readonly intervals?: readonly (readonly [low: number, high: number] | null)[];
}

interface Cell {
  readonly i: number;
  readonly j: number;
  readonly value: number | null;
  readonly interval: readonly [low: number, high: number] | null;
}

/** Draws a result over two levers: the stronger the more, each cell with its number where there is room. */
export function twoLeverMap(data: TwoLeverMapData, options: ChartOptions = {}): Figure {
  const { width = 720, document } = options;
  const { x, y, z } = data;
  const cells = cellsOf(data);
  const ends = endsOf(cells);
  const label = (axis: MapAxis): string => (axis.unit === "" ? axis.label : `${axis.label}, ${axis.unit}`);
  const upward = titleOf(`↑ ${label(y)}`, width, 2);
  const strength = titleOf(
    `${capital(z.label)}${ends ? `: ${brief(ends.low, z.unit)} (faint) to ${brief(ends.high, z.unit)} (strong)` : ""}`,
    width,
    2,
  );
  const tall = Math.min(52, Math.max(20, 380 / Math.max(1, y.values.length)));
  const sides = y.values.map((value) => settingText(value, y.unit, isNarrow(width) ? 14 : 24, tall < 30 ? 1 : 2));
  const longest = Math.max(0, ...sides.flat().map((line) => line.length));
  const [left, right] = [Math.max(62, 20 + 7 * longest), 12];
  const across = (width - left - right) / Math.max(1, x.values.length);
  const along = titleOf(label(x), width - left - 24, 2);
  const settings = x.values.map((value) => settingText(value, x.unit, Math.floor(across / 7), 3));
  const below = 15 + 13 * Math.max(1, ...settings.map((lines) => lines.length));
  const margin = {
    marginTop: 32 + 13 * (strength.length + upward.length),
    marginRight: right,
    marginBottom: below + 11 + 13 * along.length,
    marginLeft: left,
  };
  const height =
    options.height ?? Math.round(margin.marginTop + margin.marginBottom + tall * Math.max(1, y.values.length));
  const spread = ends ? ends.high - ends.low : 0;
  const opacity = (value: number): number => 0.06 + (spread > 0 && ends ? (value - ends.low) / spread : 0.5) * 0.44;
  const filled = cells.filter((cell): cell is Cell & { value: number } => known(cell.value));
  const best = ends ? filled.filter(({ value }) => value === ends.high) : [];
  const square = {
    x1: (c: Cell) => c.i - 0.5,
    x2: (c: Cell) => c.i + 0.5,
    y1: (c: Cell) => c.j - 0.5,
    y2: (c: Cell) => c.j + 0.5,
  };
  const write = across >= 7.4 * Math.max(2, ...filled.map(({ value }) => brief(value, z.unit).length)) && tall >= 18;
  const every = (count: number, room: number): number => Math.max(1, Math.ceil(count / room));
  const xs = x.values.map((value, i) => ({ value, text: settings[i]!.join("\n"), i }));
  const ys = sides.map((lines, j) => ({ text: lines.join("\n"), j }));
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
          text: ({ value }) => (write ? brief(value, z.unit) : "★"),
          fill: theme.ink,
        }),
        Plot.text(
          xs.filter(({ i, value }) => typeof value === "string" || i % every(xs.length, (width - 80) / 54) === 0),
          {
            x: "i",
            text: "text",
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
            text: "text",
            frameAnchor: "left",
            textAnchor: "end",
            dx: -8,
            fill: theme.muted,
          },
        ),
        titleBelow(along, theme.ink, below),
        Plot.text([upward.join("\n")], {
          frameAnchor: "top-left",
          lineAnchor: "top",
          dx: -margin.marginLeft,
          dy: -17 - 13 * upward.length,
          fill: theme.ink,
        }),
        Plot.text([strength.join("\n")], {
          frameAnchor: "top-left",
          lineAnchor: "top",
          dx: -margin.marginLeft,
          dy: -margin.marginTop + 4,
          fill: theme.muted,
        }),
      ],
    },
    {
      sentence: sentenceOf(data),
      document,
      caption: options.caption ? captionOf("Cells: means; outlined: highest; ×: not known.", data) : undefined,
    },
  );
}

/** Writes a value of an axis: a number, or a name in so many lines, which may end at hyphens; cut where it needs more. */
function settingText(value: number | string, unit: string, room: number, lines: number): string[] {
  if (typeof value === "number") return [brief(value, unit)];
  return foldEvenly(value.replaceAll("-", "- "), Math.max(4, room), lines).map((line) => line.replaceAll("- ", "-"));
}

function cellsOf({ x, cells, intervals = [] }: TwoLeverMapData): Cell[] {
  return cells.map((value, c) => ({
    i: c % x.values.length,
    j: Math.floor(c / x.values.length),
    value,
    interval: intervals[c] ?? null,
  }));
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
  if (!ends) return `${capital(z.label)} is not known at any setting of ${x.label} and ${y.label}.`;
  const value = (cell: Cell & { value: number }): string => {
    const [low, high] = cell.interval ?? [null, null];
    const within = cell.interval === null ? "" : ` (${intervalText({ value: cell.value, low, high }, z.unit)})`;
    return `${quantity(cell.value, z.unit)}${within}`;
  };
  const side = (axis: MapAxis, at: number): string => {
    const setting = axis.values[at] as number | string;
    return typeof setting === "number"
      ? `“${axis.label}” ${quantity(setting, axis.unit)}`
      : `${axis.label} “${setting}”`;
  };
  const setting = ({ i, j }: Cell): string => `${side(x, i)} and ${side(y, j)}`;
  const like = (end: number) => filled.filter((cell) => cell.value === end);
  const where = (some: Cell[]): string =>
    some.length === 1
      ? `at ${setting(some[0] as Cell)}`
      : `equally at ${some.length} settings, ${setting(some[0] as Cell)} among them`;
  const missing = cells.length - filled.length;
  const unknown = missing > 0 ? ` It is not known at ${missing} of ${cells.length} settings.` : "";
  const none = filled.every(({ interval }) => interval === null) ? "; no interval is known" : "";
  const basis = `(means of ${counted(data)} at each of ${cells.length} ${cells.length === 1 ? "setting" : "settings"}${none})`;
  const [highest, lowest] = [like(ends.high), like(ends.low)] as const;
  const [most, least] = [highest[0], lowest[0]] as [Cell & { value: number }, Cell & { value: number }];
  if (filled.length === 1) return `${capital(z.label)} is ${value(most)} ${where(filled)} ${basis}.${unknown}`;
  if (ends.low === ends.high)
    return `${capital(z.label)} is ${value(most)} at every setting of ${x.label} and ${y.label} ${basis}.${unknown}`;
  return `${capital(z.label)} is highest, ${value(most)}, ${where(highest)}, and lowest, ${value(least)}, ${where(lowest)} ${basis}.${unknown}`;
}
