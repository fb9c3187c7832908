import type { DistrictState } from "@uptake/model";

/** Holds what a school is like at an index, after the month before it. Shares are 0 … 1. */
export interface SchoolView {
  readonly open: boolean;
  readonly member: boolean;
  readonly mandated: boolean;
  readonly dropped: boolean;
  /** Coach hours a teacher this month. */
  readonly hours: number;
  /** Months of the principal's tenure, and the principal's support and knowledge of the practice. */
  readonly tenure: number;
  readonly principalSupport: number;
  readonly knowledge: number;
  readonly pressure: number;
  readonly support: number;
  readonly willingness: number;
  readonly legitimacy: number;
  /** Shares of its teachers: using or owning, owning, trying, lapsed. */
  readonly adoption: number;
  readonly owning: number;
  readonly trying: number;
  readonly lapsed: number;
  /** Who is in each post. */
  readonly people: Int32Array;
  /** How many of those who are there use or own the practice, by post. */
  readonly users: Uint8Array;
}

/** Looks at school `s`. */
export function viewSchool({ school, counts, population, teacher }: DistrictState, s: number): SchoolView {
  const [first, end] = [population.schoolStart[s]!, population.schoolStart[s + 1]!];
  const share = (...stages: number[]): number =>
    stages.reduce((sum, stage) => sum + counts.stages[6 * s + stage]!, 0) / school.teachers[s]!;
  return {
    open: school.open[s] === 1,
    member: school.member[s] === 1,
    mandated: school.mandated[s] === 1,
    dropped: school.dropped[s] === 1,
    hours: school.hours[s]!,
    tenure: school.tenure[s]!,
    principalSupport: school.principalSupport[s]!,
    knowledge: school.knowledge[s]!,
    pressure: school.pressure[s]!,
    support: school.support[s]!,
    willingness: school.willingness[s]!,
    legitimacy: school.legitimacy[s]!,
    adoption: share(3, 4),
    owning: share(4),
    trying: share(2),
    lapsed: share(5),
    people: teacher.person.slice(first, end),
    users: Uint8Array.from(teacher.stage.subarray(first, end), (stage) => (stage === 3 || stage === 4 ? 1 : 0)),
  };
}
