import type { DistrictFigures, FigureColumns, RosterWarning, SchoolFigures } from "./roster-warning.ts";

/** Rows of a district from which on one may be told to be the sum of the others. */
const LEAST_ROWS = 3;

/** Error of a figure that is rounded to a tenth. */
const ROUNDED = 0.05;

/** Error of a share that is rounded to a tenth of a per cent. */
const ROUNDED_SHARE = 0.0006;

/** Warns of rows whose figures are the sum of all others of their district, or of the whole roster. */
export function doubtTotals(districts: readonly DistrictFigures[], columns: FigureColumns): RosterWarning[] {
  const warnings: RosterWarning[] = [];
  const told = new Set<number>();
  const whole = { name: "the roster", schools: districts.flatMap(({ schools }) => schools) };
  for (const { name, schools } of districts.length > 1 ? [...districts, whole] : districts) {
    if (schools.length < LEAST_ROWS) continue;
    const sum = sumOf(schools);
    for (const row of schools) {
      if (told.has(row.line) || !isSum(row, sum, schools.length)) continue;
      told.add(row.line);
      const message = `the figures of “${row.name.slice(0, 60)}” are the sum of the ${schools.length - 1} other rows of ${name.slice(0, 60)}: take the row out if it is their total`;
      warnings.push({ code: "total-row", path: columns.enrolment, message, value: row.enrolment, rows: [row.line] });
    }
  }
  return warnings;
}

interface Sum {
  readonly students: number;
  readonly lowIncome: number;
  readonly teachers: number;
}

function sumOf(schools: readonly SchoolFigures[]): Sum {
  let students = 0;
  let lowIncome = 0;
  let teachers = 0;
  for (const school of schools) {
    students += school.enrolment;
    lowIncome += (school.lowIncomeShare ?? Number.NaN) * school.enrolment;
    teachers += school.teachers ?? Number.NaN;
  }
  return { students, lowIncome, teachers };
}

/** Says whether a row of `sum` is the sum of the others: in students, and in what else every row tells. */
function isSum(row: SchoolFigures, sum: Sum, rows: number): boolean {
  if (2 * row.enrolment !== sum.students) return false;
  const teachers = 2 * (row.teachers ?? Number.NaN) - sum.teachers;
  const lowIncome = 2 * (row.lowIncomeShare ?? Number.NaN) * row.enrolment - sum.lowIncome;
  if (Number.isNaN(teachers) && Number.isNaN(lowIncome)) return false;
  const most = Math.max(ROUNDED * rows, ROUNDED_SHARE * sum.students);
  return !(Math.abs(teachers) > ROUNDED * rows) && !(Math.abs(lowIncome) > most);
}
