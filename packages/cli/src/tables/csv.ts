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

/**
 * Writes a table as comma-separated values (RFC 4180, lines end with LF), header first. A text that a spreadsheet would
 * run, one that begins with = + - @ a tab or a carriage return and is no number, gets an apostrophe before it (as OWASP
 * advises against CSV injection); numbers stay numbers.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | boolean | null)[]>,
): string {
  const lines = [header.map(field).join(",")];
  for (const row of rows) lines.push(row.map(field).join(","));
  // The last line end is joined too: a text of many megabytes is not made twice.
  lines.push("");
  return lines.join("\n");
}
