import { InputError, type Issue } from "../../issue.ts";
import { nearest } from "../../nearest.ts";
import { type CsvRecord, LONGEST_TEXT, readCsv } from "../csv.ts";
import { findTable } from "./find-table.ts";
import { rosterFormatNames } from "./formats/format-names.ts";
import { rosterFormats } from "./formats/index.ts";
import { leaveOut } from "./leave-out.ts";
import { HeaderIndex, matchColumns, mostColumns, type Place } from "./match-columns.ts";
import { oneThing, type RosterColumns, type RosterField } from "./roster-field.ts";
import type { RosterFormat } from "./roster-format.ts";
import type { RosterNote } from "./roster-note.ts";
import { wrongColumns } from "./wrong-columns.ts";

/** Holds a roster read as a table: its rows, and where each column of the format stands. */
export interface RosterTable {
  readonly format: RosterFormat;
  /** Header of each column that is present. */
  readonly columns: RosterColumns;
  /** Where each field stands: a column, or several whose fields make an id together. */
  readonly places: ReadonlyMap<RosterField, readonly Place[]>;
  /** Positions of the counts of students by grade: from prekindergarten to 12, each in one column or more. */
  readonly gradeCounts: readonly (readonly number[])[];
  /** Says whether a percentage is written as a share, as no row of that column has more than 1. */
  readonly fractions: ReadonlySet<RosterField>;
  /** Says whether commas may stand between thousands, as they do not between fields. */
  readonly thousands: boolean;
  readonly rows: readonly CsvRecord[];
  /** Rows under the header, those that are no schools with them. */
  readonly rowsRead: number;
  /** What was left out or understood otherwise than it stands, and rows that are no schools. */
  readonly notes: readonly RosterNote[];
}

/**
 * Reads `text` as a roster of the format named, with `columns` put in place of the format's own. Throws an
 * {@link InputError} with everything wrong with the form: unknown format, empty text, faulty CSV, missing columns.
 */
export function readRosterTable(text: string, name: string, given: RosterColumns = {}): RosterTable {
  if (!Object.hasOwn(rosterFormats, name)) throw new InputError([unknownFormat(name)]);
  if (text.length > LONGEST_TEXT) throw new InputError(readCsv(text).issues);
  const format = withColumns(rosterFormats[name]!, given);
  const prepared = format.prepared === undefined ? {} : { [format.prepared]: rosterFormats[format.prepared]! };
  const found = findTable(text, { [name]: format, ...prepared }, given);
  const layout = found.format === name ? format : withColumns(rosterFormats[found.format]!, given);
  if (found.header === undefined && found.issues.length === 0) {
    throw new InputError([{ code: "empty", path: "", message: "the text is empty: a roster needs a header and rows" }]);
  }
  const header = (found.header?.fields ?? []).map((field) => field.trim());
  if (header.length > mostColumns) throw new InputError([tooWide(header.length, found.header?.line ?? 1)]);
  const index = new HeaderIndex(header);
  const matched = matchColumns(index, layout, given);
  const issues = found.issues.concat(
    found.header === undefined ? [] : wrongColumns(found.header.line, index, layout, given, matched),
  );
  if (found.header !== undefined && found.issues.length === 0 && found.records.length === 0)
    issues.push({ code: "no-rows", path: "", message: "the roster has a header and no rows" });
  if (issues.length > 0) throw new InputError(issues);
  const kept = leaveOut(found.records, index, layout, matched.places);
  const columns = Object.fromEntries(
    [...matched.places].map(([field, places]) => [field, places.map(({ at }) => header[at]).join(" + ")]),
  );
  const fractions = layout.teachers === "people" ? new Set<RosterField>() : fractionsIn(kept.rows, matched.places);
  return {
    format: layout,
    columns,
    places: matched.places,
    gradeCounts: (layout.gradeCounts ?? []).map((names) => names.flatMap((one) => index.find(one))),
    fractions,
    thousands: found.separator !== ";",
    rows: kept.rows,
    rowsRead: found.records.length,
    notes: [
      ...found.notes,
      ...(found.format === name ? [] : [readAs(found.format)]),
      ...matched.latest.map(ofLatest),
      ...[...fractions].map((field) => asShares(columns[field] ?? field)),
      ...kept.notes,
    ],
  };
}

/** Leaves out of a format what the columns given say in another way. */
function withColumns(format: RosterFormat, given: RosterColumns): RosterFormat {
  const columns = { ...format.columns };
  for (const ways of oneThing)
    if (ways.some((way) => given[way] !== undefined)) for (const way of ways) delete columns[way];
  return { ...format, columns };
}

/** Finds the percentages that are written as shares: at least two figures above 0, none above 1. */
function fractionsIn(
  rows: readonly CsvRecord[],
  places: ReadonlyMap<RosterField, readonly Place[]>,
): ReadonlySet<RosterField> {
  const fields = (["lowIncomePercent", "englishLearnerPercent"] as const).filter((field) => {
    const at = places.get(field)?.[0]?.at;
    if (at === undefined) return false;
    let below = 0;
    for (const { fields: row } of rows) {
      const text = row[at]!.trim();
      const value = /^\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text.endsWith("%") ? 100 : 0;
      if (value > 1) return false;
      if (value > 0) below++;
    }
    return below >= 2;
  });
  return new Set(fields);
}

function readAs(format: string): RosterNote {
  return {
    code: "prepared",
    message: `the header is that of the format ${format}, and the file is read as such`,
    rows: [],
  };
}

function ofLatest(header: string): RosterNote {
  return { code: "years", message: `of several years the latest is read: the column ${header}`, rows: [] };
}

function asShares(header: string): RosterNote {
  const message = `no figure in the column ${header} is above 1, so they are read as shares, not as per cent`;
  return { code: "shares", message, rows: [] };
}

function tooWide(columns: number, line: number): Issue {
  const message = `the header has ${columns} columns; the limit is ${mostColumns}`;
  return { code: "too-wide", path: "", message, value: columns, line };
}

function unknownFormat(name: string): Issue {
  // Two edits make a code of two letters of any text as short, such as "csv".
  const close = nearest(
    name,
    Object.keys(rosterFormats).filter((format) => format.length > 2),
  );
  return {
    code: "unknown-format",
    path: "format",
    message: `there is no roster format "${name}"`,
    value: name,
    allowed: rosterFormatNames,
    ...(close === undefined ? {} : { nearest: close }),
  };
}
