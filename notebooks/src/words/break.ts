import { capital } from "./capital.js";
import { count, percent } from "./numbers.js";
import { pointsBetween, signedPoints, sizeInPoints } from "./points.js";

const interval = (low: number, high: number): string => `95% interval ${pointsBetween(low, high)} points`;

/** Lists names, as in `a, b and c`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

const months = "August, September, October, November, December, January, February, March, April, May, June, July".split(
  ", ",
);

/** Holds the words of the page that breaks a plan. */
export const breakWords = {
  question: "What breaks it?",
  thisPlan: "This plan",
  /** Sets of shocks, as they stand in a sentence. */
  sets: {
    none: "no shock",
    "superintendent-leaves": "a superintendent who leaves",
    "budget-cut": "a budget cut",
    "coach-vacancies": "coach vacancies",
    "pandemic-year": "a pandemic year",
    "policy-churn": "policy churn",
    "hostile-accountability": "hostile accountability",
    yours: "your shocks",
  } as Readonly<Record<string, string>>,
  kinds: {
    "turnover-wave": "More exits",
    "coaching-pause": "Coaching stops",
    "budget-cut": "Budget cut",
    "superintendent-exit": "Superintendent leaves",
    "principal-exit": "Principals leave",
    "policy-churn": "Policy churn",
    "hostile-accountability": "Hostile accountability",
    "survey-gap": "Survey answers lost",
  } as Readonly<Record<string, string>>,
  /** Sizes of shocks: what a number is multiplied by to be shown, and what follows it. */
  sizes: {
    "turnover-wave": { scale: 1, unit: "more in log-odds of leaving" },
    "coaching-pause": { scale: 100, unit: "% of coach hours" },
    "budget-cut": { scale: 100, unit: "% of every lever" },
    "superintendent-exit": { scale: 100, unit: "% chance" },
    "principal-exit": { scale: 100, unit: "% of principals" },
    "policy-churn": { scale: 1, unit: "initiatives more a month" },
    "hostile-accountability": { scale: 100, unit: "points more pressure" },
    "survey-gap": { scale: 100, unit: "% of answers" },
  } as Readonly<Record<string, { readonly scale: number; readonly unit: string }>>,

  timeline: {
    heading: "Switch a shock on, and move it",
    help: "A bar is the time that a shock lasts: drag its beginning, or move it by arrow keys. Shocks belong to the plan: the other pages show them too.",
    presets: "What districts met",
    none: "None",
    month: (month: number): string => `${months[month % 12]} of year ${Math.floor(month / 12) + 1}`,
    year: (year: number): string => `Year ${year}`,
    start: (kind: string): string => `${kind}: first month`,
    months: (kind: string): string => `${kind}: months`,
    size: (kind: string): string => `${kind}: size`,
    from: "from",
    lasting: "for",
    monthsUnit: "months,",
    on: (kind: string, nth: number): string => (nth === 0 ? kind : `${kind} (${nth + 1})`),
    all: "all at once",
  },

  curve: {
    title: "Adoption with your shocks",
    calm: "Adoption, with no shock yet",
    against: "unshocked",
    plan: "with shocks, median",
    calmPlan: "median",
    median: (share: number): string => percent(share),
    between: (low: number, high: number): string => `${percent(low)} to ${percent(high)}`,
    most: "nine tenths of runs",
  },
  difference: {
    title: "What your shocks take, month by month",
    with: "these shocks",
    without: "no shock",
    mean: "difference",
    interval: "95% interval",
    points: signedPoints,
    between: (low: number, high: number): string => `${pointsBetween(low, high)} points`,
  },

  test: {
    heading: "The same plan, in sampled worlds, under what districts met",
    intro:
      "Each world is a set of beliefs that shows the patterns the model was built on; every plan meets the same worlds, luck and shocks. No likelihood is attached to a shock.",
    stop: "Stop",
    go: "Go on",
    stopped: (worlds: number): string =>
      worlds === 0
        ? "Stopped before there was anything to tell."
        : `Stopped: what is shown holds for ${count(worlds)} worlds.`,
  },
  harm: {
    title: "What each shock takes",
    of: (measure: string, when: string): string => `change in ${measure} ${when}`,
    by: "shock",
  },
  success: {
    title: "In how many worlds it still succeeds",
    success: (measure: string, share: number, when: string): string =>
      `${measure} of at least ${percent(share)} ${when}`,
  },
  regret: {
    title: (under: string): string => `What a plan forgoes against the best plan of each world, with ${under}`,
    menu: "Under",
    of: (measure: string, when: string): string => `regret in ${measure} ${when}`,
    by: "plan",
    note: "Regret is what a plan forgoes in a world against the plan that is best there. Held against the pinned plans; where none is pinned, against two presets. Pin plans to choose.",
    leftOut: (names: readonly string[]): string =>
      `${listed(names)} ${names.length === 1 ? "is" : "are"} left out: another district, horizon or beliefs.`,
    none: "Pin a plan to see what this one forgoes.",
  },
  box: {
    title: "Where it fails",
    waiting: "The circumstances of failure come with 50 worlds.",
    fails: (
      conditions: string,
      there: { readonly failing: number; readonly runs: number; readonly low: number; readonly high: number },
      base: number,
    ): string =>
      `It fails where ${conditions}: in ${count(there.failing)} of ${count(there.runs)} runs there, in worlds held out to test this (${percent(there.low)} to ${percent(there.high)} at 95%), against ${percent(base)} of all.`,
    untested: (conditions: string, density: number): string =>
      `It may fail where ${conditions} (${percent(density)} of runs there do), but no world held out is there to test that.`,
    falls: (
      conditions: string,
      there: { readonly failing: number; readonly runs: number; readonly low: number; readonly high: number },
      base: number,
    ): string =>
      `Where it fails cannot be told. What was found in half of the worlds (${conditions}) does not stand a test in the others: ${count(there.failing)} of ${count(there.runs)} runs fail there (${percent(there.low)} to ${percent(there.high)} at 95%), against ${percent(base)} of all.`,
    never: (runs: number): string => `It fails in none of ${count(runs)} runs.`,
    always: (runs: number): string =>
      `It fails in every one of ${count(runs)} runs, so no circumstance tells when: ask for less, or for a stronger plan.`,
    reason: (failing: number, runs: number, reason: string): string =>
      `It fails in ${percent(failing)} of ${count(runs)} runs; ${reason}.`,
    run: "A run is one world under one set of shocks.",
    basis: (sets: readonly string[]): string => `Looked for under ${listed(sets)}.`,
    among: "the district meets {is}",
    glossary: (label: string, name: string, doc: string, unit: string): string =>
      `“${label}” is ${name}: ${doc} (${unit}).`,
    crosses: (conditions: string, sets: readonly string[]): string =>
      `It fails where ${conditions}. A cross is a world whose outcome, the mean under ${listed(sets)}, is a failure`,
  },

  answer: {
    worst: (set: string): string => `${capital(set)}, more than any other shock.`,
    tied: (set: string): string => `${capital(set)}, as far as can be told.`,
    harmless: "No shock that can be told from luck.",
    untouched: "Nothing tried here changes it.",
    change: (measure: string, when: string, by: number, low: number, high: number, worlds: number): string =>
      `It takes ${sizeInPoints(by)} off ${measure} ${when} on average (${interval(-high, -low)}, ${count(worlds)} worlds).`,
    alike: (sets: readonly string[]): string => `${capital(listed(sets))} cannot be told from it.`,
    reaching: (share: number, met: number, spared: number, worlds: number): string =>
      spared === 0 && met === 0
        ? `No world of ${count(worlds)} reaches ${percent(share)}, with it or without.`
        : `${count(met)} of ${count(worlds)} worlds still reach ${percent(share)}, ${count(spared)} without any shock.`,
    most: (measure: string, when: string, set: string, by: number, low: number, high: number, worlds: number): string =>
      `The worst change in ${measure} ${when} is ${signedPoints(by)}, with ${set} (${interval(low, high)}, ${count(worlds)} worlds).`,
    own: (by: number, low: number, high: number, worlds: number): string =>
      high < 0
        ? `Your shocks take ${sizeInPoints(by)} (${interval(-high, -low)}, ${count(worlds)} worlds).`
        : low > 0
          ? `Your shocks add ${sizeInPoints(by)} (${interval(low, high)}, ${count(worlds)} worlds).`
          : low === high
            ? `Your shocks change nothing in any of ${count(worlds)} worlds.`
            : `Your shocks cannot be told from luck (${signedPoints(by)}, ${interval(low, high)}, ${count(worlds)} worlds).`,
    short: (by: number): string => `${signedPoints(by)} on average.`,
  },

  controls: {
    heading: "Which plan",
    success: "Success is at least",
    successHelp: "Share of teachers, or what else the target is of, in the month of the target.",
    successValue: (share: number): readonly [string, string] => [percent(share), ""],
    worlds: "Sampled worlds",
    worldsNote: "More worlds take longer, and tell smaller differences.",
    worldsTitle: (worlds: number): string => `${count(worlds)} worlds`,
    shelf: "Pinned plans are held against this one.",
  },
  repeat: {
    heading: "Do this again",
    text: "This file repeats the numbers of the test on the command line, to the last digit:",
    tool: "stress.yaml",
  },
} as const;
