// What the page "What matters" says.

import { atMonth, percent } from "@uptake/charts";
import { count } from "./numbers.js";
import { pointsBetween, sizeInPoints } from "./points.js";

/** Writes the interval of a size in points; `down` turns it round. */
const within = (low: number | null, high: number | null, down: boolean): string => {
  if (low === null || high === null) return "no interval";
  return `95% interval ${down ? pointsBetween(-high, -low) : pointsBetween(low, high)}`;
};

/** Writes a value of a belief to three figures. */
const value = (number: number): string => String(Number(number.toPrecision(3))).replace("-", "−");

/** Writes a share of 0 … 1 with the ends of its interval, as in `53% (51% to 55%)`. */
export const shareWithin = (share: number | null, low: number | null, high: number | null): string =>
  share === null
    ? "not known"
    : low === null || high === null
      ? percent(share)
      : `${percent(share)} (${percent(low)} to ${percent(high)})`;

/** Holds what a sentence says of the belief that decides. */
export interface DecidingWords {
  readonly of: string;
  readonly month: number;
  readonly share: number;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly means: readonly [number, number];
  readonly chances: readonly [string, string];
  readonly difference: Lead;
  readonly runs: string;
}

/** Holds a mean with its interval. */
interface Lead {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Holds the page's words. */
export const mattersWords = {
  heading: (of: string, month: number): string => `What decides ${of} ${atMonth(month)}?`,
  about: (plan: string, changed: boolean, district: string): string =>
    `Asked of: ${plan}${changed ? ", changed" : ""} · ${district}. Nobody knows how teachers and schools will answer a plan: the model holds a range of beliefs about it, and this page says which of them would change the result.`,
  run: "Work it out",
  again: "Work it out again",
  stop: "Stop",
  stopped: (runs: string): string => `Stopped. What is shown rests on ${runs}.`,
  stoppedEmpty: "Stopped before there was anything to tell.",
  waits: "Comes after those above.",
  working: "Being worked out.",
  so: (runs: string): string => `So far, from ${runs}; it may still change.`,
  failed: (message: string): string => `This could not be worked out: ${message}.`,
  each: (replicates: number): string => `${count(replicates)} replicates each`,
  runs: (runs: number): string => `${count(runs)} runs`,

  deciding: {
    title: "Which belief decides",
    verdict: (label: string): string => `“${label}” decides most.`,
    none: "No belief that was looked at moves the result beyond chance.",
    rest: ({ of, month, share, unit, from, to, means, chances, difference, runs }: DecidingWords): string =>
      `At the high end of what is believed (${value(to)}${unit === "" ? "" : ` ${unit}`}) and not the low end (${value(from)}), ${of} ${atMonth(month)} is ${percent(means[1])} and not ${percent(means[0])}: ${sizeInPoints(difference.mean)} ${difference.mean < 0 ? "less" : "more"} (${within(difference.low, difference.high, difference.mean < 0)}; ${runs}). The chance of ${percent(share)} is ${chances[1]} and not ${chances[0]}.`,
    short: (difference: number): string => `${sizeInPoints(difference)}.`,
    ahead: (first: string, next: string, { mean, low, high }: Lead): string =>
      `“${first}” moves it ${sizeInPoints(mean)} farther than the next, “${next}” (${within(low, high, false)}).`,
    tied: (first: string, next: string): string =>
      `Whether “${first}” or “${next}” moves it farther cannot be told from so few runs.`,
    note: (most: number, uncertain: number, screened: number, close: string, failures: number): string =>
      `Each belief moves alone, from where one in twenty of its values lies below to where one in twenty lies above; all others are as in the worlds drawn, the same for both ends. Dashed: the mean with nothing moved. Looked at are the ${count(most)} of ${count(uncertain)} beliefs that go most with the result over ${count(screened)} worlds, in 25 replicates each; those drawn in ${close}.${failures > 0 ? ` ${count(failures)} runs failed and are left out.` : ""} The table has all.`,
    columns: [
      "belief",
      "name",
      "unit",
      "low end",
      "high end",
      "mean at low",
      "mean at high",
      "difference",
      "difference low",
      "difference high",
      "chance at low",
      "chance at low, low",
      "chance at low, high",
      "chance at high",
      "chance at high, low",
      "chance at high, high",
      "replicates",
    ],
  },

  beliefs: {
    title: "For a sceptic, and for the hopeful",
    levels: {
      "as set": "As the plan has it",
      sceptical: "Sceptical",
      central: "Central",
      hopeful: "Hopeful",
      common: "All right or all wrong",
    } as Readonly<Record<string, string>>,
    by: "belief",
    sentence: (
      of: string,
      month: number,
      low: string,
      high: string,
      share: number,
      chances: readonly string[],
    ): string =>
      `For a sceptic ${of} ${atMonth(month)} is ${low}, for the hopeful ${high}; the chance of ${percent(share)} is ${chances[0]} and ${chances[1]} (95% intervals).`,
    none: "This plan gives every effect a value of its own, so beliefs about effects change nothing.",
    note: "A sceptic takes every effect of a lesson or lever at the lower quarter of what is believed, the hopeful at the upper quarter, the central view at the middle; “all right or all wrong” has effects succeed or fail together. All in the same worlds and luck.",
    columns: ["belief", "mean", "low", "high", "chance of the target", "chance low", "chance high", "replicates"],
  },

  variance: {
    title: "How much is luck",
    sentence: (share: number, low: number, high: number, worlds: number): string =>
      `Where nothing is known but the ranges, ${percent(share)} of the spread between runs is luck (95% interval ${percent(low)} to ${percent(high)}; ${count(worlds)} worlds run twice); the rest is what one believes.`,
    untold: (why: string): string => `How much is luck cannot be told: ${why}.`,
    rough: (half: number): string =>
      `The shares in the chart are rough: the least sure is known to ±${sizeInPoints(half)}.`,
    note: (names: number): string =>
      `The chart varies the ${count(names)} beliefs that move the result farthest, each independently of the others, and holds all other beliefs: luck’s part there is of that smaller spread. What is alone counts what one input does by itself; with interactions, all it has a part in; by chance of the sample what is alone may come out above.`,
    waits: "This needs the beliefs of the first figure.",
    columns: ["input", "name", "alone", "alone low", "alone high", "with interactions", "with low", "with high"],
    luck: "Luck (the seed)",
  },

  wedges: {
    title: "What each lever adds",
    none: "This plan uses no lever, so there is nothing to share out.",
    sentence: (of: string, label: string, share: number, low: number | null, high: number | null): string =>
      `“${label}” adds most to ${of}: ${sizeInPoints(share)} (${within(low, high, false)}).`,
    unsure: (of: string): string => `No lever’s part in ${of} can be told from nothing yet.`,
    note: (orders: number | null, plans: number): string =>
      `A lever’s part is what it adds on average over the orders in which levers may come in (Shapley): ${orders === null ? "all orders were counted" : `${orders} orders were drawn in each world`}, from ${count(plans)} combinations of levers. The part of colleagues is what their influence adds to the work of the levers.`,
    columns: ["lever", "adds", "low", "high", "alone", "if only it were left out", "replicates"],
  },

  map: {
    title: "Two levers together",
    across: "Across",
    up: "Up",
    unit: "share of its full strength",
    same: "Choose two different levers.",
    sentence: (of: string, best: string, x: string, y: string): string =>
      `The highest mean of ${of}, ${best}, is with ${x} and ${y}; where the intervals of two cells overlap, this map does not tell them apart.`,
    at: (label: string, level: number): string => `“${label}” at ${percent(level)}`,
    note: "Strength 0 is as today, 100% is the lever as the plan has it, or at its usual settings where the plan does not use it. All cells are in the same worlds and luck; cells marked × are not yet worked out.",
    columns: ["mean", "low", "high", "replicates"],
  },

  levers: {
    vision: "Shared vision",
    assessment: "Honest look",
    investment: "Investment and release time",
    departments: "Departments together",
    entry: "How schools join",
    guidance: "Guidance and choice",
    coaching: "Coaching",
    learning: "Institutes and visits",
    leadership: "Prepared leaders",
    design: "School design",
    partnership: "Partners",
    improvement: "Learning from evidence",
    practice: "How much of the practice",
    peers: "Colleagues",
  } as Readonly<Record<string, string>>,
} as const;
