import {
  assumptionsSentence,
  attributionNotes,
  budgetNote,
  leversSentence,
  targetNotes,
} from "../../words/describe-attribution.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { attributeFigures } from "./attribute-figures.ts";
import { attributeTables } from "./attribute-tables.ts";
import type { Attributed } from "./attributed.ts";

/** Turns what was found into what is told of it. `strategy` is the name of the scenario, `set` the rival assumptions. */
export function answerAttributed(found: Attributed, strategy: string, set: string): StudyAnswer {
  const { policy, assumed, target, budget } = found;
  return {
    sentence: leversSentence(policy, strategy),
    notes: [
      ...attributionNotes(policy),
      ...(assumed ? [assumptionsSentence(assumed, strategy, set)] : []),
      ...(target ? targetNotes(target) : []),
      ...(budget ? [budgetNote(budget)] : []),
    ],
    figures: attributeFigures(found),
    tables: attributeTables(found),
    data: { policy, assumptions: assumed, target, minimumBudget: budget },
    checksums: [policy, assumed, target, budget].flatMap((one) => one?.checksums ?? []),
  };
}
