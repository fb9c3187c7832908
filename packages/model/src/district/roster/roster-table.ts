import { InputError, type Issue } from "../../issue.ts";
import { nearest } from "../../nearest.ts";
import { type CsvRecord, readCsv } from "../csv.ts";
import { type RosterColumns, type RosterFormat, type RosterFormatName, rosterFormats } from "./formats.ts";

/** Holds a roster read as a table: its rows, and where each column of the format stands. */
export interface RosterTable {
  readonly format: RosterFormat;
  readonly columns: RosterColumns;
  /** Position of each column that is present, from 0. */
  readonly positions: ReadonlyMap<keyof RosterColumns, number>;
  readonly rows: readonly CsvRecord[];
}

/**
 * Reads `text` as a roster of the format named, with `columns` put in place of the format's own. Throws an
 * {@link InputError} with everything wrong with the form: unknown format, empty text, faulty CSV, missing columns.
 */
export function readRosterTable(text: string, name: string, columns: Partial<RosterColumns> = {}): RosterTable {
  if (!Object.hasOwn(rosterFormats, name)) throw new InputError([unknownFormat(name)]);
  const format = rosterFormats[name as RosterFormatName];
  const csv = readCsv(text);
  if (csv.header === undefined && csv.issues.length === 0) {
    throw new InputError([{ code: "empty", path: "", message: "the text is empty: a roster needs a header and rows" }]);
  }
  const header = (csv.header?.fields ?? []).map((field) => field.trim());
  const issues = csv.issues.concat(repeatedNames(header));
  const named: RosterColumns = { ...format.columns, ...columns };
  const positions = new Map<keyof RosterColumns, number>();
  for (const field of Object.keys(named) as (keyof RosterColumns)[]) {
    const position = header.indexOf(named[field] as string);
    if (position >= 0) positions.set(field, position);
    else if (csv.header !== undefined && isRequired(field, format, columns))
      issues.push(missingColumn(named[field] as string, header));
  }
  if (csv.header !== undefined && lowIncome.every((field) => !positions.has(field))) {
    const names = lowIncome.flatMap((field) => (named[field] === undefined ? [] : [named[field]]));
    issues.push(missingColumn(names.join(" or "), header));
  }
  if (csv.header !== undefined && csv.issues.length === 0 && csv.records.length === 0) {
    issues.push({ code: "no-rows", path: "", message: "the roster has a header and no rows" });
  }
  if (issues.length > 0) throw new InputError(issues);
  return { format, columns: named, positions, rows: csv.records };
}

/** The three ways of saying how many students are from low-income families, in the order of preference. */
const lowIncome = ["lowIncomeCount", "lowIncomeShare", "lowIncomePercent"] as const;

function isRequired(field: keyof RosterColumns, format: RosterFormat, given: Partial<RosterColumns>): boolean {
  if (given[field] !== undefined) return true;
  return !format.optional.includes(field) && !(lowIncome as readonly string[]).includes(field);
}

function missingColumn(name: string, header: readonly string[]): Issue {
  const close = nearest(name.split(" or ")[0]!, header);
  return {
    code: "missing-column",
    path: name,
    message: `the roster has no column ${name}`,
    allowed: header.join(", ").slice(0, 500),
    line: 1,
    ...(close === undefined ? {} : { nearest: close }),
  };
}

function repeatedNames(header: readonly string[]): Issue[] {
  const seen = new Set<string>();
  const repeated = header.filter((name) => seen.has(name) || !seen.add(name));
  return [...new Set(repeated)].map((name) => {
    const message = `the header has the column "${name.slice(0, 100)}" more than once`;
    return { code: "repeated-column", path: name.slice(0, 100), message, line: 1 };
  });
}

function unknownFormat(name: string): Issue {
  const names = Object.keys(rosterFormats);
  const close = nearest(name, names);
  return {
    code: "unknown-format",
    path: "format",
    message: `there is no roster format "${name}"`,
    value: name,
    allowed: names.join(", "),
    ...(close === undefined ? {} : { nearest: close }),
  };
}
