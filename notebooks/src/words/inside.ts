// What the page "Inside a district" says.

import { atMonth, inMonth, percent, stageMarks } from "@uptake/charts";
import type { Story } from "@uptake/study/explain";
import type { Film, RunName, Standing } from "@uptake/study/questions";
import { countsOf, type Picked, practising, schoolOf, tiesOf } from "../pages/inside/view.js";
import { count } from "./numbers.js";
import { titleOf } from "./title-of.js";

const runs: Readonly<Record<RunName, string>> = { typical: "Typical", best: "Best", worst: "Worst" };

/** Says how a teacher stands by the number of the stage. */
const stands = [
  "has not heard of it",
  "knows of it",
  "tries it",
  "uses it",
  "owns it",
  "has tried it and stopped",
] as const;

const depthOf = (stage: number, depth: number): string =>
  stage >= 2 && stage <= 4 ? `, at a depth of ${Math.round((100 * depth) / 255)}%` : "";

/** Names a teacher or a school of a film. */
function nameOf({ schools, numbers }: Film, { school, slot }: Picked): string {
  const { name } = schools[school]!;
  return slot === undefined ? name : `Teacher ${numbers[slot]}, ${name}`;
}

/** Says how whoever is picked stands at a month. */
function standingOf(film: Film, { school, slot }: Picked, month: number): string {
  const { schools, slots, stages, depths, standing } = film;
  const { first, teachers } = schools[school]!;
  const at = standing[month * schools.length + school]!;
  if ((at & 1) === 0) return "is not open yet";
  const stage = (i: number): number => stages[month * slots + i]!;
  const users = (some: readonly number[]): number => some.filter((i) => stage(i) === 3 || stage(i) === 4).length;
  if (slot === undefined) {
    const all = Array.from({ length: teachers }, (_, i) => first + i);
    return `${users(all)} of ${teachers} teachers use or own it; ${at === 3 ? "in" : "not in"} the programme`;
  }
  const { asks } = tiesOf(film, slot);
  const asked =
    asks.length === 0 ? "asks no colleague" : `${users(asks)} of the ${asks.length} colleagues asked use it`;
  return `${stands[stage(slot)]}${depthOf(stage(slot), depths[month * slots + slot]!)}; ${asked}`;
}

/** Holds the page's words. */
export const insideWords = {
  question: "What happens inside a district?",
  lowIncome: "low-income",
  stopped: "Stopped. Choose a run to go on.",
  stop: "Stop",

  answer: {
    /** Names a run by where it stands. */
    verdict: (run: RunName | number, replicate: number): string =>
      typeof run === "number"
        ? `Run ${count(replicate)}.`
        : `The ${{ typical: "typical", best: "best", worst: "worst" }[run]} run.`,
    rest(film: Film, month: number): string {
      const counts = countsOf(film);
      const [before, then] = [practising(counts[0]!), practising(counts[month]!)];
      const teachers = count(counts[month]!.reduce((sum, one) => sum + one, 0));
      const { schools, standing } = film;
      const here = schools.map((_, s) => standing[month * schools.length + s]!);
      const open = here.filter((at) => (at & 1) === 1).length;
      const members = here.filter((at) => at === 3).length;
      return `${inMonth(month)}, ${percent(then)} of ${teachers} teachers in ${film.district.name} use or own the practice, after ${percent(before)} at the start; ${members} of ${open} schools ${members === 1 ? "is" : "are"} in the programme. One run of many: an example, not a finding.`;
    },
  },
  run: {
    label: "Which run",
    names: runs,
    docs: {
      typical: "The run nearest to the median of all",
      best: "The run with the most teachers using the practice",
      worst: "The run with the fewest teachers using the practice",
    } as Readonly<Record<RunName, string>>,
    number: "or run number",
    refused: "Runs have whole numbers, from 0 on: the run on show stays.",
    district: "District of the system",
    ranked: ({ values, low, median, high, month, replicates, series }: Standing, replicate: number): string => {
      const own = values[replicate];
      const what =
        series === "adoption" ? "of teachers use or own the practice" : "is reached of what the target is of";
      const range = `Among ${count(replicates)} runs, between ${percent(low)} and ${percent(high)}; median ${percent(median)}.`;
      return own === undefined || Number.isNaN(own)
        ? `Run ${replicate}. ${range}`
        : `Run ${replicate}: ${percent(own)} ${what} ${atMonth(month)}. ${range}`;
    },
    unranked: (replicate: number): string => `Run ${replicate}, counted from 0.`,
  },
  player: {
    label: "Film",
    play: "Play",
    playAll: "Play from the start",
    pause: "Pause",
    back: "A month back",
    forth: "A month on",
    month: "Month",
  },
  film: {
    title: (district: string, replicate: number): string => `${district}, run ${replicate}`,
    note: "A dot is a teacher’s post, dots in a column without a gap a team, a frame a school, from the fewest low-income students to the most. A bar under a school: in the programme. Larger marks: deeper practice. Lines from whoever is picked: colleagues asked for advice; dashed: who asks. Names are cut to first letters where there is no room.",
    ties: "Draw all advice ties",
  },
  funnel: {
    title: "Stages over time in this run",
    value: (share: number): string => percent(share),
  },
  pick: {
    heading: "What happened to …",
    find: "Find a school or a teacher’s number",
    school: "School",
    teacher: "Teacher",
    wholeSchool: "the whole school",
    schoolChoice: (name: string, share: number): string => `${name}, ${percent(share)} low-income`,
    teacherChoice: (number: number, team: number): string => `Teacher ${number}, team ${team + 1}`,
    mostTeacher: "Teacher who changed most",
    mostSchool: "School that changed most",
    nobody: (text: string, most: number): string =>
      `Nobody here is called “${text}”. Teachers have numbers, 0 to ${count(most)}.`,
  },
  story: {
    waiting: "Reading the story …",
    read: "Read the story",
    none: "Pick a dot, or a school, to read what happened.",
    title: ({ school, teacher }: Story): string =>
      teacher === null ? school.name : `Teacher ${teacher}, ${school.name}`,
    now: (film: Film, picked: Picked, month: number): string =>
      `${inMonth(month)}: ${standingOf(film, picked, month)}.`,
    quiet: "Nothing else happened.",
    start: (opening: string): string => `At the start: ${opening}`,
    end: (ending: string): string => `At the end: ${ending}`,
    gloss:
      "Support: an index of the help that reaches a teacher from coaching, time, leaders and the office, 0 where there is none; usual is what there is without a plan. Depth: how fully the practice is used. A factor on the odds, as ×1.5, is against no colleague seen to use it, usual support, or nothing else to attend to.",
    drawn: (values: readonly string[]): string => `Not known of the plan, and in this run: ${values.join(", ")}.`,
    source: ({ strategy, replicate, seed, version }: Story): string =>
      `${titleOf(strategy) ?? strategy}; replicate ${replicate} of seed “${seed}”; version ${version}. One run of many: an example, not a finding.`,
    repeat: "The same from the command line",
    needsFile: "With the scenario file of the plan, which Tune saves: no link holds it.",
    failed: (message: string): string => `There is no story: ${message}.`,
    show: (date: string): string => `${date}: show it`,
  },
  /** Says who is under the pointer. */
  tip: (film: Film, picked: Picked, month: number): string =>
    `${nameOf(film, picked.slot === undefined ? picked : { ...picked, school: schoolOf(film, picked.slot) })}: ${standingOf(film, picked, month)}`,
  legend: (stage: number): string => stageMarks[stage]!.name,
} as const;
