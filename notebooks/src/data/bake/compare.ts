import { comparedPlans } from "@uptake/charts";
import { startScenario } from "@uptake/study/link";
import { type Answer, comparedOf } from "../../pages/compare/comparing.js";
import { askedOf, entriesOf } from "../../pages/compare/entries.js";
import { linesData } from "../../pages/compare/lines-data.js";
import { answerOf } from "../../pages/compare/told.js";
import type { First, Site } from "../first.js";

/** Compares the plan that pages open with to its district as today. */
export function first({ answer }: Site): First {
  const start = { get: () => ({ scenario: startScenario }) };
  const entries = entriesOf(start);
  const held = { answer: answer<Answer>("compare"), whole: true, prebuilt: true };
  const compared = comparedOf(entries, askedOf(entries, start), held);
  return { ...answerOf(compared, [null, 0]), draw: (options) => comparedPlans(linesData(compared), options) };
}
