import type { Rows } from "../measures/rows.ts";
import { plus, type Tally } from "../measures/tally.ts";
import type { SumsMade } from "./month-memory.ts";

/** Names what is counted in rows by month. */
const rows = ["funnel", "groupUsers", "groupTeachers"] as const;

/**
 * Lays out the sums that a month goes on with from those of the districts before, at index `m`; `years` are the
 * student-years by group, none where nobody teaches.
 */
export function openSums(made: SumsMade, tally: Tally, m: number, years: readonly Float64Array[]): void {
  const { sums, studentYears } = made;
  sums.fill(0);
  for (const name of rows) made[name].fill(0);
  sums[0] = tally.students[m]!;
  sums[1] = tally.studentsTaught[m]!;
  sums.set(tally.tierHours, 2);
  for (const [k, group] of years.entries()) studentYears.set(group, 3 * k);
}

/** Takes over these sums, and adds what the district itself has come to. */
export function closeSums(made: SumsMade, tally: Tally, m: number, years: readonly Float64Array[]): void {
  const { sums, studentYears } = made;
  tally.students[m] = sums[0]!;
  tally.studentsTaught[m] = sums[1]!;
  tally.tierHours.set(sums.subarray(2, 5));
  for (const [k, series] of ownSeries(tally).entries()) plus(series, m, sums[5 + k]!);
  for (const [k, group] of years.entries()) {
    // Groups of one name are one.
    if (years.indexOf(group) === k) group.set(studentYears.subarray(3 * k, 3 * k + 3));
  }
  for (const name of rows) addRow(tally[name], made[name], m);
}

/** Lists the series to which a district adds what it has come to, in the order of its sums. */
function ownSeries(tally: Tally): Float64Array[] {
  const { deep, depthSum, compliant, foundedUsers, foundedTeachers, adopting, above80, studentsEver, studentsTwice } =
    tally;
  return [...deep, depthSum, compliant, foundedUsers, foundedTeachers, adopting, above80, studentsEver, studentsTwice];
}

function addRow({ width, values }: Rows, row: Int32Array, m: number): void {
  for (let k = 0; k < width; k++) values[m * width + k] = values[m * width + k]! + row[k]!;
}
