// What the page "Tune" says.

import type { ControlName } from "../plan/controls.js";
import { count, decimal } from "./numbers.js";

/** Holds a control's words: `value` writes a value and its unit; `help` is one line. */
export interface ControlWords {
  readonly label: string;
  readonly value: (value: number) => readonly [amount: string, unit: string];
  readonly help: string;
}

const controls: Readonly<Record<ControlName, ControlWords>> = {
  invitation: {
    label: "Invitation",
    value: (value) => [`${decimal(value, 0)}%`, "of schools a wave"],
    help: "Only schools that join receive anything.",
  },
  coaching: {
    label: "Coaching",
    value: (value) => [decimal(value), `${decimal(value) === "1" ? "coach" : "coaches"} per 100 teachers`],
    help: "For the teachers of schools that have joined.",
  },
  time: {
    label: "Release time",
    value: (value) => [decimal(value), `${decimal(value) === "1" ? "hour" : "hours"} a month`],
    help: "Away from class, to plan and to visit others.",
  },
  institutes: {
    label: "Summer institutes",
    value: (value) => [decimal(value), `${decimal(value) === "1" ? "day" : "days"} a year`],
    help: "June days of living the practice as a learner.",
  },
  leaders: {
    label: "Prepared principals",
    value: (value) => [`${decimal(value, 0)}%`, "prepared"],
    help: "They learn the practice before they lead it.",
  },
  departments: {
    label: "Departments together",
    value: (value) => [`${decimal(value, 1)} of 6`, "aligned"],
    help: "From coaching to evaluation, one message.",
  },
  protection: {
    label: "Test pressure",
    value: (value) => [`${decimal(value, 0)}%`, "kept away"],
    help: "From schools that try, if principals pass it on.",
  },
  equity: {
    label: "Neediest schools first",
    value: (value) => [`${decimal(value, 0)}%`, "weight"],
    help: "Poverty counts in invitations and coach hours.",
  },
  mandate: {
    label: "Mandate",
    value: (value) => [`${decimal(value, 0)}%`, "force"],
    help: "Schools join by order; owning it comes later.",
  },
};

/** Holds the page's words. */
export const tuneWords = {
  headings: {
    controls: "What the plan sets",
    tiers: "Who is left behind",
    ledger: "What it costs",
    repeat: "Run it yourself",
  },
  district: {
    label: "District",
    names: {
      "colorado-springs-d11": "Colorado Springs District 11",
      "napa-valley-unified": "Napa Valley Unified",
      "porterville-unified": "Porterville Unified",
      "small-rural": "A small rural district",
      "large-urban": "A large urban district",
      "us-average": "The average US district",
    } as Readonly<Record<string, string>>,
    size: (schools: number, teachers: number): string =>
      `${count(schools)} schools, ${count(teachers)} teachers. Published totals, made-up schools.`,
  },
  presets: {
    label: "Start from",
    names: {
      "business-as-usual": "As today",
      "all-six-lessons-scale-up": "All six, at scale-up cost",
    } as Readonly<Record<string, string>>,
  },
  from: (month: number): string => `, from year ${Math.floor(month / 12) + 1}`,
  controls,

  fast: "On average faster than if 40% of those not yet using began each year (48, 63 and 69% in May of years 1, 2 and 3), near which there is only a study of twelve coached teachers: doubt this plan, or the model.",
  slow: "Coached schools stay on average below what the evidence on coaching allows (18, 24 and 28% in May of years 1, 2 and 3): doubt the model.",
  noWayIn: "No school joins this plan, so nothing it pays for reaches a teacher. Raise “Invitation” or “Mandate”.",

  fan: {
    title: (plan: string, changed: boolean, district: string): string =>
      `${plan}${changed ? ", changed" : ""} · ${district}`,
    caption: (runs: number, seed: string, version: string): string =>
      `Line: median of ${count(runs)} runs; bands: half and nine tenths of runs. Each run is a world and a luck of its own; as today has the same ones. Seed “${seed}”, version ${version}.`,
    usual: "Until this link’s first runs are in, the curve is that of the usual plan.",
    sketch: (done: number, runs: number): string => `Sketch after ${count(done)} of ${count(runs)} runs.`,
  },
  repeat: {
    text: "Download the scenario, then, in a clone of the repository:",
    note: "The same seed gives the same numbers, there and here.",
  },
} as const;
