import { OWNING, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { season } from "../state/calendar.ts";
import type { DistrictState } from "../state/district-state.ts";
import { isFounded } from "../state/is-founded.ts";
import { type FunnelTally, openFunnel, tallyFunnel } from "./funnel-tally.ts";
import type { Grouping } from "./groups.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { type StudentTally, tallyStudents } from "./students.ts";
import { studentsReached } from "./students-reached.ts";

/** Holds sums over districts while a run is under way; series run over the indices. */
export interface Tally {
  readonly horizon: number;
  readonly stages: Float64Array[];
  readonly teachers: Float64Array;
  readonly deep: Float64Array[];
  readonly depthSum: Float64Array;
  readonly compliant: Float64Array;
  readonly schools: Float64Array;
  readonly members: Float64Array;
  readonly memberUsers: Float64Array;
  readonly memberTeachers: Float64Array;
  readonly foundedUsers: Float64Array;
  readonly foundedTeachers: Float64Array;
  readonly studentsEver: Float64Array;
  readonly studentsTwice: Float64Array;
  readonly funnel: FunnelTally;
  readonly adopting: Float64Array;
  readonly above80: Float64Array;
  readonly students: Float64Array;
  readonly studentsTaught: Float64Array;
  /** Users and teachers of the three tiers, then of the three bands. */
  readonly groupUsers: Float64Array[];
  readonly groupTeachers: Float64Array[];
  readonly tierHours: Float64Array;
  readonly tierTeachers: Float64Array;
  readonly answers: Float64Array;
  readonly reported: Float64Array;
  readonly studentTally: StudentTally;
  readonly ledger: Ledger;
}

/** Opens empty sums for `horizon` months. */
export function openTally(horizon: number): Tally {
  const series = (): Float64Array => new Float64Array(horizon + 1);
  const several = (count: number): Float64Array[] => Array.from({ length: count }, series);
  return {
    horizon,
    stages: several(6),
    teachers: series(),
    deep: several(3),
    depthSum: series(),
    compliant: series(),
    schools: series(),
    members: series(),
    memberUsers: series(),
    memberTeachers: series(),
    foundedUsers: series(),
    foundedTeachers: series(),
    studentsEver: series(),
    studentsTwice: series(),
    funnel: openFunnel(horizon),
    adopting: series(),
    above80: series(),
    students: series(),
    studentsTaught: series(),
    groupUsers: several(6),
    groupTeachers: several(6),
    tierHours: new Float64Array(3),
    tierTeachers: new Float64Array(3),
    answers: series(),
    reported: series(),
    studentTally: new Map(),
    ledger: openLedger(horizon),
  };
}

/** Adds `value` to a series at index `m`. */
export function plus(series: Float64Array, m: number, value: number): void {
  series[m] = series[m]! + value;
}

/** Adds a district's counts at index `m`. */
export function tallyCounts(tally: Tally, state: DistrictState, grouping: Grouping, world: World, m: number): void {
  const { school, counts, schools } = state;
  const { stages, deep } = counts;
  const { groupUsers, groupTeachers } = tally;
  let teachers = 0;
  let depthSum = 0;
  let compliant = 0;
  let open = 0;
  let members = 0;
  let memberUsers = 0;
  let memberTeachers = 0;
  let foundedUsers = 0;
  let foundedTeachers = 0;
  let adopting = 0;
  let above80 = 0;
  let students = tally.students[m]!;
  let taught = tally.studentsTaught[m]!;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const n = school.teachers[s]!;
    const users = stages[s * 6 + USING]! + stages[s * 6 + OWNING]!;
    const { enrolment } = schools[s]!;
    teachers += n;
    depthSum += counts.depthSum[s]!;
    compliant += counts.compliant[s]!;
    open++;
    members += school.member[s]!;
    memberUsers += school.member[s]! * users;
    memberTeachers += school.member[s]! * n;
    if (isFounded(state, s)) {
      foundedUsers += users;
      foundedTeachers += n;
    }
    if (2 * users > n) adopting++;
    if (5 * users >= 4 * n) above80++;
    students += enrolment;
    taught += (enrolment * users) / n;
    const band = 3 + grouping.bands[s]!;
    plus(groupUsers[band]!, m, users);
    plus(groupTeachers[band]!, m, n);
    if (!grouping.comparable) continue;
    const tier = grouping.tiers[s]!;
    plus(groupUsers[tier]!, m, users);
    plus(groupTeachers[tier]!, m, n);
  }
  for (let v = 0; v < 6; v++) plus(tally.stages[v]!, m, sumOf(stages, 6, v, school.open));
  for (let c = 0; c < 3; c++) plus(tally.deep[c]!, m, sumOf(deep, 3, c, school.open));
  plus(tally.teachers, m, teachers);
  plus(tally.depthSum, m, depthSum);
  plus(tally.compliant, m, compliant);
  plus(tally.schools, m, open);
  plus(tally.members, m, members);
  plus(tally.memberUsers, m, memberUsers);
  plus(tally.memberTeachers, m, memberTeachers);
  plus(tally.foundedUsers, m, foundedUsers);
  plus(tally.foundedTeachers, m, foundedTeachers);
  plus(tally.adopting, m, adopting);
  plus(tally.above80, m, above80);
  tally.students[m] = students;
  tally.studentsTaught[m] = taught;
  const reached = studentsReached(state, world);
  plus(tally.studentsEver, m, reached.ever);
  plus(tally.studentsTwice, m, reached.twice);
  tallyFunnel(tally.funnel, state, grouping.tiers, m);
}

/** Adds up column `column` of counts with `width` columns, over open schools. */
function sumOf(counts: Int32Array, width: number, column: number, open: Uint8Array): number {
  let sum = 0;
  for (let s = 0; s < open.length; s++) if (open[s] === 1) sum += counts[s * width + column]!;
  return sum;
}

/** Adds a district's coach hours and student-years of teaching month `t`. */
export function tallyTeaching(
  tally: Tally,
  state: DistrictState,
  grouping: Grouping,
  world: World,
  t: number,
  equityPriority: number,
): void {
  if (season(t) !== "teaching") return;
  const { school } = state;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 1) plus(tally.tierHours, grouping.tiers[s]!, school.hours[s]! * school.teachers[s]!);
  }
  tallyStudents(tally.studentTally, state, world, equityPriority);
}

/** Counts the teachers of each tier once, for hours per teacher. */
export function tallyTiers(tally: Tally, state: DistrictState, grouping: Grouping): void {
  for (let s = 0; s < state.schools.length; s++)
    plus(tally.tierTeachers, grouping.tiers[s]!, state.schools[s]!.teachers);
}
