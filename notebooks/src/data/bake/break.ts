import { levelRows } from "@uptake/charts";
import type { Breaks } from "@uptake/study/questions";
import { harmData } from "../../pages/break/figures.js";
import { answerOf } from "../../pages/break/told.js";
import { breakWords } from "../../words/break.js";
import type { First, Site } from "../first.js";

/** Says what breaks the plan that pages open with. */
export function first({ answer }: Site): First {
  const found = answer<Breaks>("break");
  return {
    ...answerOf(found, undefined, "none"),
    heading: breakWords.question,
    draw: (options) => levelRows(harmData(found), options),
  };
}
