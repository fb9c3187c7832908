import { levelRows } from "@uptake/charts";
import { startScenario } from "@uptake/study/link";
import type { TakeAnswer } from "@uptake/study/questions";
import { answerOf, chancesOf } from "../../pages/take/told.js";
import { words } from "../../words/kit.js";
import type { First, Site } from "../first.js";

/** Says what the usual budget buys, of plans that are there. */
export function first({ answer }: Site): First {
  const found = answer<TakeAnswer>("take");
  const { district } = startScenario;
  return {
    ...answerOf(found, words.start.districts[district] ?? district),
    draw: (options) => levelRows(chancesOf(found), options),
  };
}
