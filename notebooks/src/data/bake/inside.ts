import { stageArea } from "@uptake/charts";
import type { Brief } from "../../pages/inside/brief.js";
import { insideWords } from "../../words/inside.js";
import type { First, Site } from "../first.js";

/** Says what the typical run of the plan comes to that pages open with. */
export function first({ answer }: Site): First {
  const { verdict, rest, stages } = answer<Brief>("inside");
  return { verdict, rest, heading: insideWords.question, draw: (options) => stageArea(stages, options) };
}
