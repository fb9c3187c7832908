// What the parts of every page say: translate this file, and one for each page beside it, to translate the site.

import { count } from "./numbers.js";

/** Holds the words of the kit's parts. */
export const words = {
  site: {
    name: "Uptake",
    navigation: "Pages",
    skip: "Skip to the page",
    language: "en",
    noScript: "With JavaScript, this page answers for any plan; this is what it says of the plan it opens with.",
    description:
      "Fifteen percent of teachers use a teaching practice. Tune a plan and see how far it gets, who is left behind, what it costs, and how sure that is.",
  },
  notFound: {
    title: "There is no such page",
    text: "The address leads nowhere on this site.",
    home: "Go to the first page.",
  },
  /** Pages of the navigation, by address. */
  pages: {
    "/": "Tune",
    "/take": "What would it take?",
    "/compare": "Compare",
    "/matters": "What matters",
    "/break": "Break it",
    "/sure": "How sure?",
    "/inside": "Inside a district",
    "/data": "Your data",
    "/lessons": "Lessons and networks",
  } as Readonly<Record<string, string>>,
  footer: {
    doubt:
      "A thought experiment with stated beliefs, not a forecast: every effect is a range, and each says what supports it under",
    sources: "what the numbers rest on",
  },

  answer: {
    waiting: (done: number, runs: number): string => `Working it out: ${count(done)} of ${count(runs)} runs.`,
    waitingAfter: (done: number, runs: number): string =>
      `That was before your change. Working it out: ${count(done)} of ${count(runs)} runs.`,
  },
  cards: { none: "–", before: "before your change" },
  status: {
    progress: "Runs that are in",
    runs: (done: number, total: number): string => `${count(done)} of ${count(total)} runs`,
    link: "Not all of this link could be kept.",
  },
  start: {
    district: "District",
    districts: {
      "colorado-springs-d11": "Colorado Springs District 11",
      "napa-valley-unified": "Napa Valley Unified",
      "porterville-unified": "Porterville Unified",
      "small-rural": "A small rural district",
      "large-urban": "A large urban district",
      "us-average": "The average US district",
      "partnership-district": "A district of a partnership’s size",
    } as Readonly<Record<string, string>>,
    size: (schools: number, teachers: number): string =>
      `${count(schools)} schools, ${count(teachers)} teachers. Published totals, made-up schools.`,
    own: (name: string): string => `Yours: ${name}`,
    ownSize: (schools: number, teachers: number): string =>
      `${count(schools)} schools, ${count(teachers)} teachers, of a file of yours. Kept in this browser alone, and in no link.`,
    presets: "Start from",
    strategies: {
      "business-as-usual": "As today",
      "all-six-lessons-scale-up": "All six, at scale-up cost",
    } as Readonly<Record<string, string>>,
  },

  drop: {
    choose: "Choose a file",
    or: "Drop it here, or",
  },
  shelf: {
    heading: "Plans you keep",
    name: "Name of the plan",
    thisPlan: "this plan",
    keep: "Keep",
    pin: "Pin",
    export: "Export",
    import: "Open a scenario file",
    open: "Open",
    forget: "Forget",
    unpin: "Unpin",
    pinned: "Pinned, to compare",
    plans: "Kept in this browser",
    none: "None yet.",
    kept: (name: string): string => `“${name}” is kept in this browser.`,
    notKept: "This browser keeps nothing.",
    opened: (from: string): string => `“${from}” is open.`,
    refused: (from: string): string => `“${from}” could not be opened.`,
  },
  figure: {
    table: "Numbers",
    noTable: "The numbers come when all runs are in.",
    rowsLeft: (left: number): string => `${count(left)} more rows are in the file (CSV).`,
    source: (runs: number, seed: string, version: string): string =>
      `${runs === 1 ? "1 run" : `${count(runs)} runs`}, seed “${seed}”, version ${version}.`,
    prebuilt: "Computed when this site was built; your browser makes the same runs now.",
    cursor: (title: string): string => `Values along the chart: ${title}`,
    nothing: "there is nothing to save yet",
    waiting: "Drawn once enough runs are in.",
    empty: "There is nothing to draw: it is as in the district today.",
  },

  tools: {
    label: "Result",
    names: {
      undo: "Undo",
      redo: "Redo",
      copy: "Copy link",
      copyTable: "Copy table",
      png: "PNG",
      svg: "SVG",
      csv: "CSV",
      yaml: "Scenario",
      embed: "Embed",
    },
    copied: "Link copied.",
    tableCopied: "Table copied.",
    embedCopied: "HTML copied: the figure alone, as it is now.",
    /** Says that a link would open another plan. */
    notInLink: (message: string): string =>
      `A link cannot hold this plan (${message}): save the scenario, and open it as a file.`,
    copyFailed: "Copy this link:",
    download: (what: string): string => `Download ${what}`,
    saved: (file: string): string => `${file} saved.`,
    failed: (message: string): string => `Could not be saved: ${message}.`,
  },

  failed: (message: string): string =>
    `This browser could not run the simulation (${message}). What is shown is the last result.`,
} as const;
