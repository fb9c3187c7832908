import { adoptionFan } from "@uptake/charts";
import type { SureRecord } from "../../pages/sure/record.js";
import { answerOf } from "../../pages/sure/told.js";
import type { View } from "../../pages/tune/view.js";
import { sureWords } from "../../words/sure.js";
import { type First, type Site, startAnswer } from "../first.js";

/** Says how much of the model is a choice, beside what the plan comes to that pages open with. */
export function first({ answer, loaded }: Site): First {
  const view = answer<View>(startAnswer);
  return {
    ...answerOf(loaded<SureRecord>("sure")),
    heading: sureWords.question,
    draw: (options) => adoptionFan(view.fan, options),
  };
}
