// The first answer of “Inside a district”: how many teachers are in which stage in the typical run, month by month, and
// everyone in the month of the target. The film itself would be too much to send.

import { scenario } from "@uptake/model";
import { startScenario } from "@uptake/study/link";
import { askedOf } from "../../pages/inside/asked.js";
import { inBrief } from "../../pages/inside/brief.js";
import { answerHere } from "../answer-here.js";
import type { Batch } from "../batch.js";

const asked = askedOf({ scenario: startScenario });

export const batches: readonly Batch[] = [
  {
    asked: { inside: asked },
    answer: async () => ({
      inside: inBrief(await answerHere("film", asked), "typical", scenario(startScenario).target.month),
    }),
  },
];
