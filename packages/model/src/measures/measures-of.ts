import { DEPTH_ONE, type Stage, stages } from "../district/stage.ts";
import type { FunnelGroup } from "./funnel.ts";
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

/** Adds up series, index by index. */
function total(parts: readonly Float64Array[]): Float64Array {
  const sums = parts[0]!.slice();
  for (let k = 1; k < parts.length; k++) {
    const part = parts[k]!;
    for (let m = 0; m < sums.length; m++) sums[m] = sums[m]! + part[m]!;
  }
  return sums;
}

/** Holds the teachers of each stage, and the schools, of several groups of the funnel together. */
type Stocks = Readonly<Record<Stage | "schools", Float64Array>>;

/** Adds up the stocks of groups. */
function stocksOf(groups: readonly FunnelGroup[]): Stocks {
  const stocks = {} as Record<Stage | "schools", Float64Array>;
  for (const name of [...stages, "schools"] as const) stocks[name] = total(groups.map(({ series }) => series[name]));
  return stocks;
}

/** Counts the teachers of several stages. */
function teachersIn(stocks: Stocks, names: readonly Stage[]): Float64Array {
  return total(names.map((name) => stocks[name]));
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
  const everyone = stocksOf(funnel.groups);
  const inProgramme = stocksOf(funnel.groups.filter(({ membership }) => membership === "member"));
  const { schools } = everyone;
  const teachers = teachersIn(everyone, stages);
  const byStage = {} as Record<Stage, Float64Array>;
  for (const stage of stages) byStage[stage] = over(everyone[stage], teachers);
  const users = teachersIn(everyone, using);
  const memberUsers = teachersIn(inProgramme, using);
  const memberTeachers = teachersIn(inProgramme, stages);
  const groupUsers = columnsOf(tally.groupUsers);
  const groupTeachers = columnsOf(tally.groupTeachers);
  const tiers = groupSeries(tierNames, groupUsers, groupTeachers);
  const low = tiers[0]!.adoption;
  const high = tiers[2]!.adoption;
  return {
    teachers,
    adoption: over(users, teachers),
    label: over(teachersIn(everyone, ["trying", ...using]), teachers),
    stages: byStage,
    depth30: over(tally.deep[0]!, teachers),
    depth50: over(tally.deep[1]!, teachers),
    depth70: over(tally.deep[2]!, teachers),
    meanDepth: over(
      tally.depthSum.map((sum) => sum / DEPTH_ONE),
      users,
    ),
    compliant: over(tally.compliant, teachers),
    members: over(inProgramme.schools, schools),
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
