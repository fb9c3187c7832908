import * as Plot from "@observablehq/plot";
import { theme } from "./theme.ts";

/** Gives the room around a chart of shares by month, in pixels. */
export const margins = { marginTop: 32, marginRight: 96, marginBottom: 32, marginLeft: 44 } as const;

/** Draws school years along the bottom: a tick at each 1 August, the year's name between. `width` is in pixels. */
export function schoolYears(horizon: number, width: number): Plot.Markish[] {
  const years = Math.max(1, Math.ceil(horizon / 12));
  const step = Math.ceil((years * 46) / (width - margins.marginLeft - margins.marginRight));
  const named = Array.from({ length: years }, (_, y) => y).filter((y) => y % step === 0);
  const augusts = Array.from({ length: Math.floor(horizon / 12) + 1 }, (_, y) => 12 * y);
  return [
    Plot.ruleY([0], { stroke: theme.muted }),
    Plot.axisX(augusts, { tickFormat: () => "", tickSize: 6, label: null, color: theme.muted }),
    Plot.text(named, {
      x: (y: number) => (12 * y + Math.min(horizon, 12 * y + 12)) / 2,
      text: (y: number) => `Year ${y + 1}`,
      frameAnchor: "bottom",
      lineAnchor: "top",
      dy: 9,
      fill: theme.muted,
    }),
  ];
}

/** Draws shares of teachers up the side, 0 to 100%, as hairlines with what is measured above them. */
export function shares(measured: string): Plot.Markish[] {
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return [
    Plot.ruleY(ticks, { stroke: theme.hair }),
    Plot.text(ticks, {
      y: (share: number) => share,
      text: (share: number) => `${Math.round(share * 100)}%`,
      frameAnchor: "left",
      textAnchor: "end",
      dx: -8,
      fill: theme.muted,
    }),
    Plot.text([measured], {
      frameAnchor: "top-left",
      lineAnchor: "top",
      dx: -margins.marginLeft,
      dy: -margins.marginTop + 2,
      fill: theme.muted,
    }),
  ];
}

/** Gives the scales of shares by month. */
export function scales(horizon: number): Pick<Plot.PlotOptions, "x" | "y"> {
  return { x: { domain: [0, horizon], axis: null }, y: { domain: [0, 1], axis: null } };
}

/** Draws the period that is funded, `months` long. */
export function fundedPeriod(months: number): Plot.Markish[] {
  return [
    Plot.rect([months], { x1: 0, x2: (end: number) => end, y1: 0, y2: 1, fill: theme.accentSofter, fillOpacity: 0.5 }),
    Plot.text(["funded period"], {
      frameAnchor: "top-left",
      lineAnchor: "top",
      dx: 8,
      dy: 6,
      fill: theme.muted,
      fontSize: 12,
    }),
  ];
}
