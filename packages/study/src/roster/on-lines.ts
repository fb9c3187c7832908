import { thousands } from "@uptake/model";

/** Lines written out by number. */
const some = 10;

/** Says in brackets which lines of a file a note is about, the first ten by number; nothing where it is about none. */
export function onLines(rows: readonly number[]): string {
  if (rows.length === 0) return "";
  const more = rows.length > some ? ` and ${thousands(rows.length - some)} more` : "";
  return ` (${rows.length === 1 ? "line" : "lines"} ${rows.slice(0, some).join(", ")}${more})`;
}
