import type { Rows } from "../measures/rows.ts";
import { plus, type Tally } from "../measures/tally.ts";
import type { SumsMade } from "./month-memory.ts";

/**
 * Lays out the sums that a month goes on with from those of the districts before, at index `m`; `years` are the
 * student-years by group, none where nobody teaches.
 */
export function openSums(made: SumsMade, tally: Tally, m: number, years: readonly Float64Array[]): void {
  const { sums, studentYears } = made;
  sums.fill(0);
  made.funnel.fill(0);
  made.groupUsers.fill(0);
  made.groupTeachers.fill(0);
  sums[0] = tally.students[m]!;
  sums[1] = tally.studentsTaught[m]!;
  sums.set(tally.tierHours, 2);
  for (const [k, group] of years.entries()) studentYears.set(group, 3 * k);
}

/** Takes over these sums, and adds what the district itself has come to. */
export function closeSums(made: SumsMade, tally: Tally, m: number, years: readonly Float64Array[]): void {
  const { sums, studentYears } = made;
  const {
    deep,
    depthSum,
    compliant,
    foundedUsers,
    foundedTeachers,
    adopting,
    above80,
    studentsEver,
    studentsTwice,
    tierHours,
  } = tally;
  tally.students[m] = sums[0]!;
  tally.studentsTaught[m] = sums[1]!;
  for (let tier = 0; tier < 3; tier++) tierHours[tier] = sums[2 + tier]!;
  plus(deep[0]!, m, sums[5]!);
  plus(deep[1]!, m, sums[6]!);
  plus(deep[2]!, m, sums[7]!);
  plus(depthSum, m, sums[8]!);
  plus(compliant, m, sums[9]!);
  plus(foundedUsers, m, sums[10]!);
  plus(foundedTeachers, m, sums[11]!);
  plus(adopting, m, sums[12]!);
  plus(above80, m, sums[13]!);
  plus(studentsEver, m, sums[14]!);
  plus(studentsTwice, m, sums[15]!);
  for (const [k, group] of years.entries()) {
    // Groups of one name are one.
    if (years.indexOf(group) === k) for (let i = 0; i < 3; i++) group[i] = studentYears[3 * k + i]!;
  }
  addRow(tally.funnel, made.funnel, m);
  addRow(tally.groupUsers, made.groupUsers, m);
  addRow(tally.groupTeachers, made.groupTeachers, m);
}

function addRow({ width, values }: Rows, row: Int32Array, m: number): void {
  for (let k = 0; k < width; k++) values[m * width + k] = values[m * width + k]! + row[k]!;
}
