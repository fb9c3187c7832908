import { type Issue, IssueLog } from "../../issue.ts";
import type { CsvRecord } from "../csv.ts";
import type { School } from "../district.ts";
import { mostStudents } from "../limits.ts";
import type { Estimate } from "./estimate.ts";
import { estimateTeachers, type StaffedSchool } from "./estimate-teachers.ts";
import { mergeNotes, type RosterNote } from "./roster-note.ts";
import { RosterRow } from "./roster-row.ts";
import type { RosterTable } from "./roster-table.ts";
import type { SchoolFigures } from "./roster-warning.ts";
import { wholeTeachers } from "./rounded-teachers.ts";

/** Stands for a low-income share not yet known, while a district is read. */
const NOT_REPORTED = -1;

/** Says why a row whose enrolment is blank did not become a school. */
export const enrolmentNotReported = "enrolment not reported";

/** Holds a row that did not become a school, and why. */
export interface Dropped {
  /** Line of the row, from 1. */
  readonly line: number;
  /** Name of the school, as the row has it. */
  readonly school: string;
  /** Says why, in words. */
  readonly reason: string;
}

/** Holds what was read from the rows of one district. */
export interface SchoolsRead {
  readonly schools: readonly School[];
  readonly dropped: readonly Dropped[];
  readonly estimates: readonly Estimate[];
  readonly notes: readonly RosterNote[];
  /** What each row that became a school says, to be held against the others. */
  readonly figures: readonly SchoolFigures[];
  readonly issues: readonly Issue[];
}

/**
 * Reads the rows of one district as schools: each row is kept, dropped with a reason, or at fault. `rosterShare`
 * gives the low-income share of the whole roster, for a district none of whose schools reports its own.
 */
export function readSchools(
  table: RosterTable,
  district: { readonly name: string; readonly rows: readonly CsvRecord[] },
  rosterShare: () => number | undefined,
): SchoolsRead {
  const log = new IssueLog();
  const dropped: Dropped[] = [];
  let schools: School[] = [];
  const figures: SchoolFigures[] = [];
  const ids = new Map<string, number>();
  const shareMissing: string[] = [];
  const shareBounded: string[] = [];
  const staff: StaffedSchool[] = [];
  const notes: RosterNote[] = [];
  const idField = table.places.has("schoolId") ? "schoolId" : "school";
  for (const record of district.rows) {
    const row = new RosterRow(table, record, log);
    const name = row.text("school");
    const id = row.text(idField);
    const enrolment = row.number("enrolment", true);
    if (enrolment === undefined || enrolment === 0) {
      // A malformed figure is already an issue; only a blank or a zero is a reason to leave the school out.
      if (row.sound)
        dropped.push({
          line: row.line,
          school: name,
          reason: enrolment === 0 ? "no students" : enrolmentNotReported,
        });
      notes.push(...row.notes);
      continue;
    }
    if (id === "") row.fault("missing-id", idField, "the school has no id");
    const first = ids.get(id);
    if (first !== undefined) row.fault("repeated-school", idField, `school "${id}" is already on line ${first}`, id);
    ids.set(id, row.line);

    const share = row.share("lowIncome", enrolment);
    const englishLearnerShare = row.share("englishLearner", enrolment);
    const teachers = row.number("teachers", false);
    const districtTeachers = row.number("districtTeachers", false, mostStudents);
    if (teachers === 0) {
      const message = "a school with students and no teachers: their number is estimated";
      notes.push({ code: "no-teachers", message, rows: [row.line] });
    }
    staff.push({ id, enrolment, teachers, districtTeachers });
    if (share === undefined) shareMissing.push(id);
    if (share?.bound) shareBounded.push(id);
    figures.push({ line: row.line, name, enrolment, teachers: teachers || undefined, lowIncomeShare: share?.value });
    schools.push({
      id,
      name,
      level: row.level(),
      enrolment,
      teachers: 1,
      lowIncomeShare: share?.value ?? NOT_REPORTED,
      ...(englishLearnerShare === undefined ? {} : { englishLearnerShare: englishLearnerShare.value }),
    });
    notes.push(...row.notes);
  }
  const { teachers, estimates } = estimateTeachers(staff, table.format);
  schools = schools.map((school, i) => ({ ...school, teachers: wholeTeachers(teachers[i]!) }));
  const note = (field: Estimate["field"], of: readonly string[], how: string): void => {
    if (of.length > 0) estimates.push({ field, schools: of, how });
  };
  note("lowIncomeShare", shareBounded, "the bound that the roster gives, as in <10");
  const told = { dropped, estimates, notes: mergeNotes(notes), figures };
  if (shareMissing.length === 0 || log.count > 0) return { ...told, schools, issues: log.list() };

  const own = meanShare(schools);
  const share = own ?? rosterShare();
  if (share === undefined) {
    const message = `no school of "${district.name}" or of the roster reports low-income students`;
    return { ...told, schools, issues: [{ code: "no-low-income", path: "lowIncome", message }] };
  }
  note(
    "lowIncomeShare",
    shareMissing,
    own === undefined
      ? "the enrolment-weighted mean of the whole roster, as no school of the district reports it"
      : "the enrolment-weighted mean of the district's other schools",
  );
  const filled = schools.map((school) =>
    school.lowIncomeShare === NOT_REPORTED ? { ...school, lowIncomeShare: share } : school,
  );
  return { ...told, schools: filled, issues: [] };
}

/** Returns the enrolment-weighted low-income share of all rows that report one; `undefined` when none does. */
export function meanRosterShare(table: RosterTable): number | undefined {
  const unheeded = new IssueLog();
  return meanShare(
    table.rows.map((record) => {
      const row = new RosterRow(table, record, unheeded);
      const enrolment = row.number("enrolment", true) ?? 0;
      return { enrolment, lowIncomeShare: row.share("lowIncome", enrolment)?.value ?? NOT_REPORTED };
    }),
  );
}

function meanShare(schools: readonly Pick<School, "enrolment" | "lowIncomeShare">[]): number | undefined {
  let students = 0;
  let lowIncome = 0;
  for (const { enrolment, lowIncomeShare } of schools) {
    if (lowIncomeShare === NOT_REPORTED) continue;
    students += enrolment;
    lowIncome += enrolment * lowIncomeShare;
  }
  return students > 0 ? lowIncome / students : undefined;
}
