// What the page "Your data" says.

import { correlation } from "./correlation.js";
import { count, percent } from "./numbers.js";

const of = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? "" : "s"}`;

/** Holds the page's words. */
export const dataWords = {
  answer: {
    shipped: (name: string): string => `The plan runs in ${name}.`,
    shippedRest: "Published totals, made-up schools. Open a roster to run it in schools of your own.",
    own: (name: string): string => `The plan runs in your ${name}.`,
    ownRest: (schools: number, teachers: number): string =>
      `${of(schools, "school")}, ${of(teachers, "teacher")}, as your file has them. The district is kept in this browser alone: a link cannot hold it, and opens another district elsewhere.`,
    worlds: (worlds: number, source: string): string => `Runs are made in the ${of(worlds, "world")} of ${source}.`,
    short: (schools: number): string => of(schools, "school"),
  },
  take: {
    heading: "Open a file",
    label:
      "A roster of schools, surveys or worlds (CSV), a scenario (YAML), a receipt or a district (JSON). At most 32 MB.",
    private: "Files are read here, by a worker of this page. Nothing in them leaves your browser.",
    reading: (name: string): string => `Reading ${name} …`,
    refused: (name: string, faults: number): string =>
      `${name} could not be read: ${faults === 1 ? "one fault" : `${count(faults)} faults`}, by line and column.`,
    scenario: (name: string): string => `${name}: the plan is open.`,
    worlds: (name: string, worlds: number): string =>
      `${name}: the plan now runs in its ${of(worlds, "world")}, each as likely as another.`,
    roster: (name: string): string => `${name} is a roster. Look at what was read, then take its district below.`,
    series: (name: string, surveys: number): string => `${name} holds ${of(surveys, "survey")}. Fit them below.`,
    receipt: (name: string): string => `${name} is a receipt. Repeat its runs below.`,
    faults: "What is wrong",
  },
  roster: {
    heading: "Roster",
    none: "No roster is open. The format “generic” is a table of your own, with the columns school, level, enrolment, low_income and teachers; other columns can be named here.",
    format: "Format",
    formats: (name: string, files: string): string => `${name}: ${files}`,
    columns: "Which column is which",
    asFormat: "as the format has it",
    district: "District",
    choose: (districts: number): string => `Choose one of ${count(districts)}`,
    name: "Name of the district",
    use: "Run the plan in it",
    used: (name: string): string => `The plan now runs in ${name}.`,
    kept: "It is kept in this browser, and in the menu of districts on every page.",
    notKept: "This browser keeps nothing: it is gone when this tab is closed.",
    schools: (name: string, schools: number, teachers: number, students: number, low: number): string =>
      `${name}: ${of(schools, "school")}, ${of(teachers, "teacher")}, ${of(students, "student")}, ${percent(low)} of them low-income.`,
    rows: (read: number, own: number, kept: number, dropped: number): string =>
      `Rows in the file: ${count(read)}; of this selection: ${count(own)} = ${count(kept)} kept + ${count(dropped)} dropped.`,
    dropped: (line: number, school: string, reason: string): string => `Dropped, line ${line}: ${school}: ${reason}`,
    note: (text: string): string => `Note: ${text}`,
    warning: (text: string): string => `Doubtful: ${text}`,
    more: (left: number): string => `and ${count(left)} more`,
    table: "Its schools",
    tableColumns: ["school", "level", "students", "teachers", "low-income share of students"],
    rowsLeft: (left: number): string => `and ${count(left)} more schools`,
  },
  own: {
    heading: "Districts you keep",
    none: "None yet.",
    use: "Use",
    save: "Export",
    forget: "Forget",
  },
  fan: {
    title: (plan: string, district: string): string => `${plan} · ${district}`,
    median: (share: number): string => `${percent(share)} (median)`,
    between: (low: number, high: number): string => `${percent(low)} to ${percent(high)}`,
    plan: "this plan",
    most: "nine tenths of runs",
    columns: ["month", "median share of teachers", "5th percentile", "95th percentile"],
  },
  surveys: {
    heading: "Surveys",
    none: "Open a CSV with the columns month, group, adopters (or share) and respondents: what teachers said in the years of the plan on show. The beliefs that move adoption most are then fitted to it.",
    of: (name: string): string => `Surveys of ${name}`,
    columns: ["month", "group", "share who say yes", "respondents"],
    self: "Teachers spoke of themselves, which is above practice",
    fit: "Fit",
    stop: "Stop",
    stopped: "Stopped. Nothing is told of a fit that is not finished.",
    changed: "The plan was changed since: this fit is of the plan before.",
    shown: (within: number, surveys: number, worlds: number): string =>
      `The model can show these surveys: ${count(within)} of ${count(surveys)} lie within its 95% bands, over ${of(worlds, "world")}.`,
    notShown: (within: number, surveys: number, worlds: number): string =>
      `The model does not show these surveys with the values tried: ${count(within)} of ${count(surveys)} lie within its 95% bands, over ${of(worlds, "world")}. So they tell nothing of its beliefs. Perhaps the plan or its start differs from what was done.`,
    told: (told: number, all: number): string =>
      told === 0
        ? `They cannot tell what any of ${count(all)} beliefs may be.`
        : `They tell of ${count(told)} of ${count(all)} beliefs.`,
    look: (runs: number): string =>
      `A first look, of ${of(runs, "run")}: uptake calibrate takes more. Approximate, and only as good as the plan is like what was done.`,
    ridge: (a: string, b: string, together: number): string =>
      `They bind ${a} and ${b} together (correlation ${correlation(together)}): they tell of a combination more than of either.`,
    doubt: (text: string): string => `Doubtful: ${text}.`,
    use: "Run the plan in the fitted worlds",
    used: "The plan now runs in the fitted worlds. A link cannot hold them.",
    save: "worlds.csv",
    bandTitle: (group: string): string => `What the fitted model shows, and what was seen: ${group}`,
    bandColumns: ["month", "low end of 95%", "median", "high end of 95%"],
    parametersTitle: "What the surveys tell of beliefs",
    parametersColumns: [
      "belief",
      "before: low",
      "before: high",
      "after: median",
      "after: low",
      "after: high",
      "verdict",
    ],
  },
  same: {
    heading: "The same numbers, there and here",
    text: (runs: number): string =>
      `The command line makes ${of(runs, "run")} of the plan, as many of the district as today beside it, some under other beliefs and some with each step made easier; a receipt holds the hash of them all. Made here, it is the same to the last digit.`,
    make: "Make the runs and their receipt",
    repeat: "Repeat the runs of the receipt",
    open: "Open its plan",
    stop: "Stop",
    stopped: "Stopped.",
    receipt: "receipt.json",
    runs: "Runs",
    checksums: "Hash of the runs",
    whole: "Receipt",
    given: (name: string): string => `Receipt ${name}`,
    study: (kind: string, name: string, runs: number, seed: string): string =>
      `A ${kind} study, “${name}”, ${of(runs, "run")}, seed “${seed}”.`,
    agrees: (text: string): string => `Agrees: ${text}.`,
    differs: (text: string): string => `Differs: ${text}.`,
    written: "the receipt is as it was written",
    changed: "the receipt was changed since it was written: its contents no longer have its hash",
    version: (given: string, own: string): string =>
      given === own ? `the same version, ${own}` : `another version: the receipt is of ${given}, this is ${own}`,
    districts: (names: string): string => `the data of ${names}`,
    again: (runs: number, same: boolean): string =>
      same
        ? `${of(runs, "run")} made again here, the same to the bit`
        : `${of(runs, "run")} made again here, and not the same`,
    onlyCommand: "Only the runs of “uptake run” are repeated here. On the command line: uptake verify receipt.json",
    failed: (message: string): string => `It could not be done: ${message}.`,
  },
  away: {
    heading: "Take it away",
    cite: "How to cite",
    citation: (plan: string, district: string, runs: number, seed: string, version: string, address: string): string =>
      `The Uptake authors (2026). Uptake, version ${version}: “${plan}” in ${district}, ${of(runs, "run")}, seed “${seed}”. ${address}`,
    noAddress: "The scenario file goes with it, since no link holds this plan.",
    copy: "Copy",
    copied: "Copied.",
    command: "The command that repeats it",
    commandNote:
      "With the scenario file, in a clone of the repository. The same seed gives the same numbers, there and here.",
    embed: "A figure on your own site",
    embedNote: "HTML that shows the figure alone, with the plan on show. Every figure has it under “Embed”.",
    figure: "Figure",
    figures: {
      fan: "Adoption by month",
      tiers: "Who is left behind",
      ledger: "What it costs",
    },
  },
} as const;
