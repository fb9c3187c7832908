import * as Plot from "@observablehq/plot";
import { theme } from "./theme.ts";

/** Breaks a text into at most `most` lines of `characters`; what has no room is an ellipsis. */
export function fold(text: string, characters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const cut = (line: string, more: boolean): string =>
    line.length > characters || more ? `${line.slice(0, characters - 1).trimEnd()}…` : line;
  return lines.slice(0, most).map((line, i) => cut(line, i === most - 1 && lines.length > most));
}

/** Says how rows of a chart with one label each are laid out. */
export interface RowLayout {
  readonly marginLeft: number;
  /** Height of all rows, in pixels. */
  readonly height: number;
  /** A linear scale on which row `i`'s mark lies at `i`. */
  readonly y: Plot.ScaleOptions;
  /** Writes a row's label: to the left of its mark, or above it where the chart is narrow. */
  readonly labels: Plot.Markish;
}

/** Lays out one labelled row after the other, in a chart `width` pixels wide, `apart` pixels between labels and frame. */
export function rowLayout(labels: readonly string[], width: number, apart = 0): RowLayout {
  const narrow = width < 520;
  const step = narrow ? 50 : 36;
  const rows = labels.map((label, i) => ({
    i,
    text: (narrow ? fold(label, Math.floor(width / 7), 1) : fold(label, 27, 2)).join("\n"),
  }));
  const count = Math.max(1, rows.length);
  const marginLeft = (narrow ? 8 : 190) + apart;
  return {
    marginLeft,
    height: step * count,
    y: { axis: null, domain: narrow ? [count - 0.65, -0.65] : [count - 0.5, -0.5] },
    labels: Plot.text(rows, {
      y: "i",
      text: "text",
      frameAnchor: "left",
      textAnchor: "start",
      dx: -marginLeft,
      ...(narrow ? { dy: -24 } : {}),
      fill: theme.ink,
      stroke: theme.paper,
      strokeWidth: 4,
    }),
  };
}
