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
}

/** The end of line, quote, comma and byte-order mark, as UTF-16 units. */
const LF = 10;
const CR = 13;
const QUOTE = 34;
const COMMA = 44;
const BOM = 0xfeff;

/**
 * Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, line ends and doubled quotes. Takes
 * LF, CRLF and CR line ends and a leading byte-order mark, and skips empty lines. Never throws: an over-long text, an
 * over-long field, a quote out of place, a quote left open, and a record of the wrong length are issues.
 *
 * Own code because the libraries that run in browsers do not give the line and column of a field.
 */
export function readCsv(text: string): Csv {
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

    if (text.charCodeAt(at) === COMMA) {
      at++;
      if (at < text.length) continue;
      // A comma that ends the text opens one more, empty, field.
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

  const header = records.shift();
  return { header, records, issues: header === undefined ? issues : issues.concat(ragged(header, records)) };
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

function isFieldEnd(unit: number): boolean {
  return unit === COMMA || unit === LF || unit === CR;
}
