import * as Plot from "@observablehq/plot";
import { fundedPeriod, margins, scales, schoolYears, shares } from "./axes.ts";
import { draw } from "./draw.ts";
import { endLabels } from "./end-labels.ts";
import { type ChartOptions, captionOf, counted, type Figure } from "./figure.ts";
import { type PointPlace, pointLabel } from "./point-label.ts";
import { difference } from "./quantity.ts";
import { theme } from "./theme.ts";
import type { TierGapData } from "./tier-gap-data.ts";
import { inMonth, percent, when } from "./words.ts";

const marginRight = 120;

/**
 * Draws median adoption in the low-, middle- and high-poverty thirds by month, with the gap at one month.
 *
 * @example
 * ```ts
 * import { tierGap, tierGapData } from "@uptake/charts";
 * import { prepare, scenario } from "@uptake/model";
 * import { ensemble } from "@uptake/study";
 * import { JSDOM } from "jsdom";
 *
 * const runs = await ensemble(await prepare(scenario({ district: "small-rural" })), { replicates: 8 });
 * console.log(tierGap(tierGapData(runs), { document: new JSDOM().window.document }).sentence);
 * ```
 */
export function tierGap(data: TierGapData, options: ChartOptions = {}): Figure {
  const { width = 720, height = Math.round(Math.min(320, Math.max(240, width * 0.5))), document } = options;
  const { tiers, funded, month } = data;
  const sentence = sentenceOf(data);
  const caption = options.caption ? captionOf("Lines: medians.", data) : undefined;
  const low = tiers?.[0];
  const high = tiers?.at(-1);
  if (!tiers || !low || !high) {
    const words = Plot.text([sentence], {
      frameAnchor: "top-left",
      lineAnchor: "top",
      lineWidth: Math.floor(width / 14),
      fill: theme.muted,
    });
    return draw({ width, height: 48, margin: 0, marginBottom: 0, marks: [words] }, { sentence, document, caption });
  }
  const horizon = low.bands.months.length - 1;
  const drawn = width - margins.marginLeft - marginRight;
  const last = leftBehind(data) ? theme.rust : theme.ink;
  const colour = (tier: number): string => (tier === 0 ? theme.accent : tier === tiers.length - 1 ? last : theme.ghost);
  return draw(
    {
      ...margins,
      marginRight,
      ...scales(horizon),
      width,
      height,
      marks: [
        funded === null ? null : fundedPeriod(Math.min(funded, horizon)),
        shares("Share of teachers using the practice"),
        tiers.map(({ bands }, tier) =>
          Plot.line(bands.months, {
            x: bands.months,
            y: bands.p50,
            stroke: colour(tier),
            strokeWidth: tier === 1 ? 1.8 : 2.4,
          }),
        ),
        schoolYears(horizon, width),
        month <= horizon && data.gap
          ? mark(low.bands.p50[month] as number, high.bands.p50[month] as number, gapText(data.gap, drawn), {
              month,
              horizon,
              drawn,
            })
          : null,
        endLabels(
          tiers.map(({ name, bands }, tier) => ({
            text: name,
            fill: colour(tier) === theme.ghost ? theme.muted : colour(tier),
            share: bands.p50[horizon] as number,
          })),
          horizon,
          height - margins.marginTop - margins.marginBottom,
        ),
      ],
    },
    { sentence, document, caption },
  );
}

const points = (gap: number): number => Math.round(Math.abs(gap) * 100);

/** Tells whether the high-poverty third is behind by more than chance would have it. */
function leftBehind({ gap }: TierGapData): boolean {
  return gap !== null && points(gap.value) > 0 && (gap.low ?? gap.value) > 0;
}

const inPoints = (count: number): string => `${count} ${count === 1 ? "point" : "points"}`;

/** Says the gap in as many words as a frame of `drawn` pixels has room for. */
function gapText({ value, low, high }: NonNullable<TierGapData["gap"]>, drawn: number): string {
  if (low === 0 && high === 0) return "no gap";
  if (low !== null && high !== null && low <= 0 && high >= 0) return "no clear gap";
  if (points(value) === 0) return "less than 1 point";
  return `${drawn < 320 ? "" : "high poverty "}${inPoints(points(value))} ${value > 0 ? "behind" : "ahead"}`;
}

/** Draws the distance between the medians of the two outer thirds, and says the gap. */
function mark(low: number, high: number, text: string, place: Omit<PointPlace, "share" | "dy">): Plot.Markish[] {
  const { month } = place;
  return [
    Plot.ruleX([month], { y1: low, y2: high, stroke: theme.ink, strokeWidth: 1.5 }),
    Plot.dot([low, high], { x: month, y: (share: number) => share, r: 3.5, fill: theme.ink }),
    pointLabel(text, { ...place, share: Math.max(low, high), dy: -16 }),
  ];
}

/** Says who is behind, and of a mean that rounds to none no more than its interval allows. */
function verdictOf({ value, low, high }: NonNullable<TierGapData["gap"]>): string {
  const thirds = "the low- and the high-poverty third of teachers";
  const side = value < 0 ? "ahead of" : "behind";
  if (points(value) > 0)
    return `the high-poverty third of teachers is ${inPoints(points(value))} ${side} the low-poverty third`;
  if (low === null || high === null) return `${thirds} are less than 1 point apart`;
  if (low === 0 && high === 0) return `there is no gap between ${thirds}`;
  if (low <= 0 && high >= 0) return `these runs can tell no gap between ${thirds}`;
  return `the high-poverty third of teachers is less than 1 point ${side} the low-poverty third`;
}

function sentenceOf(data: TierGapData): string {
  const { tiers, gap, month } = data;
  if (!tiers) return "Fewer than three schools: there are no poverty thirds to compare.";
  if (!gap) return `The horizon ends before ${when(month)}, so there is no gap to report.`;
  const medians = tiers.map(
    ({ name, bands }) => `${percent(bands.p50[month] as number)} in the ${name.replace(" ", "-")} third`,
  );
  const ahead = gap.value < 0;
  const ends = ahead ? [gap.high, gap.low].map((end) => end && -end) : [gap.low, gap.high];
  const [from, to] = ends.map((end) =>
    end === null ? null : `${end < 0 && points(end) > 0 ? "−" : ""}${points(end)}`,
  );
  const interval = from === null ? "" : `, with a 95% interval of ${from} to ${to} points`;
  const mean = points(gap.value) === 0 ? `: ${difference(gap.value, "share")}` : "";
  return `${inMonth(month)}, ${verdictOf(gap)} (mean of ${counted(data)}${mean}${interval}). The medians are ${medians.join(", ")}.`;
}
