import { DEPTH_ONE, OWNING, type Stage, stages, TRYING, USING } from "../district/stage.ts";
import { funnelOf } from "./funnel-tally.ts";
import { bandNames, tierNames } from "./groups.ts";
import { costOf } from "./ledger.ts";
import type { GroupSeries, Measures } from "./measures.ts";
import { studentGroups } from "./students.ts";
import type { Tally } from "./tally.ts";

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
