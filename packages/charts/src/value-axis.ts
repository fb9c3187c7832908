import * as Plot from "@observablehq/plot";
import { difference, known, quantity } from "./quantity.ts";
import { foldEvenly } from "./rows.ts";
import { theme } from "./theme.ts";

/** Returns round numbers within `low` … `high`, about `count` of them. */
export function ticks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return [low];
  const power = Number(`1e${rough.toExponential().split("e")[1]}`);
  const step = power * ([1, 2, 5, 10].find((by) => power * by >= rough * 0.999) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Returns the smallest round domain that holds all finite values; one of some width even where all are equal. */
export function domainOf(values: readonly (number | null)[], count = 4): [number, number] {
  const finite = values.filter(known);
  let low = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  let high = finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (finite.length === 0) return [0, 1];
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (size < 1e-12 || high - low <= 1e-9 * size) {
    const room = size < 1e-12 ? 0.1 : size / 10;
    low -= room;
    high += room;
  }
  const [first, second] = ticks(low, high, count);
  const step = second === undefined || first === undefined ? high - low : second - first;
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

/** Sets a value axis. */
export interface ValueAxis {
  readonly domain: readonly [number, number];
  readonly unit: string;
  /** What is measured, written above. */
  readonly measured: string;
  readonly of?: "quantity" | "difference";
  readonly count?: number;
  /** Lines that what is measured may take (default 1). */
  readonly lines?: number;
}

const tickText = ({ unit, of }: ValueAxis, value: number): string =>
  (of === "difference" ? difference(value, unit) : quantity(value, unit))
    .replace(/^([−\d.,]+) .*$/, "$1")
    .replace(/\.?0+([kMB])$/, (zeros, by) => (zeros.startsWith(".") ? by : zeros));

/** Gives the size of a chart, in pixels. */
interface Frame {
  readonly width: number;
  readonly marginLeft: number;
  readonly marginTop: number;
}

/** Cuts a title to a line, or to `lines` of about one length, that a chart `width` pixels wide has room for. */
export function titleOf(text: string, width: number, lines: number = 1): string[] {
  return foldEvenly(text, Math.floor(width / 7), lines);
}

/** Writes what runs along the bottom at its right end, line by line, `dy` pixels below the frame. */
export function titleBelow(lines: readonly string[], fill: string = theme.muted, dy: number = 28): Plot.Markish {
  return Plot.text(lines.length === 0 ? [] : [`${lines.join("\n")} →`], {
    frameAnchor: "bottom-right",
    lineAnchor: "top",
    textAnchor: "end",
    dy,
    fill,
  });
}

/** Writes what is measured at the top left, above the frame. */
function measuredAbove({ measured, lines }: ValueAxis, { width, marginLeft, marginTop }: Frame): Plot.Markish {
  return Plot.text([titleOf(measured, width, lines).join("\n")], {
    frameAnchor: "top-left",
    lineAnchor: "top",
    dx: -marginLeft,
    dy: -marginTop + 2,
    fill: theme.muted,
  });
}

/** Draws values up the side as hairlines, what is measured above them. */
export function valuesUp(axis: ValueAxis, frame: Frame): Plot.Markish[] {
  const at = ticks(...axis.domain, axis.count ?? 4);
  return [
    Plot.ruleY(at, { stroke: theme.hair }),
    Plot.text(at, {
      y: (value: number) => value,
      text: (value: number) => tickText(axis, value),
      frameAnchor: "left",
      textAnchor: "end",
      dx: -8,
      fill: theme.muted,
    }),
    measuredAbove(axis, frame),
  ];
}

/** Draws values along the bottom, with hairlines, and what is measured at the top left. */
export function valuesAlong(axis: ValueAxis, frame: Frame): Plot.Markish[] {
  const at = ticks(...axis.domain, axis.count ?? 4);
  const [low, high] = axis.domain;
  // At the left end a number that is wider than the margin on both sides begins where the chart does.
  const isWide = (value: number): boolean =>
    value - low < (high - low) / 50 && tickText(axis, value).length * 3.5 > frame.marginLeft;
  const written: Plot.TextOptions = {
    x: (value: number) => value,
    text: (value: number) => tickText(axis, value),
    frameAnchor: "bottom",
    lineAnchor: "top",
    dy: 8,
    fill: theme.muted,
  };
  return [
    Plot.ruleX(at, { stroke: theme.hair }),
    Plot.text(
      at.filter((value) => !isWide(value)),
      written,
    ),
    at.filter(isWide).map((value) => Plot.text([value], { ...written, textAnchor: "start", dx: -frame.marginLeft })),
    measuredAbove(axis, frame),
  ];
}
