import { type Counted, countedInFunnel, countFunnel, type FunnelCounts } from "./funnel.ts";
import { count, type District, OWNING, openSchools, type School, USING } from "./state.ts";
import { studentsReached } from "./students.ts";

/** Holds the series of all districts together that only the interpreter reckons a second time, by index. */
export interface SystemMeasures {
  readonly studentsEver: number[];
  readonly studentsTwice: number[];
  /** NaN where the programme has no founded school. */
  readonly adoptionFounded: number[];
  /** NaN where no school has joined the programme. */
  readonly adoptionJoined: number[];
  readonly funnel: Readonly<Record<"member" | "other", readonly Readonly<Record<Counted, number[]>>[]>>;
}

/** Begins series of no index. */
export function beginMeasures(): SystemMeasures {
  const series = () => Object.fromEntries(countedInFunnel.map((name) => [name, []])) as never;
  return {
    studentsEver: [],
    studentsTwice: [],
    adoptionFounded: [],
    adoptionJoined: [],
    funnel: { member: [0, 1, 2].map(series), other: [0, 1, 2].map(series) },
  };
}

/** Adds what is measured at the next index. */
export function addMeasures(measures: SystemMeasures, districts: readonly District[]): void {
  const { studentsEver, studentsTwice } = studentsReached(districts);
  measures.studentsEver.push(studentsEver);
  measures.studentsTwice.push(studentsTwice);
  const members = districts.flatMap(openSchools).filter(({ member }) => member);
  measures.adoptionFounded.push(adoptionIn(members.filter(({ founded }) => founded)));
  measures.adoptionJoined.push(adoptionIn(members.filter(({ founded }) => !founded)));
  const counts: FunnelCounts = countFunnel(districts);
  for (const membership of ["member", "other"] as const) {
    counts[membership].forEach((group, third) => {
      for (const name of countedInFunnel) measures.funnel[membership][third]![name].push(group[name]);
    });
  }
}

function adoptionIn(schools: readonly School[]): number {
  const posts = schools.flatMap((school) => school.posts);
  return count(posts, USING, OWNING) / posts.length;
}
