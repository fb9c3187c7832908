import { type RosterReport, rosterNotes } from "@uptake/study/roster";
import type { Host } from "../host/host.ts";
import { describeWarning } from "../words/describe-warning.ts";
import { count } from "../words/format.ts";

/** Most notes and most warnings written out; `uptake import` has them all. */
const written = 10;

/**
 * Tells on stderr, of a roster that is run, what a user would otherwise learn from `uptake import` alone: figures that
 * were missing and estimated, fields read as none, rows left out, and figures that are hardly true.
 */
export function tellOfRoster(host: Host, roster: string, report: RosterReport): void {
  const told = rosterNotes(report);
  const { warnings } = report;
  for (const message of told.slice(0, written)) host.err(`note: ${roster}: ${message}\n`);
  if (told.length > written)
    host.err(`note: ${roster}: and ${count(told.length - written)} more (see: uptake import)\n`);
  for (const warning of warnings.slice(0, written)) host.err(`warning: ${describeWarning(warning, roster)}\n`);
  if (warnings.length > written)
    host.err(`warning: ${roster}: and ${count(warnings.length - written)} more (see: uptake import)\n`);
}
