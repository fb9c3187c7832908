import type { DistrictFigures, FigureColumns, RosterWarning, SchoolFigures } from "./roster-warning.ts";

/** Schools of a district from which on a figure common to all is told: two may well have the same. */
const LEAST_SCHOOLS = 3;

/** Schools from which on the same number of teachers is doubted however alike the schools are. */
const MANY_SCHOOLS = 6;

/** Times the students of the smallest school that the largest has, from which on the same number of teachers is doubted. */
const UNLIKE = 1.5;

/** Teachers and students below which the same number in some small schools is believed. */
const SMALL_STAFF = 5;
const SMALL_SCHOOL = 50;

/** Warns of districts in which one figure, most likely the district's own, stands in the row of every school. */
export function doubtRepeated(districts: readonly DistrictFigures[], columns: FigureColumns): RosterWarning[] {
  return districts.flatMap(({ name, schools }) => {
    if (schools.length < LEAST_SCHOOLS) return [];
    const rows = schools.map(({ line }) => line);
    const warnings: RosterWarning[] = [];
    const warn = (path: string, value: number, what: string): void => {
      const otherwise =
        path === columns.teachers ? ", or read the column as district_teachers, which is shared out" : "";
      const whole = `as if it were the district's: give each school its own${otherwise}`;
      const like = value === 0 ? "as if none were reported" : whole;
      const message = `all ${schools.length} schools of ${name.slice(0, 60)} have the same figure, ${what}, ${like}`;
      warnings.push({ code: "repeated-figure", path, message, rows, value });
    };
    const enrolment = common(schools, (school) => school.enrolment);
    if (enrolment !== undefined && enrolment >= SMALL_SCHOOL)
      warn(columns.enrolment, enrolment, `${enrolment} students`);
    const teachers = common(schools, (school) => school.teachers);
    if (teachers !== undefined && teachers >= SMALL_STAFF && (schools.length >= MANY_SCHOOLS || unlike(schools)))
      warn(columns.teachers, teachers, `${teachers} teachers`);
    const lowIncome = commonLowIncome(schools, columns);
    if (lowIncome !== undefined) warn(columns.lowIncome, lowIncome.value, lowIncome.what);
    return warnings;
  });
}

/** Returns the figure that all schools have; `undefined` where they differ or one has none. */
function common(schools: readonly SchoolFigures[], figure: (school: SchoolFigures) => number | undefined) {
  const [first] = schools;
  const value = first === undefined ? undefined : figure(first);
  return value !== undefined && schools.every((school) => figure(school) === value) ? value : undefined;
}

function unlike(schools: readonly SchoolFigures[]): boolean {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { enrolment } of schools) {
    least = Math.min(least, enrolment);
    most = Math.max(most, enrolment);
  }
  return most >= UNLIKE * least;
}

/**
 * Returns what low-income figure all schools have. All students of a district may count as low-income, as where all may
 * eat without paying; none hardly ever.
 */
function commonLowIncome(
  schools: readonly SchoolFigures[],
  { lowIncomeAs }: FigureColumns,
): { readonly value: number; readonly what: string } | undefined {
  const share = common(schools, (school) => school.lowIncomeShare);
  if (share === 1) return undefined;
  if (share === 0) return { value: 0, what: "no low-income students" };
  if (lowIncomeAs === "count") {
    const students = common(schools, (school) =>
      school.lowIncomeShare === undefined ? undefined : Math.round(school.lowIncomeShare * school.enrolment),
    );
    return students === undefined || students < SMALL_SCHOOL
      ? undefined
      : { value: students, what: `${students} low-income students` };
  }
  if (share === undefined) return undefined;
  const value = lowIncomeAs === "share" ? share : share * 100;
  return { value, what: `low-income ${lowIncomeAs === "share" ? "share" : "percentage"} of ${value}` };
}
