import type { Level, School } from "../district/district.ts";
import type { World } from "../evidence/parameter.ts";

/** Holds the students of a group that a roster tells apart, by school. */
export interface EnrolledGroup {
  readonly name: string;
  readonly students: Float64Array;
  /** Whether they are sorted toward less deep teachers. */
  readonly behind: boolean;
}

/** Holds what measures need to know of a district's students, an entry a school, founded ones too. */
export interface Enrolment {
  readonly students: Float64Array;
  readonly lowIncomeShare: Float64Array;
  /** Teachers that each student has in a year. */
  readonly teachers: Int32Array;
  /** Groups beside those by income, in the order in which the roster names them. */
  readonly groups: readonly EnrolledGroup[];
  /** How far those behind are sorted toward less deep teachers. */
  readonly sorting: number;
}

/** Returns how many teachers a student has in a year: one in an elementary school, `students.teachers`, rounded down, in others. */
export function teachersOfStudents(level: Level, world: World): number {
  return level === "elementary" ? 1 : Math.floor(world["students.teachers"]!);
}

/** Reads the students of a district's schools in a world. */
export function enrolmentOf(schools: readonly School[], world: World): Enrolment {
  return {
    students: Float64Array.from(schools, ({ enrolment }) => enrolment),
    lowIncomeShare: Float64Array.from(schools, (school) => school.lowIncomeShare),
    teachers: Int32Array.from(schools, ({ level }) => teachersOfStudents(level, world)),
    groups: groupsOf(schools),
    sorting: world["students.sorting"]!,
  };
}

function groupsOf(schools: readonly School[]): EnrolledGroup[] {
  const groups = new Map<string, EnrolledGroup>();
  const enrol = (name: string, s: number, share: number, behind: boolean): void => {
    const kind = `${behind} ${name}`;
    const group = groups.get(kind) ?? { name, students: new Float64Array(schools.length), behind };
    group.students[s] = schools[s]!.enrolment * share;
    groups.set(kind, group);
  };
  schools.forEach(({ englishLearnerShare, raceShares = {} }, s) => {
    if (englishLearnerShare !== undefined) enrol("English learners", s, englishLearnerShare, true);
    for (const [name, share] of Object.entries(raceShares)) enrol(name, s, share, false);
  });
  return [...groups.values()];
}
