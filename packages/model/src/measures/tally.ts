import { DEPTH_ONE, LAPSED, OWNING, type Stage, stages, TRYING, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { unit } from "../numerics/math.ts";
import { bell, decisionKey, hashText } from "../numerics/random.ts";
import { season } from "../state/calendar.ts";
import type { DistrictState } from "../state/district-state.ts";
import { type FunnelTally, funnelOf, openFunnel, tallyFunnel } from "./funnel.ts";
import { bandNames, bandOf, tierNames, tiersOf } from "./groups.ts";
import { costOf, type Ledger, openLedger } from "./ledger.ts";
import type { GroupSeries, Measures } from "./measures.ts";
import { type StudentTally, studentGroups, tallyStudents } from "./students.ts";
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

/** Holds which groups a district's schools belong to. */
export interface Grouping {
  readonly tiers: Uint8Array;
  readonly bands: Uint8Array;
  /** Whether the district has the three schools that a gap between tiers needs. */
  readonly comparable: boolean;
}

/** Sorts a district's schools into groups. */
export function groupSchools({ district, schools }: Pick<DistrictState, "district" | "schools">): Grouping {
  const ordinary = district.schools.length;
  return {
    tiers: tiersOf(schools, ordinary),
    bands: Uint8Array.from(schools, bandOf),
    comparable: ordinary >= 3,
  };
}

function plus(series: Float64Array, m: number, value: number): void {
  series[m] = series[m]! + value;
}

/** Adds a district's counts at index `m`. */
export function tallyCounts(tally: Tally, state: DistrictState, grouping: Grouping, world: World, m: number): void {
  const { school, counts, schools } = state;
  const { stages, deep } = counts;
  const { groupUsers, groupTeachers } = tally;
  const founded = state.district.schools.length;
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
    if (s >= founded) {
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

const surveyName = hashText("survey");

/** Adds what a survey of a district's teachers shows at index `m`, `lost` of the answers being lost to a shock. */
export function tallySurvey(tally: Tally, state: DistrictState, world: World, m: number, lost: number): void {
  const { counts, school } = state;
  let claimed = 0;
  let teachers = 0;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const stage = (v: number): number => counts.stages[s * 6 + v]!;
    claimed += stage(USING) + stage(OWNING) + world["survey.inflation"]! * (stage(TRYING) + stage(LAPSED));
    teachers += school.teachers[s]!;
  }
  const answers = teachers * (1 - world["survey.nonResponse"]!) * (1 - lost);
  if (answers <= 0) return;
  const share = unit(claimed / teachers);
  const noise = Math.sqrt((share * (1 - share)) / answers) * bell(decisionKey(state.key, surveyName, m), 0);
  plus(tally.answers, m, answers);
  plus(tally.reported, m, answers * unit(share + noise));
}

function over(part: Float64Array, whole: Float64Array): Float64Array {
  return part.map((x, m) => (whole[m]! > 0 ? x / whole[m]! : 0));
}

function groupSeries(tally: Tally, names: readonly string[], from: number): GroupSeries[] {
  return names.map((name, k) => {
    const teachers = tally.groupTeachers[from + k]!;
    const present = teachers.every((n) => n > 0);
    return { name, teachers: teachers[0]!, adoption: present ? over(tally.groupUsers[from + k]!, teachers) : null };
  });
}

/** Turns the sums into measures. */
export function measuresOf(tally: Tally, survey: boolean): Measures {
  const { teachers } = tally;
  const byStage = {} as Record<Stage, Float64Array>;
  stages.forEach((name, v) => {
    byStage[name] = over(tally.stages[v]!, teachers);
  });
  const users = tally.stages[USING]!.map((n, m) => n + tally.stages[OWNING]![m]!);
  const adoption = over(users, teachers);
  const tiers = groupSeries(tally, tierNames, 0);
  const low = tiers[0]!.adoption;
  const high = tiers[2]!.adoption;
  return {
    teachers,
    adoption,
    label: over(
      users.map((n, m) => n + tally.stages[TRYING]![m]!),
      teachers,
    ),
    stages: byStage,
    depth30: over(tally.deep[0]!, teachers),
    depth50: over(tally.deep[1]!, teachers),
    depth70: over(tally.deep[2]!, teachers),
    meanDepth: over(
      tally.depthSum.map((sum) => sum / DEPTH_ONE),
      users,
    ),
    compliant: over(tally.compliant, teachers),
    members: over(tally.members, tally.schools),
    // Zero of no teachers is no share: NaN.
    adoptionMembers: tally.memberUsers.map((users, m) => users / tally.memberTeachers[m]!),
    adoptionFounded: tally.foundedUsers.map((users, m) => users / tally.foundedTeachers[m]!),
    adoptionJoined: tally.memberUsers.map(
      (users, m) => (users - tally.foundedUsers[m]!) / (tally.memberTeachers[m]! - tally.foundedTeachers[m]!),
    ),
    schoolsAdopting: over(tally.adopting, tally.schools),
    schoolsAbove80: over(tally.above80, tally.schools),
    students: over(tally.studentsTaught, tally.students),
    studentsEver: over(tally.studentsEver, tally.students),
    studentsTwice: over(tally.studentsTwice, tally.students),
    funnel: funnelOf(tally.funnel),
    tiers,
    bands: groupSeries(tally, bandNames, 3),
    gap: low && high ? low.map((x, m) => x - high[m]!) : null,
    studentGroups: studentGroups(tally.studentTally),
    coachHours: Array.from(tally.tierHours, (hours, k) =>
      tally.tierTeachers[k]! > 0 ? hours / tally.tierTeachers[k]! : 0,
    ),
    cost: costOf(tally.ledger),
    survey: survey
      ? {
          reported: tally.reported.map((yes, m) => (tally.answers[m]! > 0 ? yes / tally.answers[m]! : Number.NaN)),
          response: over(tally.answers, teachers),
        }
      : null,
  };
}
