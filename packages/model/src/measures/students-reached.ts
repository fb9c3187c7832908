import type { Level } from "../district/district.ts";
import { OWNING, USING } from "../district/stage.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Enrolment } from "./enrolment.ts";

/** Years that students spend in a school of each level. */
const years: Readonly<Record<Level, number>> = { elementary: 6, middle: 3, high: 4, other: 6 };
/** Levels that students come from, nearest first. */
const before: Readonly<Record<Level, readonly Level[]>> = {
  elementary: [],
  middle: ["elementary"],
  high: ["middle", "elementary"],
  other: [],
};

/** Returns the chance that at least one of `teachers` teachers uses the practice, when each does with chance `share`. */
export function reachedBy(share: number, teachers: number): number {
  if (teachers === 1) return share;
  let none = 1;
  for (let k = 0; k < teachers; k++) none *= 1 - share;
  return 1 - none;
}

/**
 * Returns the share of students who meet the practice in two teachers' classes, when each teacher uses it with chance
 * `share`: in the one class of those who have a single teacher.
 */
export function reachedTwice(share: number, teachers: number): number {
  if (teachers === 1) return share;
  let others = 1;
  for (let k = 1; k < teachers; k++) others *= 1 - share;
  return Math.max(0, 1 - others * (1 - share) - teachers * share * others);
}

/** Adds a teaching month: students are reached by the teachers of the month of the school year in which most use the practice. */
export function teachStudents({ school, counts }: DistrictState, enrolment: Enrolment): void {
  const { open, teachers, taughtThisYear } = school;
  const { stages } = counts;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const share = (stages[s * 6 + USING]! + stages[s * 6 + OWNING]!) / teachers[s]!;
    const reached = reachedBy(share, enrolment.teachers[s]!);
    if (reached > taughtThisYear[s]!) taughtThisYear[s] = reached;
  }
}

/**
 * Ends a school year: teachers of one year are drawn apart from those of another, one cohort leaves, another enters. It
 * comes from the district's schools of the level below, as they are in the mean; elsewhere nobody was reached before.
 */
export function passStudents(state: DistrictState): void {
  const { school, schools } = state;
  const sums: Record<Level, { students: number; untaught: number }> = {
    elementary: { students: 0, untaught: 0 },
    middle: { students: 0, untaught: 0 },
    high: { students: 0, untaught: 0 },
    other: { students: 0, untaught: 0 },
  };
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const { level, enrolment } = schools[s]!;
    school.untaught[s] = school.untaught[s]! * (1 - school.taughtThisYear[s]!);
    school.taughtThisYear[s] = 0;
    sums[level].students += enrolment;
    sums[level].untaught += enrolment * school.untaught[s]!;
  }
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const { level } = schools[s]!;
    const from = before[level].find((below) => sums[below].students > 0);
    const entering = from === undefined ? 1 : sums[from].untaught / sums[from].students;
    school.untaught[s] = school.untaught[s]! * (1 - 1 / years[level]) + entering / years[level];
  }
}

/** Returns the students of a district's open schools who were ever reached, and who meet the practice twice now. */
export function studentsReached(
  { school, counts }: DistrictState,
  enrolment: Enrolment,
): { readonly ever: number; readonly twice: number } {
  const { open, teachers, untaught, taughtThisYear } = school;
  const { stages } = counts;
  const { students } = enrolment;
  let ever = 0;
  let twice = 0;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const share = (stages[s * 6 + USING]! + stages[s * 6 + OWNING]!) / teachers[s]!;
    ever += students[s]! * (1 - untaught[s]! * (1 - taughtThisYear[s]!));
    twice += students[s]! * reachedTwice(share, enrolment.teachers[s]!);
  }
  return { ever, twice };
}
