/**
 * Reads rosters of districts and tells what was assumed.
 *
 * @module
 */
export { estimatedFigure } from "./estimated-figure.ts";
export { onLines } from "./on-lines.ts";
export type { ReadRosterOptions } from "./read-roster.ts";
export { type RosterRead, type RosterReport, readRoster } from "./read-roster.ts";
export { readColumns, withColumnHint } from "./roster-columns.ts";
export { rosterNotes } from "./roster-notes.ts";
