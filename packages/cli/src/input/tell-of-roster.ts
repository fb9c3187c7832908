import type { importRoster } from "@uptake/model";
import type { Host } from "../host/host.ts";
import { count, counted } from "../words/format.ts";
import { describeWarning, onLines } from "../words/on-lines.ts";

/** Accounts for the rows of a roster. */
export type RosterReport = ReturnType<typeof importRoster>["report"];

/** Most notes and most warnings written out; `uptake import` has them all. */
const written = 10;

/**
 * Tells on stderr, of a roster that is run, what a user would otherwise learn from `uptake import` alone: figures that
 * were missing and estimated, fields read as none, rows left out, and figures that are hardly true.
 */
export function tellOfRoster(host: Host, roster: string, { estimates, notes, warnings }: RosterReport): void {
  const told = [
    ...estimates
      .filter(({ how }) => !how.startsWith("the roster's"))
      .map(({ field, schools, how }) => `${field} of ${counted(schools.length, "school")} estimated: ${how}`),
    ...notes.map(({ message, rows }) => `${message}${onLines(rows)}`),
  ];
  for (const message of told.slice(0, written)) host.err(`note: ${roster}: ${message}\n`);
  if (told.length > written)
    host.err(`note: ${roster}: and ${count(told.length - written)} more (see: uptake import)\n`);
  for (const warning of warnings.slice(0, written)) host.err(`warning: ${describeWarning(warning, roster)}\n`);
  if (warnings.length > written)
    host.err(`warning: ${roster}: and ${count(warnings.length - written)} more (see: uptake import)\n`);
}
