import type { World } from "../evidence/parameter.ts";
import { clamp } from "../numerics/math.ts";
import { teachingMonths } from "../state/calendar.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { StudentGroup } from "./measures.ts";
import { reachedBy, teachersOfStudents } from "./students-reached.ts";

/** Holds the student-years of one group while a run is under way. */
interface GroupTally {
  studentYears: number;
  deep: number;
  reached: number;
}

/** Holds student-years by group while a run is under way. */
export type StudentTally = Map<string, GroupTally>;

/** Returns the tally of a group, opened where it is the first time. */
function groupOf(tally: StudentTally, group: string): GroupTally {
  let entry = tally.get(group);
  if (!entry) {
    entry = { studentYears: 0, deep: 0, reached: 0 };
    tally.set(group, entry);
  }
  return entry;
}

function add(entry: GroupTally, students: number, share: number, reached: number): void {
  entry.studentYears += students / teachingMonths;
  entry.deep += (students * share) / teachingMonths;
  entry.reached += (students * reached) / teachingMonths;
}

/**
 * Adds a teaching month of student-years. Within a school, low-income students and English learners are sorted toward
 * less deep teachers by τ, less where equity has priority; an elementary student has one teacher, others several.
 */
export function tallyStudents(tally: StudentTally, state: DistrictState, world: World, equityPriority: number): void {
  const { school, counts } = state;
  const sortingAlone = world["students.sorting"]!;
  const all = groupOf(tally, "all students");
  const low = groupOf(tally, "low-income");
  const notLow = groupOf(tally, "not low-income");
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const { enrolment, level, lowIncomeShare, englishLearnerShare, raceShares } = state.schools[s]!;
    const deep = counts.deep[s * 3 + 1]! / school.teachers[s]!;
    const k = teachersOfStudents(level, world);
    const sorting = sortingAlone * (1 - equityPriority * school.member[s]!);
    const behind = deep * (1 - sorting * (1 - deep));
    const ahead = lowIncomeShare < 1 ? clamp((deep - lowIncomeShare * behind) / (1 - lowIncomeShare), 0, 1) : deep;
    const deepReached = reachedBy(deep, k);
    const behindReached = reachedBy(behind, k);
    add(all, enrolment, deep, deepReached);
    add(low, enrolment * lowIncomeShare, behind, behindReached);
    add(notLow, enrolment * (1 - lowIncomeShare), ahead, reachedBy(ahead, k));
    if (englishLearnerShare !== undefined)
      add(groupOf(tally, "English learners"), enrolment * englishLearnerShare, behind, behindReached);
    if (raceShares === undefined) continue;
    for (const [group, share] of Object.entries(raceShares))
      add(groupOf(tally, group), enrolment * share, deep, deepReached);
  }
}

/** Lists the student groups. */
export function studentGroups(tally: StudentTally): StudentGroup[] {
  return [...tally].map(([name, entry]) => ({ name, ...entry }));
}
