export { estimatedFigure } from "./estimated-figure.ts";
export { onLines } from "./on-lines.ts";
export { type RosterRead, type RosterReport, readRoster } from "./read-roster.ts";
export { readColumns, withColumnHint } from "./roster-columns.ts";
export { rosterNotes } from "./roster-notes.ts";
