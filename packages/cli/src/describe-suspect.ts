import { recordYears } from "@uptake/study";
import type { Answer } from "./answer.ts";

/** Holds a strategy and its answer. */
export interface Entry {
  readonly title: string;
  readonly answer: Answer;
}

/** Warns of strategies that usually go to the target faster than any on record, in one line; empty where none does. */
export function describeSuspect(entries: readonly Entry[]): string {
  const fast = entries.filter(({ answer }) => answer.suspect.suspect).map(({ title }) => `“${title}”`);
  if (fast.length === 0) return "";
  return `Suspect: ${fast.join(", ")} usually ${fast.length === 1 ? "goes" : "go"} from 15% to 80% within three years, faster than the best subsidised educational diffusion on record (about ${recordYears} years). Doubt the model before believing it.\n`;
}
