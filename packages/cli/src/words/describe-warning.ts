import type { RosterWarning } from "@uptake/model";
import { onLines } from "@uptake/study/roster";
import { describeFault } from "../host/fault.ts";

/** Writes a warning of a roster on one line: its column, what is doubted, on which lines, and what would be believed. */
export function describeWarning({ rows, value: _, ...warning }: RosterWarning, file?: string): string {
  const message = `${warning.message}${onLines(rows)}`;
  return describeFault({ ...warning, message, ...(file === undefined ? {} : { file }) });
}
