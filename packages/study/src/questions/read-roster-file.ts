import { type District, InputError, type Issue, readCsv, rosterFormats } from "@uptake/model";
import { encodingNotes, type FileText } from "../files/decoded-text.ts";
import { onLines } from "../roster/on-lines.ts";
import { type RosterReport, readRoster } from "../roster/read-roster.ts";
import { readColumns, withColumnHint } from "../roster/roster-columns.ts";
import { rosterNotes } from "../roster/roster-notes.ts";

/** Tells of one district of a roster. */
export interface DistrictSummary {
  /** Id of the district. */
  readonly id: string;
  /** Name as shown. */
  readonly name: string;
  /** Number of its schools. */
  readonly schools: number;
  /** Number of its teachers. */
  readonly teachers: number;
  /** Number of its students. */
  readonly students: number;
  /** Share of students from low-income families, 0 … 1. */
  readonly lowIncomeShare: number;
}

/** Holds what a roster was read as. */
export interface RosterFileRead {
  /** Says that it is a roster. */
  readonly kind: "roster";
  /** Format that it was read in, and the header of its table: what columns there are. */
  readonly format: string;
  /** Headers of the columns, in their order. */
  readonly header: readonly string[];
  /** All districts found. */
  readonly districts: readonly DistrictSummary[];
  /** The district, where there is one, or one was asked for. */
  readonly district: District | undefined;
  /** Accounts for every row. */
  readonly rows: Pick<RosterReport, "rowsRead" | "districtRows" | "kept" | "dropped"> | undefined;
  /** What was assumed or filled in, a sentence each. */
  readonly notes: readonly string[];
  /** What is most likely not meant, a sentence each. */
  readonly warnings: readonly string[];
  /** Why it cannot be used; empty where it can. */
  readonly issues: readonly Issue[];
}

/** Says how a roster is to be read. */
export interface RosterHow {
  /** Name of its format (default the first that its header fits, else `generic`). */
  readonly format?: string;
  /** Headers of columns by the name of what they hold, as in `teachers`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Id or name of the district that is wanted. */
  readonly district?: string;
}

/** Characters of the beginning in which header and format are looked for. */
const beginning = 200_000;

/** Most lines above a header. */
const mostAbove = 40;

const headOf = (text: string): string =>
  text.length <= beginning ? text : text.slice(0, text.lastIndexOf("\n", beginning) + 1);

/** Returns the fields of the widest line at the beginning. */
function headerOf(head: string): readonly string[] {
  const lines = [",", ";", "\t"].flatMap((separator) => {
    const { header, records } = readCsv(head, { separator });
    return [header, ...records.slice(0, mostAbove)].map((record) => record?.fields ?? []);
  });
  const widest = lines.reduce((most, one) => (one.length > most.length ? one : most), []);
  return widest.map((field) => field.trim()).filter((field) => field !== "");
}

/** Tells whether a format has all the columns it needs in a header. */
function fits(head: string, format: string): boolean {
  try {
    readRoster(head, { format, columns: {} });
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return !error.issues.some(({ code }) => code === "missing-column");
  }
}

const summaryOf = ({ id, name, schools }: District): DistrictSummary => {
  const students = schools.reduce((sum, { enrolment }) => sum + enrolment, 0);
  const low = schools.reduce((sum, { enrolment, lowIncomeShare }) => sum + enrolment * lowIncomeShare, 0);
  const teachers = schools.reduce((sum, school) => sum + school.teachers, 0);
  return { id, name, schools: schools.length, teachers, students, lowIncomeShare: low / students };
};

/** Reads a roster as `uptake import` does, and never throws for what is wrong with it: that is among the answer, all at once. */
export function readRosterFile(
  { text, encoding }: FileText,
  { format: asked, columns: named = {}, district }: RosterHow,
): RosterFileRead {
  const head = headOf(text);
  const formats = Object.keys(rosterFormats);
  const format = asked ?? formats.find((one) => fits(head, one)) ?? "generic";
  const issues: Issue[] = [];
  const columns = readColumns(Object.entries(named), issues, (field) => field);
  const none = { kind: "roster", format, header: headerOf(head), districts: [], district: undefined } as const;
  const refused = (all: readonly Issue[]): RosterFileRead => ({
    ...none,
    rows: undefined,
    notes: [],
    warnings: [],
    issues: withColumnHint(all, (field) => `the menu “${field}”`),
  });
  if (issues.length > 0) return refused(issues);
  try {
    const read = readRoster(text, { format, columns, ...(district === undefined ? {} : { district }) });
    const { rowsRead, districtRows, kept, dropped, warnings } = read.report;
    return {
      ...none,
      districts: read.districts.map(summaryOf),
      district: read.districts.length === 1 ? read.districts[0] : undefined,
      rows: { rowsRead, districtRows, kept, dropped },
      notes: [...encodingNotes(encoding).map(({ message }) => message), ...rosterNotes(read.report)],
      warnings: warnings.map(({ path, message, rows }) => `${path}: ${message}${onLines(rows)}`),
      issues: [],
    };
  } catch (error) {
    if (error instanceof InputError) return refused(error.issues);
    throw error;
  }
}
