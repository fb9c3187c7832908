// What the page "How sure?" says.

import { when } from "@uptake/charts";
import type { Status } from "@uptake/model";
import { count, percent, range } from "./numbers.js";

/** Writes a number of the model, as exactly as a reader can use it. */
const exact = (value: number): string => String(Number(value.toPrecision(4))).replace("-", "−");
const short = (value: number): string => String(Number(value.toPrecision(2))).replace("-", "−");
const correlation = (value: number): string => value.toFixed(2).replace("-", "−");

/** Holds the page's words. */
export const sureWords = {
  question: "How sure is this?",
  answer: {
    verdict: (choice: number, all: number): string =>
      `${count(choice)} of the ${count(all)} numbers in this model have no direct estimate behind them.`,
    rest: (drawn: number, held: number, of: number): string =>
      `${count(drawn)} are drawn from a range, run by run, so that bands on these pages hold that doubt. Of ${count(of)} figures held against what is known, ${count(held)} hold and ${count(of - held)} miss. Move any number here to what you believe, and see whether the answer survives.`,
    short: (choice: number, all: number): string => `${count(choice)} of ${count(all)} numbers are a choice.`,
  },
  contents: {
    label: "On this page",
    plan: "The plan on show",
    numbers: "Every number",
    rivals: "Rival assumptions",
    patterns: "Patterns held and missed",
    forecasts: "Forecasts of what it had not seen",
    limits: "What the model cannot say",
  },

  plan: {
    intro: "What follows from what you believe. With nothing moved, this is what the model believes itself.",
    curve: (plan: string, changed: boolean, place: string): string =>
      `${plan}${changed ? ", changed," : ""} in ${place}`,
    waiting: (done: number, total: number): string => `Working it out: ${count(done)} of ${count(total)} runs.`,
    now: (median: number, month: number, reached: number, runs: number): string =>
      `Median ${percent(median)} of teachers in ${when(month)}; ${count(reached)} of ${count(runs)} runs reach the target.`,
    own: (median: number, reached: number, runs: number): string =>
      `With the model’s own beliefs: median ${percent(median)}, ${count(reached)} of ${count(runs)} runs.`,
    difference: (low: number, high: number): string =>
      `Yours less those, on average: ${range(low, high)} points (95% interval).`,
    moved: (numbers: number, others: number): string =>
      numbers + others === 0
        ? "Nothing moved."
        : [
            ...(numbers > 0 ? [`${count(numbers)} ${numbers === 1 ? "number" : "numbers"} moved`] : []),
            ...(others > 0 ? [`${count(others)} ${others === 1 ? "assumption" : "assumptions"} changed`] : []),
          ]
            .join(", ")
            .concat("."),
    reset: "Back to the model’s own",
    beyond: "The target lies beyond the months simulated.",
    median: "half of the runs have at least",
    share: percent,
    half: "half of the runs",
    most: "nine tenths of the runs",
    between: (low: number, high: number): string => `${percent(low)} to ${percent(high)}`,
  },

  numbers: {
    intro:
      "Shaded: what is believed before any pattern is looked at, over the range that is drawn. A vertical mark: the default. Below it, eight tenths of the kept worlds – the draws that show what is known – with their median marked. Moving a number holds it at one value in every run; one not moved is drawn anew for each, unless you choose one world for all.",
    search: "Search",
    searchHint: "Name, meaning or source",
    status: "Support",
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
  },

  deciding: {
    heading: "Which of them decide here?",
    intro: "Runs the plan in many worlds and ranks the numbers by how closely they go with what it comes to.",
    start: "Find out",
    stop: "Stop",
    stopped: "Stopped.",
    before: "That was before your change.",
    columns: ["number", "what it is", "rank correlation", "95% interval"],
    stands: (numbers: number, worlds: number, runs: number): string =>
      `${numbers === 1 ? "One number stands" : `${count(numbers)} numbers stand`} out over ${count(worlds)} worlds (${count(runs)} runs).`,
    none: (worlds: number, runs: number): string =>
      `None stands out over ${count(worlds)} worlds (${count(runs)} runs); the strongest are below.`,
    chance: (threshold: number, of: number): string =>
      `By chance alone the strongest of ${count(of)} numbers exceeds ${correlation(threshold)} once in twenty. A correlation is no proof of a cause.`,
    lacking: {
      parameters: "All runs have the same numbers, so none can be told to decide.",
      worlds: "There are too few worlds to tell which number decides.",
      outcomes: "In every world the plan comes to the same, so no number decides it.",
    },
    correlation,
    interval: (low: number, high: number): string => `${correlation(low)} to ${correlation(high)}`,
    common: "the common strength of all effects of lessons and levers",
    source: (runs: number, seed: string, version: string): string =>
      `${count(runs)} runs, seed “${seed}”, version ${version}.`,
    failed: (message: string): string => `This could not be worked out (${message}).`,
  },

  rivals: {
    intro:
      "Where it is not known how something works, the model can assume one thing or another. What you choose is part of the plan and of its link.",
    draw: {
      label: "Worlds that runs are made in",
      options: {
        sampled: ["Kept worlds", "Draws from what is believed that also show what is known"],
        priors: ["All draws", "Draws from what is believed, whatever patterns they show"],
        fixed: ["One world", "The same middling world in every run: what is left is luck alone"],
      },
    },
    effects: {
      label: "Effects of lessons and levers",
      options: {
        independent: ["Each by itself", "As the worlds have them: one may be large where another is small"],
        common: ["All together", "Where one is large all are: they succeed or fail together"],
      },
    },
    level: {
      label: "Size of those effects",
      options: {
        drawn: ["As drawn", "Every world has its own"],
        sceptical: ["Sceptical", "Each effect is held at its first quartile, costs of levers at the third"],
        central: ["Central", "Each effect is held at its median"],
        hopeful: ["Hopeful", "Each effect is held at its third quartile, costs of levers at the first"],
      },
    },
    options: {
      true: "Yes",
      false: "No",
      simple: "In proportion",
      complex: "By threshold",
      none: "None",
      advice: "Ties of advice",
      complete: "Everyone with everyone",
      drawn: "As the world has it",
      sum: "Summed",
      product: "Multiplied",
      weakest: "The weakest",
    } as Readonly<Record<string, string>>,
  },

  patterns: {
    intro:
      "A pattern is something known about teachers, schools or the arithmetic of diffusion that the model must show when it runs. A figure holds when it lies within the tolerance set for it; misses are shown as such.",
    holds: (held: number, of: number): string =>
      of === 0 ? "nothing to hold it against" : `${count(held)} of ${count(of)} hold`,
    reported: (reported: number): string => (reported > 0 ? `${count(reported)} reported only` : ""),
    miss: "Misses",
    simulated: "simulated",
    observed: "observed",
    tolerance: "tolerance",
    all: "All figures",
    columns: ["figure", "simulated", "observed", "tolerance", "verdict", "source", "cases"],
    verdicts: { holds: "holds", misses: "misses", reported: "reported only" },
    failed: "The figures could not be loaded.",
  },

  forecasts: {
    intro:
      "The model was shown the first half of each series, and foretold the rest, as were three simpler forecasters.",
    better: (better: number, of: number): string =>
      `Over the whole path it scores better than the best of the others in ${count(better)} of ${count(of)} series.`,
    columns: [
      "series",
      "counts shown",
      "held out",
      "in its 80% bands",
      "log score: Uptake",
      "best of the others",
      "source",
    ],
    table: "Every series",
    unit: "Log scores are means over the counts held out; the greater the better.",
  },

  limits: { intro: "Not a list of what is still to be done: no run of this model answers these." },
} as const;
