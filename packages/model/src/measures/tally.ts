import { OWNING, USING } from "../district/stage.ts";
import type { DistrictState } from "../state/district-state.ts";
import { firstFounded } from "../state/first-founded.ts";
import type { Enrolment } from "./enrolment.ts";
import { openFunnel, tallyFunnel } from "./funnel-tally.ts";
import type { Grouping } from "./groups.ts";
import { openRows, openSeries, type Rows } from "./rows.ts";
import { type StudentTally, tallyStudents } from "./students.ts";
import { studentsReached } from "./students-reached.ts";

/** Holds sums over districts while a run is under way; series run over the indices. */
export interface Tally {
  readonly horizon: number;
  /** Where teachers and schools are: stocks and flows, which other measures add up. */
  readonly funnel: Rows;
  /** Teachers using or owning at a depth of at least .3, .5 and .7. */
  readonly deep: Float64Array[];
  readonly depthSum: Float64Array;
  readonly compliant: Float64Array;
  readonly foundedUsers: Float64Array;
  readonly foundedTeachers: Float64Array;
  readonly studentsEver: Float64Array;
  readonly studentsTwice: Float64Array;
  readonly adopting: Float64Array;
  readonly above80: Float64Array;
  readonly students: Float64Array;
  readonly studentsTaught: Float64Array;
  /** Users and teachers of the three tiers, then of the three bands. */
  readonly groupUsers: Rows;
  readonly groupTeachers: Rows;
  readonly tierHours: Float64Array;
  readonly tierTeachers: Float64Array;
  readonly answers: Float64Array;
  readonly reported: Float64Array;
  readonly studentTally: StudentTally;
}

/** Opens empty sums for `horizon` months. */
export function openTally(horizon: number): Tally {
  const series = openSeries(15, horizon + 1);
  return {
    horizon,
    funnel: openFunnel(horizon),
    deep: [series(), series(), series()],
    depthSum: series(),
    compliant: series(),
    foundedUsers: series(),
    foundedTeachers: series(),
    studentsEver: series(),
    studentsTwice: series(),
    adopting: series(),
    above80: series(),
    students: series(),
    studentsTaught: series(),
    groupUsers: openRows(horizon, 6),
    groupTeachers: openRows(horizon, 6),
    tierHours: new Float64Array(3),
    tierTeachers: new Float64Array(3),
    answers: series(),
    reported: series(),
    studentTally: new Map(),
  };
}

/** Adds `value` to a series at index `m`. */
export function plus(series: Float64Array, m: number, value: number): void {
  series[m] = series[m]! + value;
}

/** Adds a district's counts at index `m`. */
export function tallyCounts(
  tally: Tally,
  state: DistrictState,
  grouping: Grouping,
  enrolment: Enrolment,
  m: number,
): void {
  tallyDepth(tally, state, m);
  tallyUsers(tally, state, enrolment, grouping, m);
  const reached = studentsReached(state, enrolment);
  plus(tally.studentsEver, m, reached.ever);
  plus(tally.studentsTwice, m, reached.twice);
  tallyFunnel(tally.funnel, state, grouping.tiers, m);
}

/** Adds how deep practice is; schools that are closed have counts of 0. */
function tallyDepth(tally: Tally, { counts }: DistrictState, m: number): void {
  const { deep, depthSum, compliant } = counts;
  let deep30 = 0;
  let deep50 = 0;
  let deep70 = 0;
  let depth = 0;
  let complying = 0;
  for (let s = 0; s < depthSum.length; s++) {
    deep30 += deep[s * 3]!;
    deep50 += deep[s * 3 + 1]!;
    deep70 += deep[s * 3 + 2]!;
    depth += depthSum[s]!;
    complying += compliant[s]!;
  }
  plus(tally.deep[0]!, m, deep30);
  plus(tally.deep[1]!, m, deep50);
  plus(tally.deep[2]!, m, deep70);
  plus(tally.depthSum, m, depth);
  plus(tally.compliant, m, complying);
}

/**
 * Adds users and teachers of the tiers and bands, in which schools most use the practice, who does in founded ones, and how
 * many students have such a teacher.
 */
function tallyUsers(
  tally: Tally,
  state: DistrictState,
  { students: enrolled }: Enrolment,
  { tiers, bands, comparable }: Grouping,
  m: number,
): void {
  const { open, teachers } = state.school;
  const { stages } = state.counts;
  const groupUsers = tally.groupUsers.values;
  const groupTeachers = tally.groupTeachers.values;
  const foundedFrom = firstFounded(state);
  let foundedUsers = 0;
  let foundedTeachers = 0;
  let adopting = 0;
  let above80 = 0;
  let students = tally.students[m]!;
  let taught = tally.studentsTaught[m]!;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    const n = teachers[s]!;
    const users = stages[s * 6 + USING]! + stages[s * 6 + OWNING]!;
    const band = m * 6 + 3 + bands[s]!;
    groupUsers[band] = groupUsers[band]! + users;
    groupTeachers[band] = groupTeachers[band]! + n;
    if (comparable) {
      const tier = m * 6 + tiers[s]!;
      groupUsers[tier] = groupUsers[tier]! + users;
      groupTeachers[tier] = groupTeachers[tier]! + n;
    }
    if (s >= foundedFrom) {
      foundedUsers += users;
      foundedTeachers += n;
    }
    if (2 * users > n) adopting++;
    if (5 * users >= 4 * n) above80++;
    students += enrolled[s]!;
    taught += (enrolled[s]! * users) / n;
  }
  plus(tally.foundedUsers, m, foundedUsers);
  plus(tally.foundedTeachers, m, foundedTeachers);
  plus(tally.adopting, m, adopting);
  plus(tally.above80, m, above80);
  tally.students[m] = students;
  tally.studentsTaught[m] = taught;
}

/** Adds a district's coach hours and student-years of a teaching month. */
export function tallyTeaching(
  tally: Tally,
  state: DistrictState,
  grouping: Grouping,
  enrolment: Enrolment,
  equityPriority: number,
): void {
  const { open, hours, teachers } = state.school;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 1) plus(tally.tierHours, grouping.tiers[s]!, hours[s]! * teachers[s]!);
  }
  tallyStudents(tally.studentTally, state, enrolment, equityPriority);
}

/** Counts the teachers of each tier once, for hours per teacher. */
export function tallyTiers(tally: Tally, state: DistrictState, grouping: Grouping): void {
  for (let s = 0; s < state.schools.length; s++)
    plus(tally.tierTeachers, grouping.tiers[s]!, state.schools[s]!.teachers);
}
