// The first answer of “Break it”: every named set of shocks in 25 worlds, of which the page then tries 100.

import { startScenario } from "@uptake/study/link";
import type { Breaks } from "@uptake/study/questions";
import { namedTest } from "../../pages/break/named-test.js";
import { answerHere } from "../answer-here.js";
import type { Batch } from "../batch.js";

const asked = namedTest({ get: () => ({ scenario: startScenario }) });

/** Leaves out the numbers of worlds that no box names, and the checksums of all runs but the first and the last. */
function brief(found: Breaks): Breaks {
  const { vulnerabilities, inputs, checksums } = found;
  const named = vulnerabilities.flatMap(({ boxes }) =>
    boxes.flatMap(({ restrictions }) => restrictions.map(({ input }) => input)),
  );
  return {
    ...found,
    inputs: Object.fromEntries(Object.entries(inputs).filter(([name]) => named.includes(name))),
    checksums: [...checksums.slice(0, 1), ...checksums.slice(-1)],
  };
}

export const batches: readonly Batch[] = [
  {
    asked: { break: asked },
    answer: async () => ({ break: brief(await answerHere("breaks", asked, () => true)) }),
  },
];
