import { DEPTH_ONE, type Stage, stages } from "../district/stage.ts";
import type { FunnelGroup } from "./funnel.ts";
import { funnelOf } from "./funnel-tally.ts";
import { bandNames, tierNames } from "./groups.ts";
import { costOf, type Ledger } from "./ledger.ts";
import type { GroupSeries, Measures } from "./measures.ts";
import { columnsOf, type Fresh, openSeries } from "./rows.ts";
import { studentGroups } from "./students.ts";
import type { Tally } from "./tally.ts";

/** Names the stages of those who use the practice. */
const using = ["using", "owning"] as const;

/** Series made here of a run, with a survey: see {@link openSeries}. */
const MADE = 56;

/** Returns the series with `entry` for each index. */
function each(series: Float64Array, entry: (m: number) => number): Float64Array {
  // Several times as fast as a typed array's own `map`.
  for (let m = 0; m < series.length; m++) series[m] = entry(m);
  return series;
}

function over(part: Float64Array, whole: Float64Array, shares: Float64Array): Float64Array {
  for (let m = 0; m < shares.length; m++) shares[m] = whole[m]! > 0 ? part[m]! / whole[m]! : 0;
  return shares;
}

/** Adds up series in `sums`, index by index. */
function total(parts: readonly Float64Array[], sums: Float64Array): Float64Array {
  for (const part of parts) for (let m = 0; m < sums.length; m++) sums[m] = sums[m]! + part[m]!;
  return sums;
}

/** Holds the teachers of each stage, and the schools, of several groups of the funnel together. */
type Stocks = Readonly<Record<Stage | "schools", Float64Array>>;

/** Adds up the stocks of groups. */
function stocksOf(groups: readonly FunnelGroup[], fresh: Fresh): Stocks {
  const stocks = {} as Record<Stage | "schools", Float64Array>;
  for (const name of [...stages, "schools"] as const)
    stocks[name] = total(
      groups.map(({ series }) => series[name]),
      fresh(),
    );
  return stocks;
}

/** Counts the teachers of several stages. */
function teachersIn(stocks: Stocks, names: readonly Stage[], fresh: Fresh): Float64Array {
  return total(
    names.map((name) => stocks[name]),
    fresh(),
  );
}

function groupSeries(
  names: readonly string[],
  users: readonly Float64Array[],
  teachers: readonly Float64Array[],
  fresh: Fresh,
): GroupSeries[] {
  return names.map((name, k) => {
    const all = teachers[k]!;
    const present = all.every((n) => n > 0);
    return { name, teachers: all[0]!, adoption: present ? over(users[k]!, all, fresh()) : null };
  });
}

/** Turns the sums, and what was booked, into measures. */
export function measuresOf(tally: Tally, ledger: Ledger, survey: boolean): Measures {
  const fresh = openSeries(MADE, tally.horizon + 1);
  const funnel = funnelOf(tally.funnel);
  const everyone = stocksOf(funnel.groups, fresh);
  const members = funnel.groups.filter(({ membership }) => membership === "member");
  const inProgramme = stocksOf(members, fresh);
  const { schools } = everyone;
  const teachers = teachersIn(everyone, stages, fresh);
  const ofTeachers = (part: Float64Array): Float64Array => over(part, teachers, fresh());
  const byStage = {} as Record<Stage, Float64Array>;
  for (const stage of stages) byStage[stage] = ofTeachers(everyone[stage]);
  const users = teachersIn(everyone, using, fresh);
  const memberUsers = teachersIn(inProgramme, using, fresh);
  const memberTeachers = teachersIn(inProgramme, stages, fresh);
  const { depthSum, foundedUsers, foundedTeachers, answers, reported } = tally;
  const groupUsers = columnsOf(tally.groupUsers);
  const groupTeachers = columnsOf(tally.groupTeachers);
  const tiers = groupSeries(tierNames, groupUsers, groupTeachers, fresh);
  const low = tiers[0]!.adoption;
  const high = tiers[2]!.adoption;
  return {
    teachers,
    adoption: ofTeachers(users),
    label: ofTeachers(teachersIn(everyone, ["trying", ...using], fresh)),
    stages: byStage,
    depth30: ofTeachers(tally.deep[0]!),
    depth50: ofTeachers(tally.deep[1]!),
    depth70: ofTeachers(tally.deep[2]!),
    meanDepth: each(fresh(), (m) => (users[m]! > 0 ? depthSum[m]! / DEPTH_ONE / users[m]! : 0)),
    compliant: ofTeachers(tally.compliant),
    members: over(inProgramme.schools, schools, fresh()),
    // Zero of no teachers is no share: NaN.
    adoptionMembers: each(fresh(), (m) => memberUsers[m]! / memberTeachers[m]!),
    adoptionFounded: each(fresh(), (m) => foundedUsers[m]! / foundedTeachers[m]!),
    adoptionJoined: each(
      fresh(),
      (m) => (memberUsers[m]! - foundedUsers[m]!) / (memberTeachers[m]! - foundedTeachers[m]!),
    ),
    schoolsAdopting: over(tally.adopting, schools, fresh()),
    schoolsAbove80: over(tally.above80, schools, fresh()),
    students: over(tally.studentsTaught, tally.students, fresh()),
    studentsEver: over(tally.studentsEver, tally.students, fresh()),
    studentsTwice: over(tally.studentsTwice, tally.students, fresh()),
    funnel,
    tiers,
    bands: groupSeries(bandNames, groupUsers.slice(3), groupTeachers.slice(3), fresh),
    gap: low && high ? each(fresh(), (m) => low[m]! - high[m]!) : null,
    studentGroups: studentGroups(tally.studentTally),
    coachHours: Array.from(tally.tierHours, (hours, k) =>
      tally.tierTeachers[k]! > 0 ? hours / tally.tierTeachers[k]! : 0,
    ),
    cost: costOf(ledger),
    survey: survey
      ? {
          reported: each(fresh(), (m) => (answers[m]! > 0 ? reported[m]! / answers[m]! : Number.NaN)),
          response: ofTeachers(answers),
        }
      : null,
  };
}
