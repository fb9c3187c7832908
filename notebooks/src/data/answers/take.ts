// The first answer of “What would it take?”: plans that are there, scaled to the usual budget, and where the best works.

import { startScenario } from "@uptake/study/link";
import { askedOf } from "../../pages/take/asked.js";
import { answerHere } from "../answer-here.js";
import type { Batch } from "../batch.js";

const asked = askedOf({ scenario: startScenario }, false);

export const batches: readonly Batch[] = [
  { asked: { take: asked }, answer: async () => ({ take: await answerHere("take", asked) }) },
];
