import * as Plot from "@observablehq/plot";
import { schoolYears } from "./axes.ts";
import { draw } from "./draw.ts";
import type { ChartOptions, Figure } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { clear, difference, type Interval, known } from "./quantity.ts";
import { theme } from "./theme.ts";
import { domainOf, valuesUp } from "./value-axis.ts";

/** Holds a difference by month with its 95% interval; null where it is not known. */
export interface DifferenceSeries {
  /** Indexes of months, ascending. */
  readonly months: readonly number[];
  /** Mean difference. */
  readonly estimate: readonly (number | null)[];
  /** Lower end of the 95% interval. */
  readonly low: readonly (number | null)[];
  /** Upper end of the 95% interval. */
  readonly high: readonly (number | null)[];
}

/** Sets what a band of differences says. */
export interface DifferenceBand {
  readonly measured: string;
  readonly unit: string;
  readonly sentence: string;
  readonly caption: string;
  /** Said over and under the line of no difference. */
  readonly above: string;
  readonly below: string;
}

/** Returns the last month at which a difference is known, with its interval; undefined where there is none. */
export function lastKnown({
  months,
  estimate,
  low,
  high,
}: DifferenceSeries): { month: number; at: Interval } | undefined {
  const m = months.findLastIndex((_, i) => known(estimate[i]));
  if (m < 0) return undefined;
  return {
    month: months[m] as number,
    at: { value: estimate[m] as number, low: low[m] ?? null, high: high[m] ?? null },
  };
}

/** Height of what is said of a side, with the room around it, in pixels. */
const sideHeight = 20;

/** Returns the month up to which what is said of a side reaches, in a frame of `drawn` pixels. */
function monthsUnder(text: string, horizon: number, drawn: number): number {
  return ((8 + text.length * 6.8) * horizon) / Math.max(1, drawn); // of 12-pixel type, generously
}

/**
 * Widens a domain where the curve would run through what is said at the left of its sides: `above` and `below` are the
 * months up to which that reaches, `height` is the frame's, in pixels.
 */
function withRoom(
  [bottom, top]: readonly [number, number],
  { months, estimate, low, high }: DifferenceSeries,
  { above, below, height }: { readonly above: number; readonly below: number; readonly height: number },
): [number, number] {
  const until = (last: number): number[] =>
    months.flatMap((month, i) => (month <= last ? [estimate[i], low[i], high[i]].filter(known) : []));
  const most = Math.max(0, ...until(above));
  const least = Math.min(0, ...until(below));
  const room = ((top - bottom) * sideHeight) / Math.max(1, height - 2 * sideHeight);
  return [bottom < 0 ? Math.min(bottom, least - room) : bottom, top > 0 ? Math.max(top, most + room) : top];
}

/** Draws a difference by month within its interval: a whole line where it is clear of zero, else a broken one. */
export function differenceBand(series: DifferenceSeries, say: DifferenceBand, options: ChartOptions): Figure {
  const { width = 720, height = Math.round(Math.min(320, Math.max(240, width * 0.45))), document } = options;
  const margin = { marginTop: 32, marginRight: isNarrow(width) ? 96 : 110, marginBottom: 32, marginLeft: 44 };
  const horizon = Math.max(1, series.months.at(-1) ?? 1);
  const domain = withRoom(domainOf([0, ...series.estimate, ...series.low, ...series.high]), series, {
    above: monthsUnder(say.above, horizon, width - margin.marginLeft - margin.marginRight),
    below: monthsUnder(say.below, horizon, width - margin.marginLeft - margin.marginRight),
    height: height - margin.marginTop - margin.marginBottom,
  });
  const end = lastKnown(series);
  const rows = series.months.map((month, i) => {
    const [value, low, high] = [series.estimate[i], series.low[i], series.high[i]];
    const at = known(value) ? { value, low: low ?? null, high: high ?? null } : null;
    return {
      month,
      value: at ? at.value : Number.NaN,
      low: known(low) && known(high) ? low : Number.NaN,
      high: known(low) && known(high) ? high : Number.NaN,
      clear: at !== null && clear(at),
    };
  });
  const colour = theme.accent;
  const side = (text: string, anchor: "top-left" | "bottom-left", dy: number): Plot.Markish =>
    Plot.text([text], {
      frameAnchor: anchor,
      dx: 8,
      dy,
      fill: theme.muted,
      fontSize: 12,
      stroke: theme.paper,
      strokeWidth: 3,
    });
  return draw(
    {
      ...margin,
      width,
      height,
      x: { domain: [0, horizon], axis: null },
      y: { domain, axis: null },
      marks: [
        valuesUp({ domain, unit: say.unit, measured: say.measured, of: "difference" }, { ...margin, width }),
        Plot.areaY(rows, { x: "month", y1: "low", y2: "high", fill: theme.accentSoft }),
        Plot.ruleY([0], { stroke: theme.ink, strokeWidth: 1.2 }),
        Plot.line(rows, { x: "month", y: "value", stroke: colour, strokeWidth: 1.6, strokeDasharray: "2 4" }),
        Plot.line(rows, {
          x: "month",
          y: (row) => (row.clear ? row.value : Number.NaN),
          stroke: colour,
          strokeWidth: 2.6,
        }),
        domain[1] > 0 && rows.length > 1 ? side(say.above, "top-left", 8) : null,
        domain[0] < 0 && rows.length > 1 ? side(say.below, "bottom-left", -8) : null,
        schoolYearsAt(horizon, width, margin),
        end ? endMark(end, say.unit) : null,
      ],
    },
    { sentence: say.sentence, document, caption: options.caption ? say.caption : undefined },
  );
}

/** Draws school years without the line of zero, which lies where the differences have it. */
function schoolYearsAt(horizon: number, width: number, { marginRight }: { marginRight: number }): Plot.Markish[] {
  return schoolYears(horizon, width - Math.max(0, marginRight - 96)).slice(1);
}

function endMark({ month, at }: { month: number; at: Interval }, unit: string): Plot.Markish[] {
  const sure = clear(at);
  return [
    known(at.low) && known(at.high)
      ? Plot.ruleX([month], { y1: at.low, y2: at.high, stroke: theme.ink, strokeWidth: 1.5 })
      : null,
    Plot.dot([at.value], {
      x: month,
      y: (value: number) => value,
      r: 4.5,
      fill: sure ? theme.accent : theme.paper,
      stroke: theme.accent,
      strokeWidth: 2.4,
    }),
    Plot.text([at.value], {
      x: month,
      y: (value: number) => value,
      text: (value: number) => `${difference(value, unit)}${sure ? "" : "\ncannot tell"}`,
      textAnchor: "start",
      dx: 10,
      fill: theme.ink,
      fontWeight: 600,
    }),
  ];
}
