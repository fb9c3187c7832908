import * as Plot from "@observablehq/plot";
import { type ChartOptions, counted, type Figure } from "./figure.ts";
import type { FunnelData } from "./funnel-data.ts";
import { isNarrow } from "./is-narrow.ts";
import { type Interval, isTold, number } from "./quantity.ts";
import { drawRows } from "./row-chart.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";
import { domainOf } from "./value-axis.ts";
import { whisker } from "./whisker.ts";
import { capital, when } from "./words.ts";

/**
 * Draws how often teachers took each step up to a month: filled bars in member schools, hollow ones in others, steps away
 * from the practice striped and below.
 */
export function funnelBars(data: FunnelData, options: ChartOptions = {}): Figure {
  const { width = 720 } = options;
  const steps = data.steps.map((step, y) => ({ ...step, y }));
  const rows = rowLayout(
    steps.map(({ label }) => capital(label)),
    width,
    { tall: isNarrow(width) ? 24 : 16 },
  );
  const bars = steps.flatMap(({ member, other, gain, y }) => [
    { count: member, y1: y - rows.reach, y2: y - 0.02, filled: true, gain },
    { count: other, y1: y + 0.02, y2: y + rows.reach, filled: false, gain },
  ]);
  const domain = domainOf([0, ...bars.flatMap(({ count }) => (count ? [count.value, count.high] : []))]);
  return drawRows(
    {
      rows,
      axis: { domain, unit: "", measured: `Teachers who took a step, up to ${when(data.month)}` },
      key: `■ member schools · □ others${width < 330 ? "\n" : " · "}▤ steps away`,
      marks: [bars.map((bar) => barOf(bar, domain[1])), Plot.ruleX([0], { stroke: theme.ink })],
      values: steps.map(({ member, other, y }) => ({ y, text: `${countText(member)} · ${countText(other)}` })),
      marginRight: 110,
      sentence: sentenceOf(data),
      drawn: "Bars: mean counts since the start with 95% intervals; a teacher may take a step again.",
    },
    data,
    options,
  );
}

const countText = (count: Interval | null): string => (isTold(count) ? number(count.value) : "–");

interface Bar {
  readonly count: Interval | null;
  readonly y1: number;
  readonly y2: number;
  readonly filled: boolean;
  readonly gain: boolean;
}

function barOf({ count, y1, y2, filled, gain }: Bar, most: number): Plot.Markish[] {
  if (!isTold(count)) return [];
  const { value } = count;
  const colour = gain ? theme.accent : theme.rust;
  const stripe = most / 80;
  const stripes = gain ? [] : Array.from({ length: Math.floor(value / stripe) }, (_, i) => (i + 1) * stripe);
  return [
    Plot.rect([0], {
      x1: 0,
      x2: value,
      y1,
      y2,
      fill: filled ? colour : theme.paper,
      fillOpacity: filled ? 0.6 : 1,
      stroke: colour,
      strokeWidth: 1.5,
    }),
    Plot.ruleX(stripes, { y1, y2, stroke: filled ? theme.paper : colour, strokeOpacity: filled ? 0.9 : 0.6 }),
    whisker(count, (y1 + y2) / 2),
  ];
}

function sentenceOf(data: FunnelData): string {
  const up = `Up to ${when(data.month)}`;
  const steps = data.steps.filter(({ member, other }) => isTold(member) || isTold(other));
  if (steps.length === 0) return `${up}, no step of teachers is known.`;
  const text = ({ label, member, other }: FunnelData["steps"][number]): string =>
    `${label} ${countText(member)} and ${countText(other)}`;
  const [toward, away] = [steps.filter(({ gain }) => gain), steps.filter(({ gain }) => !gain)].map((all) =>
    all.map(text).join("; "),
  );
  const schools = data.schools.filter(({ count }) => isTold(count));
  const said =
    schools.length === 0
      ? ""
      : ` Schools: ${schools.map(({ label, count }) => `${countText(count)} ${label}`).join(", ")}.`;
  const lost = away === "" ? "" : `. Away from it: ${away}`;
  return `${up}, teachers of member and of other schools took these steps, counted each time (means of ${counted(data)}): ${toward}${lost}.${said}`;
}
