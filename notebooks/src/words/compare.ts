// What the page "Compare" says.

import { atMonth, dollars, duration } from "@uptake/charts";
import { capital } from "./capital.js";
import { count, percent } from "./numbers.js";
import { inPoints, pointsOf, signedPoints, sizeInPoints } from "./points.js";

const among = (low: number | null, high: number | null, write: (value: number) => string): string =>
  low === null || high === null ? "" : `${write(low)} to ${write(high)}`.replaceAll(" ", "\u00a0");

const asToday = "the district as today";
/** Names a plan within a sentence. */
const named = (name: string): string => (name === asToday ? name : `“${name}”`);
/** Begins a sentence with the name of a plan. */
const begin = (name: string): string => (name === asToday ? capital(name) : named(name));

/** Writes an interval of dollars for a column, which may break it before its second end. */
const dollarsAmong = (low: number | null, high: number | null): string =>
  among(low, high, dollars).replace("\u00a0", " ");

/** Holds the page's words. */
export const compareWords = {
  changed: (title: string): string => `${title}, changed`,
  today: "As today",
  asToday,
  named,

  answer: {
    better: (better: string, other: string): string => `${begin(better)} is better than ${named(other)}`,
    by: (size: number, low: number, high: number, measure: string, month: number): string =>
      `by ${pointsOf(size)} of ${measure} ${atMonth(month)} (95% interval ${among(low, high, inPoints)}),`,
    ahead: (ahead: number, runs: number, worlds: boolean): string =>
      `in ${count(ahead)} of ${count(runs)} shared ${worlds ? "worlds" : "runs"}.`,
    alike: (a: string, b: string): string => `${begin(a)} and ${named(b)} cannot be told apart`,
    difference: (size: number, low: number, high: number, measure: string, month: number): string =>
      `in ${measure} ${atMonth(month)}: the difference is ${pointsOf(size)} (95% interval ${among(low, high, inPoints)}),`,
    split: (b: string, ahead: number, behind: number, runs: number, worlds: boolean): string =>
      `${named(b)} being ahead in ${count(ahead)} and behind in ${count(behind)} of ${count(runs)} shared ${worlds ? "worlds" : "runs"}.`,
    same: (a: string, b: string): string => `${begin(a)} and ${named(b)} are the same`,
    sameRest: "in every run.",
    apart: (a: string, b: string): string => `${begin(a)} and ${named(b)} share no worlds,`,
    apartRest: (reasons: string): string => `so nothing can be told of their difference: ${reasons}.`,
    unknown: (a: string, b: string): string => `${begin(a)} and ${named(b)} cannot be compared,`,
    unknownRest: "as no run has a value.",
    chance: (share: number, a: string, here: string, b: string, there: string): string =>
      `The chance of ${percent(share)} is ${here} with ${named(a)} and ${there} with ${named(b)}.`,
    costs: (plan: string, more: number, low: number | null, high: number | null): string =>
      low !== null && high !== null && low <= 0 && high >= 0
        ? `In cost they cannot be told apart (${among(low, high, dollars)}).`
        : `${begin(plan)} costs ${dollars(Math.abs(more))} ${more > 0 ? "more" : "less"} (${more > 0 ? among(low, high, dollars) : among(high === null ? null : -high, low === null ? null : -low, dollars)}).`,
    others: (first: string, told: readonly string[]): string => `Against ${named(first)} too: ${told.join("; ")}.`,
    otherBetter: (name: string, size: number, low: number, high: number): string =>
      `${named(name)} is better by ${pointsOf(size)} (${among(low, high, inPoints)})`,
    otherWorse: (name: string, size: number, low: number, high: number): string =>
      `${named(name)} is worse by ${pointsOf(size)} (${among(low, high, inPoints)})`,
    otherAlike: (name: string): string => `${named(name)} cannot be told apart`,
    otherApart: (name: string): string => `${named(name)} shares no worlds with it`,
    runs: (runs: number): string => `${count(runs)} runs of each.`,
  },

  lines: {
    title: "All plans on one axis",
    note: "Lines: medians of the runs. Bands: half of each plan’s runs. Bars at the right: half and nine tenths of them in the last month. All plans have the same worlds and luck.",
    today: "as today",
    value: (median: number, low: number, high: number): string =>
      `${percent(median)} (half of runs ${percent(low)} to ${percent(high)})`,
  },

  table: {
    title: "Side by side",
    plan: "Plan",
    reached: (measure: string, month: number): string => `${capital(measure)} ${atMonth(month)}`,
    less: (name: string): string => `Less ${named(name)}`,
    chance: (share: number): string => `Chance of ${percent(share)}`,
    sustained: "Two years after funding",
    gap: "Poverty gap",
    cost: "Cost, all years",
    perAdopter: "For each added adopter who stays",
    none: "–",
    itself: "the first",
    beyond: "beyond the months simulated",
    apart: "other worlds",
    same: "the same",
    percent,
    shares: (low: number | null, high: number | null): string => among(low, high, percent),
    points: signedPoints,
    pointsBetween: (low: number | null, high: number | null): string => among(low, high, inPoints),
    ahead: (ahead: number, runs: number): string => `ahead in ${count(ahead)} of ${count(runs)}`,
    /** Writes a gap on one line of a column. */
    behind: (value: number): string =>
      inPoints(value) === "0"
        ? "none"
        : `${sizeInPoints(value).replace("point", "pt")} ${value > 0 ? "behind" : "ahead"}`.replaceAll(" ", "\u00a0"),
    /** Writes the interval of a gap the way that its middle is told; where that is none, the interval says which way. */
    behindBetween(value: number, low: number | null, high: number | null): string {
      if (inPoints(value) === "0") return low === null ? "" : `${among(low, high, inPoints)} behind`;
      return value < 0 && low !== null && high !== null ? among(-high, -low, inPoints) : among(low, high, inPoints);
    },
    /** Writes a difference of two gaps by where high-poverty schools stand with the second plan: further ahead, or less behind. */
    gapLess(value: number, gap: number): string {
      if (inPoints(value) === "0") return "none";
      const side = inPoints(gap) !== "0" && gap < 0 ? "ahead" : "behind";
      return `${sizeInPoints(value).replace("point", "pt")} ${value < 0 === (side === "ahead") ? "further" : "less"} ${side}`;
    },
    /** Writes the interval of a difference of two gaps the way that it is told. */
    gapLessBetween: (value: number, low: number | null, high: number | null): string =>
      low === null || high === null ? "" : value < 0 ? among(-high, -low, inPoints) : among(low, high, inPoints),
    dollars,
    dollarsBetween: (low: number | null, high: number | null): string => (low === high ? "" : dollarsAmong(low, high)),
    /** Writes the interval of what each further adopter costs, which is no difference of what each costs in the two plans. */
    eachMore: (low: number | null, high: number | null): string =>
      [dollarsAmong(low, high), "for each one more"].filter((text) => text !== "").join(", "),
    moreDollars: (value: number): string => (value < 0.5 ? dollars(value) : `+${dollars(value)}`),
    note: (months: number): string =>
      `Means over the runs with their 95% intervals, each by itself; differences are of the same worlds and luck. Gap: how far high-poverty schools are behind low-poverty ones. Cost over ${duration(months)}, dollars of 2024.`,
  },

  pair: {
    title: "Any two",
    a: "Take this plan",
    b: "and compare it with",
    figure: (b: string, a: string): string => `${begin(b)} less ${named(a)}`,
    measure: "Measure",
    column: (name: string): string => (name === asToday ? capital(name) : name),
    difference: "Difference",
    none: "Choose two different plans.",
  },

  plans: {
    title: "Plans compared",
    none: "Nothing is pinned yet: the plan on show is compared with the district as today. Add plans below.",
    one: "Until two plans are pinned, the plan on show is compared too.",
    shown: "on show",
    name: (place: number): string => `Name of plan ${place}`,
    up: "Up",
    down: "Down",
    remove: "Remove",
    pin: "Pin",
    preset: "Add a plan",
    add: "Add it",
    choose: "Choose …",
    kinds: {
      reference: "To compare with",
      network: "Networks",
      district: "Districts’ stories",
      equity: "The equity case",
      grant: "Grants",
    } as Readonly<Record<string, string>>,
    saved: "Kept in this browser",
    file: "Add a scenario file",
    full: "Four plans are pinned: remove one to add another.",
    added: (name: string): string => `“${name}” is pinned.`,
    refused: (name: string): string => `“${name}” could not be added.`,
    district: "District of all plans",
    districtMixed: "The plans are in several districts; choose one for all.",
  },

  stop: "Stop",
  go: "Go on",
  stopped: (runs: number, all: number): string =>
    `Stopped: what is shown is of ${count(runs)} of ${count(all)} runs of each plan.`,
  partial: (runs: number, all: number): string => `So far of ${count(runs)} of ${count(all)} runs of each plan.`,
  clamped: (runs: number): string =>
    `This page runs ${count(runs)} replicates of each plan: at least 25, at most 2,000.`,
  failures: (failures: number): string => `${count(failures)} runs failed; their replicates are left out of all plans.`,
} as const;
