import type { Issue } from "@uptake/model";
import { counted } from "../../words/format.ts";

/** Surveys with too many answers that are written out. */
const written = 5;

/** Says which surveys more people answered than teach there, and what follows; nothing where there are none. */
export function describeDoubts(doubts: readonly Issue[]): string[] {
  if (doubts.length === 0) return [];
  const first = doubts.slice(0, written).map(({ message }) => message);
  const more = doubts.length > written ? `; and ${counted(doubts.length - written, "more survey")}` : "";
  return [
    `More people answered than teach there: ${first.join("; ")}${more}. Every answer counts as one teacher's, so these surveys weigh more than they can tell.`,
  ];
}
