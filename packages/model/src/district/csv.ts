import type { Issue } from "../issue.ts";

/** Longest text read, in characters (32 MB); the largest state roster is a sixteenth of it. */
export const LONGEST_TEXT = 33_554_432;

/** Longest single field read, in characters (100 kB): beyond it a quote was most likely left open. */
export const LONGEST_FIELD = 100_000;

/** Holds one record of a CSV text: its fields, and where each began (lines and columns from 1). */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly lines: readonly number[];
  readonly columns: readonly number[];
}

/** Holds a CSV text as a header, the records under it, and everything found wrong with its form. */
export interface Csv {
  readonly header: CsvRecord | undefined;
  readonly records: readonly CsvRecord[];
  readonly issues: readonly Issue[];
  /** Lines of the notes under the table that were left out. */
  readonly below?: readonly number[];
}

/** The end of line, quote, equals sign and byte-order mark, as UTF-16 units. */
const LF = 10;
const CR = 13;
const QUOTE = 34;
const EQUALS = 61;
const BOM = 0xfeff;

/** Says how a table differs from plain comma-separated values. */
export interface CsvForm {
  /** Character between fields; a comma unless given. */
  readonly separator?: string;
  /** Records above the header, of any length; none unless given. */
  readonly above?: number;
  /** Says whether records of a single field at the end, as notes under a table, are left out; false unless given. */
  readonly notesBelow?: boolean;
}

/**
 * Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, line ends and doubled quotes. Takes
 * LF, CRLF and CR line ends and a leading byte-order mark, skips empty lines, and reads `="0012"`, by which spreadsheets
 * keep a text from becoming a number, as the text in it. Never throws: an over-long text, an over-long field, a quote
 * out of place, a quote left open, and a record of the wrong length are issues.
 *
 * Own code because the libraries that run in browsers do not give the line and column of a field.
 */
export function readCsv(text: string, { separator = ",", above = 0, notesBelow = false }: CsvForm = {}): Csv {
  const between = separator.charCodeAt(0);
  const isFieldEnd = (unit: number): boolean => unit === between || unit === LF || unit === CR;
  if (text.length > LONGEST_TEXT) return tooLong(text.length);
  const issues: Issue[] = [];
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let lines: number[] = [];
  let columns: number[] = [];
  let line = 1;
  let at = text.charCodeAt(0) === BOM ? 1 : 0;
  let lineStart = at;

  const fault = (code: string, message: string, where: number): void => {
    issues.push({ code, path: "", message, line, column: where - lineStart + 1 });
  };

  while (at < text.length) {
    const start = at;
    lines.push(line);
    columns.push(start - lineStart + 1);
    let field = "";
    if (text.charCodeAt(at) === EQUALS && text.charCodeAt(at + 1) === QUOTE) at++;
    if (text.charCodeAt(at) === QUOTE) {
      let from = ++at;
      for (;;) {
        const unit = text.charCodeAt(at);
        if (at >= text.length) {
          issues.push({
            code: "open-quote",
            path: "",
            message: "a quoted field is never closed",
            line: lines[lines.length - 1]!,
            column: columns[columns.length - 1]!,
          });
          break;
        }
        if (unit === QUOTE) {
          if (text.charCodeAt(at + 1) !== QUOTE) break;
          field += text.slice(from, at + 1);
          at += 2;
          from = at;
          continue;
        }
        if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) {
          line++;
          lineStart = at + 1;
        }
        at++;
      }
      field += text.slice(from, at);
      at++;
      if (at < text.length && !isFieldEnd(text.charCodeAt(at))) {
        fault("stray-quote", "text follows a closing quote (a quote inside a quoted field is written twice)", at);
        while (at < text.length && !isFieldEnd(text.charCodeAt(at))) at++;
      }
    } else {
      let stray = -1;
      while (at < text.length && !isFieldEnd(text.charCodeAt(at))) {
        if (stray < 0 && text.charCodeAt(at) === QUOTE) stray = at;
        at++;
      }
      if (stray >= 0) fault("stray-quote", "a quote stands inside a field that does not begin with one", stray);
      field = text.slice(start, at);
    }
    if (field.length > LONGEST_FIELD) {
      const message = `a field of ${field.length} characters is longer than the limit of ${LONGEST_FIELD} (100 kB)`;
      issues.push({ code: "long-field", path: "", message, line: lines.at(-1)!, column: columns.at(-1)! });
      field = "";
    }
    fields.push(field);

    if (text.charCodeAt(at) === between) {
      at++;
      if (at < text.length) continue;
      // A separator that ends the text opens one more, empty, field.
      fields.push("");
      lines.push(line);
      columns.push(at - lineStart + 1);
    }
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++;
    at++;
    if (fields.length > 1 || fields[0] !== "") records.push({ fields, lines, columns });
    fields = [];
    lines = [];
    columns = [];
    line++;
    lineStart = at;
  }

  records.splice(0, above);
  const header = records.shift();
  if (header === undefined) return { header, records, issues };
  const table = records.length - (notesBelow && header.fields.length > 1 ? notesUnder(records) : 0);
  const below = records.splice(table).map(({ lines: [line] }) => line!);
  const first = header.lines[0]!;
  const within = issues.filter(({ line = first }) => line >= first && !below.includes(line));
  const told = within.concat(ragged(header, records));
  return { header, records, issues: told, ...(below.length === 0 ? {} : { below }) };
}

/** Most notes under a table; more single fields than these are rows gone wrong. */
const MOST_NOTES = 40;

/** Counts the notes under a table. */
function notesUnder(records: readonly CsvRecord[]): number {
  let count = 0;
  while (isNote(records[records.length - 1 - count])) if (++count > MOST_NOTES) return 0;
  return count;
}

/** What a note under a table begins with: a mark that it explains, or the name of what it is. */
const beginning = /^(?:[†‡–—*]|notes?\b|source|data source)/i;

/** Tells whether a record is a note under a table: a single field, or nothing beside a text that reads as one. */
function isNote(record: CsvRecord | undefined): boolean {
  if (record === undefined) return false;
  const [text = "", ...rest] = record.fields;
  return rest.length === 0 || (beginning.test(text.trim()) && rest.every((field) => field.trim() === ""));
}

/** Lists the records whose number of fields is not the header's. */
function ragged(header: CsvRecord, records: readonly CsvRecord[]): Issue[] {
  const width = header.fields.length;
  return records
    .filter((record) => record.fields.length !== width)
    .map((record) => ({
      code: "ragged-row",
      path: "",
      message: `the row has ${record.fields.length} fields and the header ${width}`,
      line: record.lines[0]!,
      column: 1,
    }));
}

function tooLong(length: number): Csv {
  const message = `the text has ${length} characters; the limit is ${LONGEST_TEXT} (32 MB)`;
  return { header: undefined, records: [], issues: [{ code: "too-large", path: "", message, value: length }] };
}
