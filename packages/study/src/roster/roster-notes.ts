import { thousands } from "@uptake/model";
import { estimatedFigure } from "./estimated-figure.ts";
import { onLines } from "./on-lines.ts";
import type { RosterReport } from "./read-roster.ts";

/** Says what was estimated, read as none or left out of a roster, a line each; estimates that the roster's own figures give are no news. */
export function rosterNotes({ estimates, notes }: Pick<RosterReport, "estimates" | "notes">): string[] {
  const schools = (count: number): string => `${thousands(count)} school${count === 1 ? "" : "s"}`;
  return [
    ...estimates
      .filter(({ how }) => !how.startsWith("the roster's"))
      .map(({ field, schools: of, how }) => `${estimatedFigure[field]} of ${schools(of.length)} estimated: ${how}`),
    ...notes.map(({ message, rows }) => `${message}${onLines(rows)}`),
  ];
}
