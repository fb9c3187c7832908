import { adoptionFan } from "@uptake/charts";
import { answerOf } from "../../pages/tune/told.js";
import type { View } from "../../pages/tune/view.js";
import { tuneWords } from "../../words/tune.js";
import { type First, type Site, startAnswer } from "../first.js";

/** Says what the plan comes to that pages open with. */
export function first({ answer }: Site): First {
  const view = answer<View>(startAnswer);
  const { share, month } = view.fan.target;
  return {
    ...answerOf(view),
    heading: tuneWords.question(share, month),
    draw: (options) => adoptionFan(view.fan, { height: 400, ...options }),
  };
}
