import type { RosterWarning } from "@uptake/model";
import { onLines } from "@uptake/study/roster";
import { describeFault } from "../host/fault.ts";

/** Says how columns that look exchanged are read the other way round. */
const exchange = '; if they are exchanged, say which column is which with --column enrolment="…" --column teachers="…"';

/**
 * Writes a warning of a roster on one line: its column, what is doubted, on which lines, and what would be believed; of
 * columns that look exchanged also what to do.
 */
export function describeWarning({ rows, value: _, ...warning }: RosterWarning, file?: string): string {
  const message = `${warning.message}${onLines(rows)}`;
  const told = describeFault({ ...warning, message, ...(file === undefined ? {} : { file }) });
  return warning.code === "swapped-columns" ? `${told}${exchange}` : told;
}
