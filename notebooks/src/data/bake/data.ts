import { adoptionFan } from "@uptake/charts";
import { startScenario } from "@uptake/study/link";
import { answerOf } from "../../pages/data/told.js";
import type { View } from "../../pages/tune/view.js";
import { words } from "../../words/kit.js";
import { type First, type Site, startAnswer } from "../first.js";

/** Says where the plan runs that pages open with, and what it comes to there. */
export function first({ answer }: Site): First {
  const { district } = startScenario;
  const view = answer<View>(startAnswer);
  return {
    ...answerOf({ scenario: startScenario }, words.start.districts[district] ?? district, 0, 0),
    draw: (options) => adoptionFan(view.fan, options),
  };
}
