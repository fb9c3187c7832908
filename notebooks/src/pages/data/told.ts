import type { PlanState } from "@uptake/study/link";
import type { Answered } from "../../kit/answer.js";
import { dataWords } from "../../words/data.js";

const { answer: say } = dataWords;

/** Says where a state's plan runs: in a shipped district or one of the reader's own, and in whose worlds. */
export function answerOf({ scenario }: PlanState, title: string, schools: number, teachers: number): Answered {
  const own = typeof scenario.district === "object";
  const worlds = scenario.parameters?.worlds;
  const believed = typeof worlds === "object" && worlds ? [say.worlds(worlds.rows.length, worlds.source)] : [];
  return {
    verdict: own ? say.own(title) : say.shipped(title),
    rest: [own ? say.ownRest(schools, teachers) : say.shippedRest, ...believed].join(" "),
    short: say.short(schools),
  };
}
