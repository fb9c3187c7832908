// The first answer of “What matters”: each of the beliefs looked at in 25 runs of both its ends, of which the page then
// runs the foremost to 100.

import { startScenario } from "@uptake/study/link";
import { usual } from "../../plan/usual.js";
import { answerHere } from "../answer-here.js";
import type { Batch } from "../batch.js";

const asked = { scenario: startScenario, ...usual };

export const batches: readonly Batch[] = [
  {
    asked: { matters: asked },
    answer: async () => ({ matters: await answerHere("tornado", asked, ({ bars, most }) => bars.length === most) }),
  },
];
