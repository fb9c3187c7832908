/** Matches a text that a spreadsheet would run as a formula, unless it is a number. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula: it then shows the text. */
function asText(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** Writes a field of comma-separated values: quoted where it holds a comma, a quote or a line end; empty for nothing. */
function field(value: string | number | boolean | null): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (value === null) return "";
  if (typeof value === "boolean") return String(value);
  const text = asText(value);
  return /[",\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

type Row = readonly (string | number | boolean | null)[];

const line = (row: Row): string => `${row.map(field).join(",")}\n`;

/**
 * Writes a table as comma-separated values (RFC 4180, lines end with LF), header first. A text that a spreadsheet would
 * run, one that begins with = + - @ a tab or a carriage return and is no number, gets an apostrophe before it (as OWASP
 * advises against CSV injection); numbers stay numbers.
 */
export function writeCsv(header: readonly string[], rows: Iterable<Row>): string {
  const lines = [line(header)];
  for (const row of rows) lines.push(line(row));
  return lines.join("");
}

/** Characters that a part of a long table has, or a few more. */
const partLength = 65_536;

/** Writes a table as {@link writeCsv} does, as bytes, part by part. */
export function* csvParts(header: readonly string[], rows: Iterable<Row>): Generator<Uint8Array> {
  let part = line(header);
  for (const row of rows) {
    part += line(row);
    if (part.length < partLength) continue;
    yield Buffer.from(part);
    part = "";
  }
  if (part !== "") yield Buffer.from(part);
}
