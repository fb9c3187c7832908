// What the page "How sure?" says.

import { atMonth } from "@uptake/charts";
import { correlation } from "./correlation.js";
import { count, percent, range, runsReach } from "./numbers.js";
import { sureNumbersWords } from "./sure-numbers.js";

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
    waiting: (done: number, total: number): string => `Working it out: ${count(done)} of ${count(total)} runs.`,
    now: (median: number, month: number, reached: number, runs: number): string =>
      `Median ${percent(median)} of teachers ${atMonth(month)}; ${runsReach(reached, runs)} the target.`,
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
  },

  numbers: sureNumbersWords,

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
