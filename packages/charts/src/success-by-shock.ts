import * as Plot from "@observablehq/plot";
import { type ChartOptions, counted, type Figure, type Provenance } from "./figure.ts";
import { numberedDots, numberedKey } from "./numbered.ts";
import { type Interval, intervalText, isTold, quantity } from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { whisker } from "./whisker.ts";

/** Holds what {@link successByShock} draws: shares of worlds, 0 … 1. Plain: survives JSON. */
export interface SuccessByShockData extends Provenance {
  /** What success is, as in `adoption of at least 20% in May of year 3`. */
  readonly success: string;
  /** Names of the strategies. */
  readonly strategies: readonly string[];
  /** Share of worlds in which each strategy succeeds under each set of shocks, in the order of strategies; null if unknown. */
  readonly shocks: readonly { readonly label: string; readonly shares: readonly (Interval | null)[] }[];
}

/** Pixels between the dots of two strategies. */
const apart = 18;

const unit = "share of worlds";

/** Draws in what share of worlds strategies succeed under each set of shocks, with intervals; a number names the strategy. */
export function successByShock(data: SuccessByShockData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const { strategies, shocks, success } = data;
  const tall = apart * Math.max(1, strategies.length);
  const rows = rowLayout(
    shocks.map(({ label }) => label),
    width,
    { tall, apart: 10 }, // a dot at 0 reaches out of the frame
  );
  const step = rows.height / Math.max(1, shocks.length);
  const at = (shock: number, strategy: number): number =>
    shock + ((strategy - (strategies.length - 1) / 2) * apart) / step;
  const shown = shocks.flatMap(({ shares }, k) =>
    shares.flatMap((share, s) => (isTold(share) ? [{ ...share, x: share.value, y: at(k, s), of: s }] : [])),
  );
  const alone = strategies.length === 1;
  return drawRows(
    {
      rows,
      axis: { domain: [0, 1], unit, measured: `Worlds in which there is ${success}` },
      ...(alone ? {} : { key: numberedKey(strategies, width) }),
      marks: [
        ...shown.map((one) => whisker(one, one.y, { stroke: theme.muted, strokeWidth: 1.6 })),
        ...(alone
          ? [Plot.dot(shown, { x: "x", y: "y", r: 5, fill: theme.accent, stroke: theme.paper, strokeWidth: 1.5 })]
          : numberedDots(shown.map((one) => ({ ...one, filled: true })))),
      ],
      values: shown.map(({ value, y }) => ({ y, text: quantity(value, unit) })),
      marginRight: 76,
      sentence: sentenceOf(data),
      drawn: "Dots: shares of worlds with 95% intervals.",
    },
    data,
    options,
  );
}

function sentenceOf(data: SuccessByShockData): string {
  const { success, strategies, shocks } = data;
  const said = (share: Interval): string => `${quantity(share.value, unit)} of worlds (${intervalText(share, unit)})`;
  const texts = strategies.flatMap((strategy, s) => {
    const all = shocks.flatMap(({ label, shares }) => {
      const share = shares[s];
      return isTold(share) ? [{ label, share }] : [];
    });
    const [first] = all;
    if (!first) return [];
    const least = all.reduce((a, b) => (b.share.value < a.share.value ? b : a));
    const most = all.reduce((a, b) => (b.share.value > a.share.value ? b : a));
    if (all.length === 1) return [`“${strategy}” in ${said(first.share)} under “${first.label}”`];
    if (least.share.value === most.share.value) return [`“${strategy}” in ${said(first.share)} under each`];
    return [
      `“${strategy}” in ${said(most.share)} under “${most.label}” and ${said(least.share)} under “${least.label}”`,
    ];
  });
  const among = `${shocks.length} ${shocks.length === 1 ? "set" : "sets"} of shocks`;
  if (texts.length === 0) return `How often there is ${success} is not known under any of ${among}.`;
  const more = texts.length > 4 ? `; and ${texts.length - 4} more strategies as drawn` : "";
  return `Over ${among}, the most and the least often that there is ${success}: ${texts.slice(0, 4).join("; ")}${more} (${counted(data)}).`;
}
