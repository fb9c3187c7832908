import type { FigureColumns, RosterWarning, SchoolFigures } from "./roster-warning.ts";

/**
 * Fewest and most students a teacher that are believed: of 16,182 US districts with 100 students or more, 0.5% have fewer
 * than 5 and 0.2% more than 75 (NCES Common Core of Data, 2023-24). Smaller places may have as many teachers as students.
 */
const FEWEST = 5;
const FEWEST_OF_SMALL = 1;
const MOST = 75;
const SMALL = 100;

const allowed = `${FEWEST} to ${MOST} students a teacher, and from ${FEWEST_OF_SMALL} where there are fewer than ${SMALL} students`;

/** Schools named in a message; `rows` holds the lines of all. */
const NAMED = 3;

type Staffed = SchoolFigures & { readonly teachers: number };

/** Warns of schools with an unbelievable number of students a teacher, and of columns that look exchanged. */
export function doubtStaffing(schools: readonly SchoolFigures[], columns: FigureColumns): RosterWarning[] {
  const staffed = schools.filter((school): school is Staffed => (school.teachers ?? 0) > 0);
  const few = staffed.filter(({ enrolment, teachers }) => enrolment < fewest(enrolment) * teachers);
  const many = staffed.filter(({ enrolment, teachers }) => enrolment > MOST * teachers);
  const swapped = few.filter(
    ({ enrolment, teachers }) => teachers >= FEWEST * enrolment && teachers <= MOST * enrolment,
  );
  const path = columns.teachers;
  if (swapped.length > 0 && 2 * swapped.length >= staffed.length) {
    const message = `${counted(swapped)} more teachers than students, and would have a believable number of each if ${columns.enrolment} and ${path} changed places: ${named(swapped, plainly)}`;
    return [{ code: "swapped-columns", path, message, rows: linesOf(swapped), allowed }];
  }
  const warnings: RosterWarning[] = [];
  const warn = (code: string, doubted: readonly Staffed[], than: string): void => {
    if (doubted.length === 0) return;
    const message = `${counted(doubted)} ${than} students a teacher than is believable: ${named(doubted, ratio)}`;
    warnings.push({ code, path, message, rows: linesOf(doubted), allowed });
  };
  warn("few-students-a-teacher", few, "fewer");
  warn("many-students-a-teacher", many, "more");
  return warnings;
}

function fewest(enrolment: number): number {
  return enrolment < SMALL ? FEWEST_OF_SMALL : FEWEST;
}

function counted({ length }: readonly unknown[]): string {
  return length === 1 ? "1 school has" : `${length} schools have`;
}

function linesOf(schools: readonly SchoolFigures[]): number[] {
  return schools.map(({ line }) => line);
}

function named(schools: readonly Staffed[], say: (school: Staffed) => string): string {
  const more = schools.length > NAMED ? ` and ${schools.length - NAMED} more` : "";
  return schools.slice(0, NAMED).map(say).join(", ") + more;
}

function ratio({ name, enrolment, teachers }: Staffed): string {
  const students = enrolment / teachers;
  const digits = students < 0.1 ? 3 : 1;
  return `${name.slice(0, 60)} ${students.toFixed(digits)} (${enrolment} students, ${teachers} teachers)`;
}

function plainly({ name, enrolment, teachers }: Staffed): string {
  return `${name.slice(0, 60)} (${enrolment} students, ${teachers} teachers)`;
}
