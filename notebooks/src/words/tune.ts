// What the page "Tune" says.

import { dollars, duration, type LedgerData, when } from "@uptake/charts";
import type { Difference } from "@uptake/study/compare";
import { count, percent, point, points, range, runsReach, signed } from "./numbers.js";

/** Chances, from the least; the first that is not under the chance says it in words. */
const verdicts: readonly (readonly [below: number, words: string])[] = [
  [0.05, "Almost certainly not."],
  [0.25, "Probably not."],
  [0.5, "Less likely than not."],
  [0.75, "More likely than not."],
  [0.95, "Probably."],
  [Number.POSITIVE_INFINITY, "Almost certainly."],
];

const interval = (low: number | null, high: number | null, write: (value: number) => string): string =>
  low === null || high === null ? "" : `${write(low)} to ${write(high)}`;

/** Writes a difference of shares in whole points with its sign, as in `+1 point`. */
const signedPoints = (share: number): string => `${signed(share)} ${point(share) === 1 ? "point" : "points"}`;

/** A mean of runs with its 95% interval, as far as they are known. */
interface Shown {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a plan costs: the 95% interval of the mean, and the ends of nine tenths of runs, in dollars of 2024. */
type Spent = Pick<LedgerData["total"], "low" | "high" | "p5" | "p95">;

/** Holds the page's words. */
export const tuneWords = {
  question: (share: number, month: number): string =>
    `Can this plan reach ${percent(share)} of teachers by ${when(month)}?`,
  headings: {
    controls: "What the plan sets",
    tiers: "Who is left behind",
    ledger: "What it costs",
    repeat: "Run it yourself",
  },
  tick: "The tick on a slider is where the district stands today.",

  answer: {
    verdict: (chance: number): string => verdicts.find(([below]) => chance < below)?.[1] ?? "",
    runs: (reached: number, runs: number, share: number): string => `${runsReach(reached, runs)} ${percent(share)}.`,
    middle: (third: number, later: number, funded: boolean): string =>
      `Half of the runs have at least ${percent(third)} of teachers using the practice in May of year 3, and half at least ${percent(later)} two years ${funded ? "after the money stops" : "later"}.`,
    gap({ value, low, high }: Shown): string {
      if (value === null) return "";
      if (point(value) === 0) return "High-poverty schools keep level with the others.";
      if (low !== null && high !== null && low <= 0 && high >= 0)
        return "No clear gap between high- and low-poverty schools.";
      return `High-poverty schools ${value > 0 ? "trail" : "lead"} by ${points(value)}.`;
    },
    short: (reached: number, runs: number, third: number): string =>
      `${runsReach(reached, runs)} it; median ${percent(third)}.`,
    noTarget: "The target lies beyond the months simulated.",
  },
  fast: "On average faster than if 40% of those not yet using began each year (48, 63 and 69% in May of years 1, 2 and 3), near which there is only a study of twelve coached teachers: doubt this plan, or the model.",
  slow: "Coached schools stay on average below what the evidence on coaching allows (18, 24 and 28% in May of years 1, 2 and 3): doubt the model.",
  noWayIn: "No school joins this plan, so nothing it pays for reaches a teacher. Raise “Invitation” or “Mandate”.",

  fan: {
    title: (plan: string, changed: boolean, district: string): string =>
      `${plan}${changed ? ", changed" : ""} · ${district}`,
    note: "Line: median of the runs; bands: half and nine tenths of runs. Each run is a world and a luck of its own; the district as today has the same ones.",
    plan: "this plan",
    today: "as today",
    half: "half of runs",
    most: "nine tenths of runs",
    median: (share: number): string => `${percent(share)} (median)`,
    between: (low: number, high: number): string => `${percent(low)} to ${percent(high)}`,
  },
  tiers: { names: (name: string): string => `${name} poverty` },

  cards: {
    titles: {
      chance: "Chance of the target",
      adoption: "May of year 3, on average",
      sustained: "Two years after, on average",
      gap: "Poverty gap, on average",
      cost: "Cost, all years",
      perAdopter: "For each added adopter who stays",
    },
    none: "–",
    percent,
    beyond: "beyond the months simulated",
    noGap: "needs three schools",
    same: "as today",
    difference: (estimate: number, low: number, high: number): string =>
      `${signedPoints(estimate)} against today (${range(low, high)})`,
    meanNote: (low: number | null, high: number | null, difference: string): string =>
      [interval(low, high, percent), difference].filter((text) => text !== "").join("; "),
    behind: (gap: number): string =>
      point(gap) === 0 ? "none" : `${points(gap).replace("point", "pt")} ${gap > 0 ? "behind" : "ahead"}`,
    /** Writes the gap's interval and its change, both as how far high-poverty schools are behind, or ahead where they are. */
    gapNote({ value, low, high }: Shown, change: Difference | null): string {
      const ahead = value !== null && point(value) > 0 && value < 0;
      const side = ahead ? "ahead" : "behind";
      const between = (least: number, most: number, turned: boolean): string =>
        turned ? range(-most, -least) : range(least, most);
      const own = low === null || high === null ? "" : `${between(low, high, ahead)} points ${side}`;
      if (change === null || change.estimate === null || change.low === null || change.high === null)
        return own === "" ? "as today" : `${own}; as today`;
      const { estimate } = change;
      const further = ahead === estimate < 0;
      const told =
        point(estimate) === 0
          ? `as far as today (${between(change.low, change.high, ahead)})`
          : `${points(estimate)} ${further ? "further" : "less"} ${side} than today (${between(change.low, change.high, estimate < 0)})`;
      return own === "" ? told : `${own}; ${told}`;
    },
    costNote: ({ low, high, p5, p95 }: Spent, runs: number, months: number): string =>
      [
        interval(low, high, dollars),
        `mean of ${count(runs)} ${runs === 1 ? "run" : "runs"} over ${duration(months)}, in dollars of 2024`,
        `nine tenths of runs: ${interval(p5, p95, dollars)}`,
      ]
        .filter((text) => text !== "")
        .join("; "),
    interval: (low: number, high: number): string => `${dollars(low)} to ${dollars(high)}, against today`,
    noPerAdopter: (reason: string | undefined): string => reason ?? "nothing is added",
    note: "Means over the runs, and means of their paired differences from a district as today; intervals are 95% where nothing else is said.",
  },
  practice:
    "The practice stands for a demanding way of teaching, as deeper learning is: hard to begin, easier beside others who do it, deep or in name only. The model knows how complex, visible and whole it is, not which one.",
  added: {
    heading: "What the plan adds",
    today: "the district as today",
    points: signedPoints,
    between: (low: number, high: number): string => `${signed(low)} to ${signed(high)} points`,
    estimate: "more than as today",
    interval: "95% interval",
  },
  heldBack: {
    waiting: "What holds the plan back is worked out when it rests.",
    failed: (message: string): string => `What holds the plan back could not be worked out: ${message}.`,
    funnel: "Who comes how far",
    bars: "What holds it back",
  },
  repeat: {
    text: "Download the scenario, then, in a clone of the repository:",
    note: "The same seed gives the same numbers, there and here.",
  },
} as const;
