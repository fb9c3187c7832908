import { tornado } from "@uptake/charts";
import { scenario } from "@uptake/model";
import { startScenario } from "@uptake/study/link";
import type { Deciding } from "@uptake/study/questions";
import { barsOf, decidingAnswer } from "../../pages/matters/deciding.js";
import { ofPlan } from "../../pages/matters/of-plan.js";
import { mattersWords } from "../../words/matters.js";
import type { First, Site } from "../first.js";

/** Says which belief decides for the plan that pages open with. */
export function first({ answer }: Site): First {
  const told = answer<Deciding>("matters");
  const plan = ofPlan(scenario(startScenario));
  return {
    ...decidingAnswer(told, plan),
    heading: mattersWords.heading(plan.of, plan.month),
    draw: (options) => tornado(barsOf(told, plan), options),
  };
}
