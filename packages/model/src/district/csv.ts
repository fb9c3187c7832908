import { type Issue, IssueLog } from "../issue.ts";

/** Longest text read, in characters (32 MB); the largest state roster is a sixteenth of it. */
export const LONGEST_TEXT = 33_554_432;

/** Longest single field read, in characters (100 kB): beyond it a quote was most likely left open. */
export const LONGEST_FIELD = 100_000;

/** Most rows, most cells in all of them, and most columns; beyond them memory would go to what is no table of schools. */
export const MOST_ROWS = 2_500_000;
const MOST_CELLS = 8_000_000;
const MOST_COLUMNS = 16_384;

/** Holds one record of a CSV text: its fields, and where each began (lines and columns from 1). */
export interface CsvRecord {
  /** Text of each field, without its quotes, from the first column on. */
  readonly fields: readonly string[];
  /** Line of the first field. */
  readonly line: number;
  /** Line of each field, from 1. */
  readonly lines: readonly number[];
  /** Column at which each field begins in its line, in characters, from 1. */
  readonly columns: readonly number[];
}

/** Holds a CSV text as a header, the records under it, and everything found wrong with its form. */
export interface Csv {
  /** First record; undefined where the text is empty. */
  readonly header: CsvRecord | undefined;
  /** Records under the header, in their order. */
  readonly records: readonly CsvRecord[];
  /** What is wrong with the form: quotes, lengths, counts of fields. Empty where nothing is. */
  readonly issues: readonly Issue[];
  /** Lines of the notes under the table that were left out. */
  readonly below?: readonly number[];
}

/** Says how a table differs from plain comma-separated values. */
export interface CsvForm {
  /** Character between fields; a comma unless given. */
  readonly separator?: string;
  /** Records above the header, of any length; none unless given. */
  readonly above?: number;
  /** Says whether records of a single field at the end, as notes under a table, are left out; false unless given. */
  readonly notesBelow?: boolean;
}

/** The end of line, quote, equals sign and byte-order mark, as UTF-16 units. */
const LF = 10;
const CR = 13;
const QUOTE = 34;
const EQUALS = 61;
const BOM = 0xfeff;

/** Holds where reading stands: the position in the text, its line, where that line begins, and what separates fields. */
interface Cursor {
  readonly separator: number;
  at: number;
  line: number;
  lineStart: number;
}

/** Hears where each field of a record begins, and what is wrong with its form. */
interface Heard {
  begins?(line: number, column: number): void;
  fault?(code: string, message: string, line: number, column: number): void;
}

/** Holds where the fields of a record began. */
interface Places extends Pick<CsvRecord, "lines" | "columns"> {
  readonly of: CsvRecord;
}

/** Holds a record by its fields alone; where they began is found by reading it again, which only a fault needs. */
class ReadRecord implements CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
  readonly #text: string;
  readonly #at: number;
  readonly #separator: number;

  constructor(fields: readonly string[], text: string, { line, at, separator }: Cursor) {
    this.fields = fields;
    this.line = line;
    this.#text = text;
    this.#at = at;
    this.#separator = separator;
  }

  get lines(): readonly number[] {
    return this.#places().lines;
  }

  get columns(): readonly number[] {
    return this.#places().columns;
  }

  /** Record read again last, which is mostly asked for more than one of its fields. */
  static #last: Places | undefined;

  #places(): Places {
    if (ReadRecord.#last?.of === this) return ReadRecord.#last;
    const lines: number[] = [];
    const columns: number[] = [];
    const cursor = { separator: this.#separator, at: this.#at, line: this.line, lineStart: this.#at };
    readRecord(this.#text, cursor, {
      begins: (line, column) => {
        lines.push(line);
        columns.push(column);
      },
    });
    const places = { of: this, lines, columns };
    ReadRecord.#last = places;
    return places;
  }
}

/**
 * Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, line ends and doubled quotes. Takes
 * LF, CRLF and CR line ends and a leading byte-order mark, skips empty lines, and reads `="0012"`, by which spreadsheets
 * keep a text from becoming a number, as the text in it. Never throws: an over-long text, an over-long field, too many
 * columns, rows or cells, a quote out of place, a quote left open, and a record of the wrong length are issues, of which
 * the first hundred are listed and the rest counted.
 *
 * Own code because the libraries that run in browsers do not give the line and column of a field.
 */
export function readCsv(text: string, form: CsvForm = {}): Csv {
  const { separator = ",", above = 0, notesBelow = false } = form;
  if (text.length > LONGEST_TEXT)
    return refused("too-large", `the text has ${text.length} characters; the limit is ${LONGEST_TEXT} (32 MB)`);
  const log = new IssueLog();
  const fault = (code: string, message: string, line: number, column: number): void =>
    log.add({ code, path: "", message, line, column });
  const records: CsvRecord[] = [];
  const begin = text.charCodeAt(0) === BOM ? 1 : 0;
  const cursor: Cursor = { separator: separator.charCodeAt(0), at: begin, line: 1, lineStart: begin };
  let cells = 0;
  while (cursor.at < text.length) {
    const start = { ...cursor };
    const { line } = start;
    const fields = readRecord(text, cursor, { fault });
    if (fields.length === 1 && fields[0] === "") continue;
    cells += fields.length;
    if (fields.length > MOST_COLUMNS)
      return refused("too-many-columns", `a row has more than ${MOST_COLUMNS} fields, the limit`, line);
    if (records.length > MOST_ROWS)
      return refused("too-many-rows", `there are more than ${MOST_ROWS} rows, the limit`, line);
    if (cells > MOST_CELLS)
      return refused("too-many-cells", `there are more than ${MOST_CELLS} cells, the limit`, line);
    // A copy, since a list that grew holds room for more.
    records.push(new ReadRecord(fields.slice(), text, start));
  }
  records.splice(0, above);
  const header = records.shift();
  if (header === undefined) return { header, records, issues: log.list() };
  const table = records.length - (notesBelow && header.fields.length > 1 ? notesUnder(records) : 0);
  const below = records.splice(table).map(({ line }) => line);
  const outside = ({ line }: Issue): boolean => line !== undefined && (line < header.line || below.includes(line));
  const within = new IssueLog();
  within.addAll(log.list().filter((issue) => !outside(issue)));
  logRagged(header, records, within);
  return { header, records, issues: within.list(), ...(below.length === 0 ? {} : { below }) };
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

/** Reads the record at the cursor, and moves it to the next. Stops after one field more than a table may have. */
function readRecord(text: string, cursor: Cursor, heard: Heard): string[] {
  const fields: string[] = [];
  for (;;) {
    heard.begins?.(cursor.line, cursor.at - cursor.lineStart + 1);
    // A separator that ends the text opens one more, empty, field.
    fields.push(cursor.at < text.length ? readField(text, cursor, heard) : "");
    if (text.charCodeAt(cursor.at) !== cursor.separator || fields.length > MOST_COLUMNS) break;
    cursor.at++;
  }
  if (text.charCodeAt(cursor.at) === CR && text.charCodeAt(cursor.at + 1) === LF) cursor.at++;
  cursor.at++;
  cursor.line++;
  cursor.lineStart = cursor.at;
  return fields;
}

/** Reads the field at the cursor, and moves it to what ends the field. */
function readField(text: string, cursor: Cursor, heard: Heard): string {
  const { at: start, line, lineStart } = cursor;
  const column = start - lineStart + 1;
  if (text.charCodeAt(start) === EQUALS && text.charCodeAt(start + 1) === QUOTE) cursor.at++;
  const field = text.charCodeAt(cursor.at) === QUOTE ? readQuoted(text, cursor, heard) : readBare(text, cursor, heard);
  if (field.length <= LONGEST_FIELD) return field;
  const message = `a field of ${field.length} characters is longer than the limit of ${LONGEST_FIELD} (100 kB)`;
  heard.fault?.("long-field", message, line, column);
  return "";
}

function readBare(text: string, cursor: Cursor, { fault }: Heard): string {
  const start = cursor.at;
  let stray = -1;
  while (cursor.at < text.length && !isFieldEnd(text.charCodeAt(cursor.at), cursor)) {
    if (stray < 0 && text.charCodeAt(cursor.at) === QUOTE) stray = cursor.at;
    cursor.at++;
  }
  if (stray >= 0) {
    const message = "a quote stands inside a field that does not begin with one";
    fault?.("stray-quote", message, cursor.line, stray - cursor.lineStart + 1);
  }
  return text.slice(start, cursor.at);
}

function readQuoted(text: string, cursor: Cursor, { fault }: Heard): string {
  const { line, lineStart } = cursor;
  const column = cursor.at - lineStart + 1;
  let field = "";
  let from = ++cursor.at;
  for (;;) {
    const unit = text.charCodeAt(cursor.at);
    if (cursor.at >= text.length) {
      fault?.("open-quote", "a quoted field is never closed", line, column);
      break;
    }
    if (unit === QUOTE) {
      if (text.charCodeAt(cursor.at + 1) !== QUOTE) break;
      field += text.slice(from, cursor.at + 1);
      cursor.at += 2;
      from = cursor.at;
      continue;
    }
    if (unit === LF || (unit === CR && text.charCodeAt(cursor.at + 1) !== LF)) {
      cursor.line++;
      cursor.lineStart = cursor.at + 1;
    }
    cursor.at++;
  }
  field += text.slice(from, cursor.at);
  cursor.at++;
  if (cursor.at < text.length && !isFieldEnd(text.charCodeAt(cursor.at), cursor)) {
    const message = "text follows a closing quote (a quote inside a quoted field is written twice)";
    fault?.("stray-quote", message, cursor.line, cursor.at - cursor.lineStart + 1);
    while (cursor.at < text.length && !isFieldEnd(text.charCodeAt(cursor.at), cursor)) cursor.at++;
  }
  return field;
}

/** Notes the records whose number of fields is not the header's. */
function logRagged(header: CsvRecord, records: readonly CsvRecord[], log: IssueLog): void {
  const width = header.fields.length;
  for (const record of records) {
    const { length } = record.fields;
    if (length === width) continue;
    const message = `the row has ${length} fields and the header ${width}`;
    log.add({ code: "ragged-row", path: "", message, line: record.line, column: 1 });
  }
}

function refused(code: string, message: string, line?: number): Csv {
  const issue = { code, path: "", message, ...(line === undefined ? {} : { line }) };
  return { header: undefined, records: [], issues: [issue] };
}

function isFieldEnd(unit: number, { separator }: Cursor): boolean {
  return unit === separator || unit === LF || unit === CR;
}
