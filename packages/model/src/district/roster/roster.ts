import { InputError, type Issue } from "../../issue.ts";
import type { CsvRecord } from "../csv.ts";
import type { District } from "../district.ts";
import { type DistrictName, findDistrict } from "../find-district.ts";
import type { Estimate } from "./estimate.ts";
import { lowIncomeFields, type RosterColumns } from "./roster-field.ts";
import { mergeNotes, type RosterNote } from "./roster-note.ts";
import { doubtRoster } from "./roster-plausibility.ts";
import { fieldText } from "./roster-row.ts";
import {
  type Dropped,
  enrolmentNotReported,
  meanRosterShare,
  readSchools,
  type SchoolsRead,
} from "./roster-schools.ts";
import { type RosterTable, readRosterTable } from "./roster-table.ts";
import type { DistrictFigures, FigureColumns, RosterWarning } from "./roster-warning.ts";
import { noteRounding } from "./rounded-teachers.ts";

/** Says how a roster is laid out, and which district is wanted. */
export interface RosterOptions {
  /** Name of the format: `generic`, `ca`, `co`, `ma`, `nces`, `tx` or one of the prepared copies. */
  readonly format: string;
  /** Id of the district, or its name whatever the case; may be left out when the roster has one district. */
  readonly district?: string;
  /** Headers of columns, by what they hold, that are read in place of the format's own. */
  readonly columns?: RosterColumns;
}

/** Accounts for every row of a roster: `kept` + the rows `dropped` = `districtRows`. */
export interface RosterReport {
  /** Rows under the header, those that are no schools, as totals, with them. */
  readonly rowsRead: number;
  /** Rows of the district, or of all districts when all are imported. */
  readonly districtRows: number;
  /** Rows that became schools. */
  readonly kept: number;
  /** Rows left out, with the reason. */
  readonly dropped: readonly Dropped[];
  /** Figures that the roster does not have as counts, and how they were estimated. */
  readonly estimates: readonly Estimate[];
  /** What else the reader should know of these rows; none of it is a reason to refuse them. */
  readonly notes: readonly RosterNote[];
  /** Figures that are used as they stand and are hardly true, with the lines of their rows. */
  readonly warnings: readonly RosterWarning[];
}

/** Holds the districts of a whole roster. */
export interface RosterImport {
  /** Districts of which a row was kept, each with its schools. */
  readonly districts: readonly District[];
  /** Districts of which no row was kept. */
  readonly emptyDistricts: readonly DistrictName[];
  /** Accounts for every row of all districts. */
  readonly report: RosterReport;
}

/**
 * Imports one district from `text`, a roster as comma-separated values with a header. Keeps every school with students,
 * charters included. Estimates missing low-income shares and teachers, and reports both.
 *
 * @throws InputError with everything wrong at once: the form, the district, and the rows of that district, or of those
 *   that may be meant.
 *
 * @example
 * ```ts
 * import { importRoster } from "@uptake/model";
 *
 * const roster = `school,school_id,level,district,enrolment,low_income,teachers
 * Cedar Elementary,1,elementary,Our district,412,268,22
 * Juniper High,2,high,Our district,1210,520,70
 * `;
 * const { district, report } = importRoster(roster, { format: "generic" });
 * console.log(district.schools.length, report.kept, report.warnings);
 * ```
 */
export function importRoster(text: string, options: RosterOptions): { district: District; report: RosterReport } {
  const table = readRosterTable(text, options.format, options.columns);
  const groups = groupByDistrict(table);
  const group = findDistrict(options.district, groups);
  const rosterShare = () => meanRosterShare(table);
  if ("issue" in group) {
    const rows = group.among.flatMap((one) => readSchools(table, one, rosterShare).issues);
    throw new InputError([group.issue, ...rows.filter(({ line }) => line !== undefined)]);
  }
  const read = readSchools(table, group, rosterShare);
  if (read.issues.length > 0) throw new InputError(read.issues);
  if (read.schools.length === 0) throw new InputError([withoutSchools(group, read.dropped)]);
  return {
    district: { id: group.id, name: group.name, schools: read.schools, source: table.format.source },
    report: {
      rowsRead: table.rowsRead,
      districtRows: group.rows.length,
      kept: read.schools.length,
      dropped: read.dropped,
      estimates: read.estimates,
      notes: [...table.notes, ...read.notes, ...noteRounding(read.figures)],
      warnings: doubtRoster([{ name: group.name, schools: read.figures }], figureColumns(table)),
    },
  };
}

/**
 * Imports every district of `text`, as {@link importRoster} does one; `district` is not heeded.
 *
 * @throws InputError with everything wrong at once, in the rows of all districts.
 */
export function importAllDistricts(text: string, options: Omit<RosterOptions, "district">): RosterImport {
  const table = readRosterTable(text, options.format, options.columns);
  const districts: District[] = [];
  const emptyDistricts: DistrictName[] = [];
  const reads: SchoolsRead[] = [];
  const figures: DistrictFigures[] = [];
  // Read once, and only when a district has no share of its own: a roster may have a thousand such districts.
  let known: { share: number | undefined } | undefined;
  const rosterShare = (): number | undefined => {
    known ??= { share: meanRosterShare(table) };
    return known.share;
  };
  for (const group of groupByDistrict(table)) {
    const read = readSchools(table, group, rosterShare);
    figures.push({ name: group.name, schools: read.figures });
    reads.push(group.id === "" ? { ...read, issues: [...read.issues, withoutDistrict(group)] } : read);
    if (read.schools.length === 0) emptyDistricts.push({ id: group.id, name: group.name });
    else districts.push({ id: group.id, name: group.name, schools: read.schools, source: table.format.source });
  }
  const issues = reads.flatMap((read) => read.issues);
  if (issues.length > 0) throw new InputError(issues);
  return {
    districts,
    emptyDistricts,
    report: {
      rowsRead: table.rowsRead,
      districtRows: table.rows.length,
      kept: districts.reduce((sum, district) => sum + district.schools.length, 0),
      dropped: reads.flatMap((read) => read.dropped),
      estimates: mergeEstimates(reads.flatMap((read) => read.estimates)),
      notes: [
        ...mergeNotes([...table.notes, ...reads.flatMap((read) => read.notes)]),
        ...noteRounding(figures.flatMap(({ schools }) => schools)),
      ],
      warnings: doubtRoster(figures, figureColumns(table)),
    },
  };
}

/** Names the columns that the roster's figures come from. */
function figureColumns({ columns, places, fractions }: RosterTable): FigureColumns {
  const field = lowIncomeFields.find((one) => places.has(one)) ?? "lowIncomePercent";
  const asShare = field === "lowIncomeShare" || fractions.has(field);
  return {
    enrolment: columns.enrolment ?? "enrolment",
    teachers: columns.teachers ?? "teachers",
    lowIncome: columns[field] ?? field,
    lowIncomeAs: field === "lowIncomeCount" ? "count" : asShare ? "share" : "percent",
  };
}

/** Merges estimates of the same field made in the same way. */
function mergeEstimates(estimates: readonly Estimate[]): Estimate[] {
  const merged = new Map<string, Omit<Estimate, "schools"> & { schools: string[] }>();
  for (const { field, how, schools } of estimates) {
    const group = merged.get(`${field} ${how}`) ?? { field, how, schools: [] };
    merged.set(`${field} ${how}`, group);
    for (const school of schools) group.schools.push(school);
  }
  return [...merged.values()];
}

/** Holds the rows of one district. */
interface DistrictRows extends DistrictName {
  readonly rows: CsvRecord[];
}

/** Groups the rows by district, in the order in which districts first appear. */
function groupByDistrict(table: RosterTable): DistrictRows[] {
  const idField = table.places.has("districtId") ? "districtId" : "district";
  const nameField = table.places.has("district") ? "district" : idField;
  if (!table.places.has(idField)) return [{ id: "roster", name: "Roster", rows: [...table.rows] }];
  const groups = new Map<string, DistrictRows>();
  for (const row of table.rows) {
    const id = fieldText(table, row, idField);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { id, name: fieldText(table, row, nameField), rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

function withoutSchools({ id, name }: DistrictRows, dropped: readonly Dropped[]): Issue {
  if (dropped.every(({ reason }) => reason === enrolmentNotReported)) {
    const message = `no school of district "${name}" reports its enrolment, so there are no students to tell of`;
    return { code: "no-enrolment", path: "district", message, value: id };
  }
  return { code: "no-schools", path: "district", message: `district "${name}" has no school with students`, value: id };
}

function withoutDistrict(group: DistrictRows): Issue {
  const line = group.rows[0]!.line;
  const message = `${group.rows.length} rows from this one on have no district`;
  return { code: "missing-district", path: "district", message, line };
}
