import * as Plot from "@observablehq/plot";
import { draw } from "./draw.ts";
import { type ChartOptions, captionOf, counted, type Figure } from "./figure.ts";
import type { LedgerData, LedgerPart } from "./ledger-data.ts";
import { intervalText, known } from "./quantity.ts";
import { theme } from "./theme.ts";
import { dollars, duration } from "./words.ts";

/** Sets how the ledger is split, besides what every chart takes. */
export interface LedgerOptions extends ChartOptions {
  /** What the bars stand for: kinds of spending (default), or where the money goes. */
  readonly by?: "category" | "tier";
}

const titles: Readonly<Record<string, string>> = {
  salary: "Coaches",
  releaseTime: "Teachers’ time",
  institutes: "Institutes, visits",
  leaderDevelopment: "Leaders",
  officeTime: "Central office",
  backfill: "Hires, new schools",
  office: "Central office",
  "low poverty": "Low-poverty schools",
  "middle poverty": "Middle-poverty schools",
  "high poverty": "High-poverty schools",
};

/**
 * Draws what a plan costs, in dollars of 2024, one bar for each kind of spending or for each poverty third.
 *
 * @example
 * ```ts
 * import { ledgerBars, ledgerData } from "@uptake/charts";
 * import { prepare, scenario } from "@uptake/model";
 * import { ensemble } from "@uptake/study";
 * import { JSDOM } from "jsdom";
 *
 * const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
 * const data = ledgerData(await ensemble(plan, { replicates: 8 }));
 * console.log(ledgerBars(data, { document: new JSDOM().window.document }).sentence);
 * ```
 */
export function ledgerBars(data: LedgerData, options: LedgerOptions = {}): Figure {
  const { width = 720, by = "category", document } = options;
  const parts = by === "category" ? data.byCategory : data.byTier;
  const rows = parts.map((part) => ({ ...part, name: titles[part.name] ?? part.name }));
  if (by === "category") rows.sort((a, b) => b.mean - a.mean);
  const { height = 20 + 28 * rows.length } = options;
  const most = Math.max(1, ...rows.map(({ mean, high }) => Math.max(mean, high ?? 0)));
  const sized = rows.filter(({ low, high, mean }) => mean > 0 && known(low) && known(high));
  return draw(
    {
      width,
      height,
      marginTop: 20,
      marginRight: 64,
      marginBottom: 0,
      marginLeft: 160,
      x: { domain: [0, most], axis: null },
      y: { domain: rows.map(({ name }) => name), axis: null, padding: 0.6 },
      marks: [
        Plot.barX(rows, { x: () => most, y: "name", fill: theme.accentSofter, rx: 2 }),
        Plot.barX(rows, { x: "mean", y: "name", fill: theme.accent, rx: 2 }),
        Plot.ruleY(sized, {
          x1: ({ low }: LedgerPart) => Math.max(0, low ?? 0),
          x2: "high",
          y: "name",
          stroke: theme.ink,
          strokeWidth: 1.8,
        }),
        Plot.text(rows, {
          y: "name",
          text: "name",
          frameAnchor: "left",
          textAnchor: "start",
          dx: -160,
          fill: theme.ink,
        }),
        Plot.text(rows, {
          y: "name",
          text: ({ mean }: { mean: number }) => dollars(mean),
          frameAnchor: "right",
          textAnchor: "end",
          dx: 64,
          fill: theme.muted,
        }),
        Plot.text([`Dollars of 2024 over ${duration(data.months)}`], {
          frameAnchor: "top-left",
          lineAnchor: "top",
          dx: -160,
          dy: -20,
          fill: theme.muted,
        }),
      ],
    },
    {
      sentence: sentenceOf(data, rows),
      document,
      caption: options.caption ? captionOf("Bars: means with 95% intervals.", data) : undefined,
    },
  );
}

function sentenceOf(data: LedgerData, rows: readonly LedgerPart[]): string {
  const { total, months, replicates } = data;
  if (total.mean === 0) return `Over ${duration(months)} this plan spends nothing beyond what is spent today.`;
  const spread =
    replicates === 1
      ? `in ${counted(data)}`
      : `mean of ${counted(data)}, ${intervalText({ ...total, value: total.mean }, "$")}; in nine tenths, between ${dollars(total.p5)} and ${dollars(total.p95)}`;
  const parts = rows
    .filter(({ mean }) => mean > 0)
    .toSorted((a, b) => b.mean - a.mean)
    .map(({ name, mean }) => `${name} ${dollars(mean)}`);
  return `Over ${duration(months)} this plan costs ${dollars(total.mean)} in dollars of 2024 (${spread}): ${parts.join("; ")}.`;
}
