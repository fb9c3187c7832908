// What the parts of every page say: translate this file, and one for each page beside it, to translate the site.

import { count, percent, point, points, range, signed } from "./numbers.js";

/** Chances, from the least; the first that is not under the chance says it in words. */
const verdicts: readonly (readonly [below: number, words: string])[] = [
  [0.05, "Almost certainly not."],
  [0.25, "Probably not."],
  [0.5, "Less likely than not."],
  [0.75, "More likely than not."],
  [0.95, "Probably."],
  [Number.POSITIVE_INFINITY, "Almost certainly."],
];

/** Holds the words of the kit's parts. */
export const words = {
  site: { name: "Uptake", navigation: "Pages", language: "en" },
  pages: { "/": "Fifteen to eighty" } as Readonly<Record<string, string>>,
  footer: {
    doubt:
      "A thought experiment with stated beliefs, not a forecast: every effect is a range, and each says what supports it.",
  },

  answer: {
    verdict: (chance: number): string => verdicts.find(([below]) => chance < below)?.[1] ?? "",
    runs: (reached: number, runs: number): string => `It does so in ${count(reached)} of ${count(runs)} runs.`,
    middle: (third: number, later: number, funded: boolean): string =>
      `Half of the runs have at least ${percent(third)} of teachers using the practice in May of year 3, and half at least ${percent(later)} two years ${funded ? "after the money stops" : "later"}.`,
    waiting: (done: number, runs: number): string => `Working it out: ${count(done)} of ${count(runs)} runs.`,
    gap({ value, low, high }: { value: number | null; low: number | null; high: number | null }): string {
      if (value === null) return "";
      if (point(value) === 0) return "High-poverty schools keep level with the others.";
      if (low !== null && high !== null && low <= 0 && high >= 0)
        return "No clear gap between high- and low-poverty schools.";
      return `High-poverty schools ${value > 0 ? "trail" : "lead"} by ${points(value)}.`;
    },
  },

  cards: {
    chance: "Chance of 80%",
    adoption: "May of year 3",
    sustained: "Two years after",
    gap: "Poverty gap",
    percent,
    gapValue: (gap: number): string =>
      point(gap) === 0 ? "none" : `${points(gap).replace("point", "pt")} ${gap > 0 ? "behind" : "ahead"}`,
    chanceNote: (low: number, high: number): string => `between ${percent(low)} and ${percent(high)}`,
    difference: (estimate: number, low: number, high: number): string =>
      `on average ${signed(estimate)} ${point(estimate) === 1 ? "point" : "points"} against as today (${range(low, high)})`,
    same: "as today",
    none: "–",
    noGap: "needs three schools",
    note: "Shares are medians of the runs; the gap is how far high-poverty schools are behind or ahead of low-poverty ones, on average. Differences are low- less high-poverty for the gap, means over paired runs. All intervals are 95%.",
  },

  tools: {
    label: "Result",
    names: {
      undo: "Undo",
      redo: "Redo",
      copy: "Copy link",
      png: "PNG",
      svg: "SVG",
      csv: "CSV",
      yaml: "Scenario",
    },
    copied: "Link copied.",
    copyFailed: "Copy this link:",
    download: (what: string): string => `Download ${what}`,
    saved: (file: string): string => `${file} saved.`,
    failed: (message: string): string => `Could not be saved: ${message}.`,
  },

  failed: (message: string): string =>
    `This browser could not run the simulation (${message}). What is shown is the last result.`,

  link: {
    title: "This link could not be read, so the page starts from its usual plan.",
    tooLong: (length: number, most: number): string =>
      `It has ${count(length)} characters; ${count(most)} is the most.`,
    future: (version: string, known: number): string =>
      `It was made by a later version of this page (format ${version}; this one reads ${known}).`,
    noVersion: "It does not say which version of the format it has.",
    unknown: (name: string): string => `Nothing is called “${name}”.`,
    twice: (name: string): string => `“${name}” stands in it twice.`,
    noDistrict: (name: string): string => `No district is called “${name}”.`,
    noStrategy: (name: string): string => `No strategy is called “${name}”.`,
    outOfRange: (label: string, text: string, max: number, step: number): string =>
      `${label}: “${text}” is not a number from 0 to ${max} in steps of ${step}.`,
  },
} as const;
