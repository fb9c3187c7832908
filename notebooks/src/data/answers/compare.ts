// The first answer of “Compare”: the plan that pages open with beside its district as today, in all runs.

import { startScenario } from "@uptake/study/link";
import { askedOf, entriesOf } from "../../pages/compare/entries.js";
import { answerHere } from "../answer-here.js";
import type { Batch } from "../batch.js";

const start = { get: () => ({ scenario: startScenario }) };
const { input } = askedOf(entriesOf(start), start);

export const batches: readonly Batch[] = [
  { asked: { compare: input }, answer: async () => ({ compare: await answerHere("compare", input) }) },
];
