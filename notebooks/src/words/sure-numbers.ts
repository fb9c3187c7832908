// What the list of every number on the page "How sure?" says.

import type { Status } from "@uptake/model";
import { count } from "./numbers.js";

/** Writes a number of the model, as exactly as a reader can use it. */
const exact = (value: number): string => String(Number(value.toPrecision(4))).replace("-", "−");
const short = (value: number): string => String(Number(value.toPrecision(2))).replace("-", "−");

/** Holds the list's words. */
export const sureNumbersWords = {
  intro:
    "Shaded: what is believed before any pattern is looked at, over the range that is drawn. A vertical mark: the default. Below it, eight tenths of the kept worlds – the draws that show what is known – with their median marked. Moving a number holds it at one value in every run; one not moved is drawn anew for each, unless you choose one world for all.",
  search: "Search",
  searchHint: "Name, meaning or source",
  status: "Evidence",
  show: "Show",
  anyStatus: "All",
  statusDoc: {
    measured: "Read in a source that measured it",
    abstract: "Seen in an abstract, a press summary or a secondary account",
    computed: "Follows from figures that were read, or was fitted to data or to a pattern",
    choice: "No source supports it: a reading, with a wide range",
  } as Readonly<Record<Status, string>>,
  shows: {
    all: "All numbers",
    moved: "Moved here",
    effects: "Effects of levers and lessons",
    deciding: "Those that decide here",
  },
  found: (found: number, all: number): string => `${count(found)} of ${count(all)} numbers`,
  inSection: (numbers: number, moved: number): string =>
    `${count(numbers)}${moved > 0 ? `, ${count(moved)} moved` : ""}`,
  free: "drawn",
  fixed: "as it is",
  value: (what: string): string => `Value: ${what}`,
  slide: (what: string): string => `Slide: ${what}`,
  valueText: (value: number, unit: string): string => `${exact(value)} ${unit}`,
  freeText: (prior: string, unit: string): string => `not held: ${prior}, ${unit}`,
  reset: "Reset",
  resetOf: (what: string): string => `Reset: ${what}`,
  kept: (low: number, high: number): string => `kept worlds ${short(low)} to ${short(high)}`,
  usual: (value: number): string => `default ${exact(value)}`,
  effect: "effect",
  bySwitch: "held by a rival assumption, below",
  outside: (name: string, value: number, low: number, high: number): string =>
    `${name} cannot be ${exact(value)}: ${exact(low)} to ${exact(high)} are allowed.`,
  link: (name: string): string => `Link to ${name}`,
  sections: {
    population: "Teachers and teams",
    network: "Advice between teachers",
    start: "Where it starts",
    practice: "The practice",
    direction: "What the office signals",
    embedding: "What outlasts a superintendent",
    departments: "Departments",
    partnership: "Partnership",
    design: "School design",
    office: "The district office",
    superintendent: "Superintendents",
    attention: "Competing initiatives",
    community: "Board, union and families",
    results: "Public results",
    risk: "Accountability and risk",
    principal: "Principals",
    pipeline: "The pipeline of leaders",
    support: "Coaching and support",
    awareness: "Hearing of the practice",
    peers: "Peers",
    trying: "Beginning to try",
    depth: "Depth of practice",
    owning: "Making it one’s own",
    lapsing: "Giving up, and coming back",
    openness: "Openness of schools",
    membership: "Staying a member school",
    entry: "Joining",
    exit: "Leaving the job",
    hire: "New teachers",
    improvement: "Improvement cycles",
    students: "Students",
    survey: "Surveys",
    cost: "Prices",
  } as Readonly<Record<string, string>>,
} as const;
