import * as Plot from "@observablehq/plot";
import { fundedPeriod, margins, scales, schoolYears, shares } from "./axes.ts";
import { endLabels } from "./end-labels.ts";
import { type ChartOptions, captionOf, counted, draw, type Figure } from "./figure.ts";
import { theme } from "./theme.ts";
import type { TierGapData } from "./tier-gap-data.ts";
import { percent, when } from "./words.ts";

/** Draws median adoption in the low-, middle- and high-poverty thirds by month, with the gap at one month. */
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
  const behind = leftBehind(data);
  const colour = (tier: number): string =>
    tier === tiers.length - 1 && behind
      ? theme.rust
      : tier === 0 || tier === tiers.length - 1
        ? theme.accent
        : theme.ghost;
  return draw(
    {
      ...margins,
      marginRight: 112,
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
          ? mark(month, low.bands.p50[month] as number, high.bands.p50[month] as number, gapText(data.gap.value))
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

const points = (difference: number): number => Math.round(Math.abs(difference) * 100);

function leftBehind({ gap }: TierGapData): boolean {
  return gap !== null && gap.value > 0 && points(gap.value) > 0;
}

const inPoints = (count: number): string => `${count} ${count === 1 ? "point" : "points"}`;

const gapText = (gap: number): string => (points(gap) === 0 ? "no gap" : `gap ${inPoints(points(gap))}`);

function mark(month: number, low: number, high: number, text: string): Plot.Markish[] {
  return [
    Plot.ruleX([month], { y1: low, y2: high, stroke: theme.ink, strokeWidth: 1.5 }),
    Plot.dot([low, high], { x: month, y: (share: number) => share, r: 3.5, fill: theme.ink }),
    Plot.text([text], {
      x: [month],
      y: [Math.max(low, high)],
      dy: -14,
      textAnchor: "end",
      fill: theme.ink,
      stroke: theme.paper,
      strokeWidth: 4,
      fontWeight: 600,
    }),
  ];
}

function sentenceOf(data: TierGapData): string {
  const { tiers, gap, month } = data;
  if (!tiers) return "Fewer than three schools: there are no poverty thirds to compare.";
  if (!gap) return `The horizon ends before ${when(month)}, so there is no gap to report.`;
  const medians = tiers.map(
    ({ name, bands }) => `${percent(bands.p50[month] as number)} in the ${name.replace(" ", "-")} third`,
  );
  const size = inPoints(points(gap.value));
  const verdict =
    points(gap.value) === 0
      ? "there is no gap between the low- and the high-poverty third of teachers"
      : `the high-poverty third of teachers is ${size} ${gap.value > 0 ? "behind" : "ahead of"} the low-poverty third`;
  const signed = (share: number): string => `${share < 0 ? "−" : ""}${points(share)}`;
  const interval =
    gap.low === null || gap.high === null
      ? ""
      : `, with a 95% interval of ${signed(gap.low)} to ${signed(gap.high)} points`;
  return `In ${when(month)}, ${verdict} (mean of ${counted(data)}${interval}). The medians are ${medians.join(", ")}.`;
}
