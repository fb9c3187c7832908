import { clamp } from "../numerics/math.ts";
import { teachingMonths } from "../state/calendar.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Enrolment } from "./enrolment.ts";
import type { StudentGroup } from "./measures.ts";
import { reachedBy } from "./students-reached.ts";

/** Holds student-years by group while a run is under way: in all, with deep teachers, of students reached. */
export type StudentTally = Map<string, Float64Array>;

/** Returns the student-years of each group of a district's students: by income, then those that its roster tells apart. */
export function yearsByGroup(tally: StudentTally, { groups }: Pick<Enrolment, "groups">): Float64Array[] {
  const names = ["all students", "low-income", "not low-income", ...groups.map(({ name }) => name)];
  return names.map((name) => groupOf(tally, name));
}

/** Returns the tally of a group, opened where it is the first time. */
function groupOf(tally: StudentTally, group: string): Float64Array {
  let entry = tally.get(group);
  if (!entry) {
    entry = new Float64Array(3);
    tally.set(group, entry);
  }
  return entry;
}

function add(entry: Float64Array, students: number, share: number, reached: number): void {
  entry[0] = entry[0]! + students / teachingMonths;
  entry[1] = entry[1]! + (students * share) / teachingMonths;
  entry[2] = entry[2]! + (students * reached) / teachingMonths;
}

/**
 * Adds a teaching month of student-years. Within a school, low-income students and English learners are sorted toward
 * less deep teachers by τ, less where equity has priority; an elementary student has one teacher, others several.
 */
export function tallyStudents(
  tally: StudentTally,
  { school, counts }: DistrictState,
  enrolment: Enrolment,
  equityPriority: number,
): void {
  const { open, member, teachers } = school;
  const { students, lowIncomeShare, groups, sorting } = enrolment;
  const [all, low, notLow, ...others] = yearsByGroup(tally, enrolment) as [Float64Array, Float64Array, Float64Array];
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const k = enrolment.teachers[s]!;
    const poor = lowIncomeShare[s]!;
    const deep = counts.deep[s * 3 + 1]! / teachers[s]!;
    const behind = deep * (1 - sorting * (1 - equityPriority * member[s]!) * (1 - deep));
    const ahead = poor < 1 ? clamp((deep - poor * behind) / (1 - poor), 0, 1) : deep;
    const deepReached = reachedBy(deep, k);
    const behindReached = reachedBy(behind, k);
    add(all, students[s]!, deep, deepReached);
    add(low, students[s]! * poor, behind, behindReached);
    add(notLow, students[s]! * (1 - poor), ahead, reachedBy(ahead, k));
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g]!;
      if (group.behind) add(others[g]!, group.students[s]!, behind, behindReached);
      else add(others[g]!, group.students[s]!, deep, deepReached);
    }
  }
}

/** Lists the student groups. */
export function studentGroups(tally: StudentTally): StudentGroup[] {
  return Array.from(tally, ([name, [studentYears, deep, reached]]) => ({
    name,
    studentYears: studentYears!,
    deep: deep!,
    reached: reached!,
  }));
}
