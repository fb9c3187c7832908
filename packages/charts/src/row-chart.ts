import * as Plot from "@observablehq/plot";
import { draw } from "./draw.ts";
import { type ChartOptions, captionOf, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import type { RowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { titleOf, type ValueAxis, valuesAlong } from "./value-axis.ts";

/** Holds a chart of labelled rows along a value axis: row `y`'s marks lie at `y`. */
export interface RowChart {
  readonly rows: RowLayout;
  readonly axis: ValueAxis;
  /** Explains the marks, in lines under what is measured; none where they need no words. */
  readonly key?: string;
  readonly marks: Plot.Markish[];
  /** Text at the right of a row, in a margin `marginRight` pixels wide. */
  readonly values: readonly { readonly y: number; readonly text: string }[];
  readonly valueStyle?: Plot.TextOptions;
  readonly marginRight: number;
  readonly sentence: string;
  /** Says what is drawn, where a caption is asked for. */
  readonly drawn: string;
}

/** Draws rows along a value axis, labels at the left and values at the right, from runs as `data` says. */
export function drawRows(chart: RowChart, data: Provenance, options: ChartOptions): Figure {
  const { width = 720, document } = options;
  const { rows, axis, key, marginRight, valueStyle = { fill: theme.muted } } = chart;
  const lines = key === undefined ? 0 : key.split("\n").length;
  const folded = 13 * (titleOf(axis.measured, width, 2).length - 1);
  const margin = {
    marginTop: folded + (lines === 0 ? 32 : 40 + 16 * lines),
    marginRight,
    marginBottom: 30,
    marginLeft: rows.marginLeft,
  };
  return draw(
    {
      ...margin,
      width,
      height: options.height ?? rows.height + margin.marginTop + margin.marginBottom,
      x: { domain: [...axis.domain], axis: null },
      y: rows.y,
      marks: [
        valuesAlong({ ...axis, count: isNarrow(width) ? 3 : 5, lines: 2 }, { ...margin, width }),
        key === undefined
          ? null
          : Plot.text([key], {
              frameAnchor: "top-left",
              dx: -margin.marginLeft,
              dy: -margin.marginTop + 26 + folded,
              lineAnchor: "top",
              ...(lines > 1 ? { lineHeight: 16 / 12 } : {}),
              fill: theme.muted,
            }),
        ...chart.marks,
        Plot.text(chart.values, {
          y: "y",
          text: "text",
          frameAnchor: "right",
          textAnchor: "end",
          dx: marginRight - 2,
          ...valueStyle,
        }),
        rows.labels,
      ],
    },
    {
      sentence: chart.sentence,
      document,
      caption: options.caption ? captionOf(chart.drawn, data) : undefined,
    },
  );
}
