import type { Estimate } from "./estimate.ts";
import type { RosterFormat } from "./roster-format.ts";

/** Holds what a roster says of the staff of one school; 0 is no figure, as the school has students. */
export interface StaffedSchool {
  readonly id: string;
  /** Students, above 0. */
  readonly enrolment: number;
  /** Teachers of the school, and of its district, in full-time equivalents. */
  readonly teachers: number | undefined;
  readonly districtTeachers: number | undefined;
}

/** Says what the figures of a format are, where they are not counts of people. */
const asGiven: Readonly<Record<RosterFormat["teachers"], string | undefined>> = {
  people: undefined,
  reported: "the roster's full-time equivalents, rounded, at least one",
  estimated: "the roster's estimate in full-time equivalents, rounded, at least one",
};

/**
 * Gives each school of one district its teachers, in full-time equivalents: its own figure; else its district's, shared
 * out by enrolment; else its enrolment at the students per teacher of the district's other schools; else at those of
 * the state or the country. Says which schools were given which.
 */
export function estimateTeachers(
  schools: readonly StaffedSchool[],
  format: RosterFormat,
): { readonly teachers: readonly number[]; readonly estimates: Estimate[] } {
  const students = schools.reduce((sum, { enrolment }) => sum + enrolment, 0);
  const staffed = schools.filter(({ teachers }) => teachers);
  const ofStaffed = staffed.reduce((sum, { enrolment }) => sum + enrolment, 0);
  const staff = staffed.reduce((sum, { teachers = 0 }) => sum + teachers, 0);
  const { value, of } = format.studentsPerTeacher;
  const ways = new Map<string, string[]>();
  const teachers = schools.map((school): number => {
    const told = (how: string | undefined, figure: number): number => {
      if (how === undefined) return figure;
      const same = ways.get(how);
      if (same === undefined) ways.set(how, [school.id]);
      else same.push(school.id);
      return figure;
    };
    if (school.teachers) return told(asGiven[format.teachers], school.teachers);
    if (school.districtTeachers) {
      const how = "the district's full-time equivalents, shared out by enrolment, rounded, at least one";
      return told(how, (school.districtTeachers * school.enrolment) / students);
    }
    const ratio = staff > 0 ? ofStaffed / staff : value;
    const whose =
      staff > 0 ? "the students a teacher of the district's other schools" : `${value} students a teacher (${of})`;
    return told(`enrolment at ${whose}, rounded, at least one`, school.enrolment / ratio);
  });
  return { teachers, estimates: [...ways].map(([how, ids]) => ({ field: "teachers", schools: ids, how })) };
}
