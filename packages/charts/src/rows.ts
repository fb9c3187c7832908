import * as Plot from "@observablehq/plot";
import { isNarrow } from "./is-narrow.ts";
import { linesOf } from "./lines-of.ts";
import { theme } from "./theme.ts";

/** Breaks a text into at most `most` lines of `characters`; what has no room is an ellipsis. */
export function fold(text: string, characters: number, most: number): string[] {
  const lines = linesOf(text.split(/\s+/).filter(Boolean), characters);
  const cut = (line: string, more: boolean): string =>
    line.length > characters || more ? `${line.slice(0, characters - 1).trimEnd()}…` : line;
  return lines.slice(0, most).map((line, i) => cut(line, i === most - 1 && lines.length > most));
}

/** Breaks a text as {@link fold} does, into as many lines, of about one length: no word stands alone in the last. */
export function foldEvenly(text: string, characters: number, most: number): string[] {
  const lines = fold(text, characters, most);
  const all = (room: number): number => fold(text, room, Number.POSITIVE_INFINITY).length;
  const longest = Math.max(0, ...text.split(/\s+/).map((word) => word.length));
  if (all(characters) > most || longest > characters) return lines;
  let room = characters;
  while (room > longest && all(room - 1) === lines.length) room--;
  return fold(text, room, most);
}

/** Says how rows of a chart with one label each are laid out. */
export interface RowLayout {
  readonly marginLeft: number;
  /** Height of all rows, in pixels. */
  readonly height: number;
  /** A linear scale on which row `i`'s mark lies at `i`. */
  readonly y: Plot.ScaleOptions;
  /** Half the height of a row's bars, in rows; under a label that stands above them no more than its room leaves. */
  readonly reach: number;
  /** Writes a row's label: to the left of its mark, or above it where the chart is narrow. */
  readonly labels: Plot.Markish;
}

/** Sets how rows are laid out. */
export interface RowOptions {
  /** Pixels between labels and frame (default 0). */
  readonly apart?: number;
  /** Height of the marks of a row, in pixels (default 16). */
  readonly tall?: number;
}

/** Lays out one labelled row after the other, in a chart `width` pixels wide. */
export function rowLayout(
  labels: readonly string[],
  width: number,
  { apart = 0, tall = 16 }: RowOptions = {},
): RowLayout {
  const narrow = isNarrow(width);
  const rows = labels.map((label, i) => ({
    i,
    text: (narrow ? foldEvenly(label, Math.floor(width / 7.6), 2) : foldEvenly(label, 26, 3)).join("\n"),
  }));
  const lines = Math.max(1, ...rows.map(({ text }) => text.split("\n").length));
  const step = narrow ? 18 + 16 * lines + tall : Math.max(36, 20 + tall, 14 * lines + 8);
  // Where a label stands above its mark, a row has more room above than below.
  const above = narrow ? (tall / 2 + 8.5 + 16 * lines) / step : 0.5;
  const count = Math.max(1, rows.length);
  const marginLeft = (narrow ? 8 : 190) + apart;
  return {
    marginLeft,
    height: step * count,
    y: { axis: null, domain: [count - above, -above] },
    reach: narrow ? tall / 2 / step : 0.3,
    labels: Plot.text(rows, {
      y: "i",
      text: "text",
      frameAnchor: "left",
      textAnchor: "start",
      // Above its mark a label stands to the right of the axis, which would run through its first letter.
      ...(narrow
        ? { dx: apart > 0 ? -marginLeft : 5, lineAnchor: "bottom", dy: -(tall / 2 + 12) }
        : { dx: -marginLeft }),
      ...(lines > 1 ? { lineHeight: 1.15 } : {}), // the paper round a line covers the feet of one close above
      fill: theme.ink,
      stroke: theme.paper,
      strokeWidth: 4,
    }),
  };
}
