import type { RosterWarning } from "@uptake/model";
import { describeFault } from "../host/fault.ts";
import { count } from "./format.ts";

/** Lines written out by number. */
const some = 10;

/** Says in brackets which lines of a file a note is about, the first ten by number; nothing where it is about none. */
export function onLines(rows: readonly number[]): string {
  if (rows.length === 0) return "";
  const more = rows.length > some ? ` and ${count(rows.length - some)} more` : "";
  return ` (${rows.length === 1 ? "line" : "lines"} ${rows.slice(0, some).join(", ")}${more})`;
}

/** Writes a warning of a roster on one line: its column, what is doubted, on which lines, and what would be believed. */
export function describeWarning({ rows, value: _, ...warning }: RosterWarning, file?: string): string {
  const message = `${warning.message}${onLines(rows)}`;
  return describeFault({ ...warning, message, ...(file === undefined ? {} : { file }) });
}
