import { DEPTH_ONE, type Stage, stages } from "../district/stage.ts";
import type { FunnelGroup, FunnelSeries } from "./funnel.ts";
import { funnelOf } from "./funnel-tally.ts";
import { bandNames, tierNames } from "./groups.ts";
import { costOf, type Ledger } from "./ledger.ts";
import type { GroupSeries, Measures } from "./measures.ts";
import { columnsOf } from "./rows.ts";
import { studentGroups } from "./students.ts";
import type { Tally } from "./tally.ts";

/** Names the stages of those who use the practice. */
const using = ["using", "owning"] as const;

function over(part: Float64Array, whole: Float64Array): Float64Array {
  const shares = new Float64Array(part.length);
  for (let m = 0; m < shares.length; m++) shares[m] = whole[m]! > 0 ? part[m]! / whole[m]! : 0;
  return shares;
}

/** Adds up series of groups, index by index. */
function total(groups: readonly FunnelGroup[], names: readonly FunnelSeries[]): Float64Array {
  const sums = new Float64Array(groups[0]!.series.schools.length);
  for (const { series } of groups) {
    for (const name of names) {
      const part = series[name];
      for (let m = 0; m < sums.length; m++) sums[m] = sums[m]! + part[m]!;
    }
  }
  return sums;
}

function groupSeries(
  names: readonly string[],
  users: readonly Float64Array[],
  teachers: readonly Float64Array[],
): GroupSeries[] {
  return names.map((name, k) => {
    const all = teachers[k]!;
    const present = all.every((n) => n > 0);
    return { name, teachers: all[0]!, adoption: present ? over(users[k]!, all) : null };
  });
}

/** Turns the sums, and what was booked, into measures. */
export function measuresOf(tally: Tally, ledger: Ledger, survey: boolean): Measures {
  const funnel = funnelOf(tally.funnel);
  const everyone = funnel.groups;
  const inProgramme = everyone.filter(({ membership }) => membership === "member");
  const teachers = total(everyone, stages);
  const byStage = {} as Record<Stage, Float64Array>;
  for (const stage of stages) byStage[stage] = over(total(everyone, [stage]), teachers);
  const users = total(everyone, using);
  const memberUsers = total(inProgramme, using);
  const memberTeachers = total(inProgramme, stages);
  const schools = total(everyone, ["schools"]);
  const groupUsers = columnsOf(tally.groupUsers);
  const groupTeachers = columnsOf(tally.groupTeachers);
  const tiers = groupSeries(tierNames, groupUsers, groupTeachers);
  const low = tiers[0]!.adoption;
  const high = tiers[2]!.adoption;
  return {
    teachers,
    adoption: over(users, teachers),
    label: over(total(everyone, ["trying", ...using]), teachers),
    stages: byStage,
    depth30: over(tally.deep[0]!, teachers),
    depth50: over(tally.deep[1]!, teachers),
    depth70: over(tally.deep[2]!, teachers),
    meanDepth: over(
      tally.depthSum.map((sum) => sum / DEPTH_ONE),
      users,
    ),
    compliant: over(tally.compliant, teachers),
    members: over(total(inProgramme, ["schools"]), schools),
    // Zero of no teachers is no share: NaN.
    adoptionMembers: memberUsers.map((users, m) => users / memberTeachers[m]!),
    adoptionFounded: tally.foundedUsers.map((users, m) => users / tally.foundedTeachers[m]!),
    adoptionJoined: memberUsers.map(
      (users, m) => (users - tally.foundedUsers[m]!) / (memberTeachers[m]! - tally.foundedTeachers[m]!),
    ),
    schoolsAdopting: over(tally.adopting, schools),
    schoolsAbove80: over(tally.above80, schools),
    students: over(tally.studentsTaught, tally.students),
    studentsEver: over(tally.studentsEver, tally.students),
    studentsTwice: over(tally.studentsTwice, tally.students),
    funnel,
    tiers,
    bands: groupSeries(bandNames, groupUsers.slice(3), groupTeachers.slice(3)),
    gap: low && high ? low.map((x, m) => x - high[m]!) : null,
    studentGroups: studentGroups(tally.studentTally),
    coachHours: Array.from(tally.tierHours, (hours, k) =>
      tally.tierTeachers[k]! > 0 ? hours / tally.tierTeachers[k]! : 0,
    ),
    cost: costOf(ledger),
    survey: survey
      ? {
          reported: tally.reported.map((yes, m) => (tally.answers[m]! > 0 ? yes / tally.answers[m]! : Number.NaN)),
          response: over(tally.answers, teachers),
        }
      : null,
  };
}
