import { foldName } from "../fold-name.ts";
import { doubtRepeated } from "./repeated-figures.ts";
import type { DistrictFigures, FigureColumns, RosterWarning, SchoolFigures } from "./roster-warning.ts";
import { doubtStaffing } from "./students-per-teacher.ts";
import { doubtTotals } from "./total-rows.ts";

/**
 * Holds the figures of a roster's rows against each other and warns of what is hardly true: students a teacher, one
 * figure in every row of a district, a row that is the sum of others, a school that stands twice, percentages that look
 * like shares.
 */
export function doubtRoster(districts: readonly DistrictFigures[], columns: FigureColumns): RosterWarning[] {
  const schools = districts.flatMap((district) => district.schools);
  return [
    ...doubtStaffing(schools, columns),
    ...doubtRepeated(districts, columns),
    ...doubtTotals(districts, columns),
    ...doubtTwice(districts, columns),
    ...doubtPercentages(schools, columns),
  ];
}

/** Warns of rows of a district with the same name and the same figures. */
function doubtTwice(districts: readonly DistrictFigures[], columns: FigureColumns): RosterWarning[] {
  const warnings: RosterWarning[] = [];
  for (const { schools } of districts) {
    const alike = new Map<string, SchoolFigures[]>();
    for (const school of schools) {
      const { name, enrolment, teachers, lowIncomeShare } = school;
      const key = [foldName(name), enrolment, teachers, lowIncomeShare].join("|");
      const others = alike.get(key);
      if (others === undefined) alike.set(key, [school]);
      else others.push(school);
    }
    for (const same of alike.values()) {
      const [first, second] = same;
      if (first === undefined || second === undefined) continue;
      const times = same.length === 2 ? "twice" : `${same.length} times`;
      const message = `“${first.name.slice(0, 60)}” stands ${times} with the same figures: keep one row if they are one school`;
      const rows = same.map(({ line }) => line);
      warnings.push({ code: "same-school-twice", path: columns.enrolment, message, rows, value: first.enrolment });
    }
  }
  return warnings;
}

/** Schools with low-income students from which on percentages of 1 or less are doubted. */
const LEAST_SHARES = 3;

/** Warns of a column of percentages that holds shares. */
function doubtPercentages(schools: readonly SchoolFigures[], columns: FigureColumns): RosterWarning[] {
  if (columns.lowIncomeAs !== "percent") return [];
  const some = schools.filter(({ lowIncomeShare }) => (lowIncomeShare ?? 0) > 0);
  if (some.length < LEAST_SHARES || some.some(({ lowIncomeShare }) => lowIncomeShare! > 0.01)) return [];
  const message = `no school has more than 1% low-income students: are these shares (0 to 1) and not percentages?`;
  const rows = some.map(({ line }) => line);
  return [{ code: "shares-as-percentages", path: columns.lowIncome, message, rows, allowed: "0 to 100" }];
}
