import type { World } from "../evidence/parameter.ts";
import { clamp } from "../numerics/math.ts";
import { teachingMonths } from "../state/calendar.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { StudentGroup } from "./measures.ts";

/** Holds student-years by group while a run is under way. */
export type StudentTally = Map<string, { studentYears: number; deep: number; reached: number }>;

function add(tally: StudentTally, group: string, students: number, share: number, reached: number): void {
  let entry = tally.get(group);
  if (!entry) {
    entry = { studentYears: 0, deep: 0, reached: 0 };
    tally.set(group, entry);
  }
  entry.studentYears += students / teachingMonths;
  entry.deep += (students * share) / teachingMonths;
  entry.reached += (students * reached) / teachingMonths;
}

/** Returns the chance that at least one of `teachers` teachers is deep, when each is with chance `share`. */
function reachedBy(share: number, teachers: number): number {
  let none = 1;
  for (let k = 0; k < teachers; k++) none *= 1 - share;
  return 1 - none;
}

/**
 * Adds a teaching month of student-years. Within a school, low-income students and English learners are sorted toward
 * less deep teachers by τ, less where equity has priority; an elementary student has one teacher, others several.
 */
export function tallyStudents(tally: StudentTally, state: DistrictState, world: World, equityPriority: number): void {
  const { school, counts } = state;
  const teachersAYear = Math.floor(world["students.teachers"]!);
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const { enrolment, level, lowIncomeShare, englishLearnerShare, raceShares } = state.schools[s]!;
    const deep = counts.deep[s * 3 + 1]! / school.teachers[s]!;
    const k = level === "elementary" ? 1 : teachersAYear;
    const sorting = world["students.sorting"]! * (1 - equityPriority * school.member[s]!);
    const behind = deep * (1 - sorting * (1 - deep));
    const enter = (group: string, part: number, share: number): void =>
      add(tally, group, enrolment * part, share, k === 1 ? share : reachedBy(share, k));
    const ahead = lowIncomeShare < 1 ? clamp((deep - lowIncomeShare * behind) / (1 - lowIncomeShare), 0, 1) : deep;
    enter("all students", 1, deep);
    enter("low-income", lowIncomeShare, behind);
    enter("not low-income", 1 - lowIncomeShare, ahead);
    if (englishLearnerShare !== undefined) enter("English learners", englishLearnerShare, behind);
    for (const [group, share] of Object.entries(raceShares ?? {})) enter(group, share, deep);
  }
}

/** Lists the student groups. */
export function studentGroups(tally: StudentTally): StudentGroup[] {
  return [...tally].map(([name, entry]) => ({ name, ...entry }));
}
