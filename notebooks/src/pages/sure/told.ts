import { parameters } from "@uptake/model";
import type { Answered } from "../../kit/answer.js";
import { sureWords } from "../../words/sure.js";
import type { SureRecord } from "./record.js";

const { answer: say } = sureWords;

/** Says how many numbers of the model are a choice, and how many patterns it holds. */
export function answerOf({ groups }: SureRecord): Answered {
  const held = groups.reduce((total, { holds }) => total + holds, 0);
  const missed = groups.reduce((total, { misses }) => total + misses.length, 0);
  const drawn = parameters.filter(({ prior }) => prior.shape !== "held").length;
  const choice = parameters.filter(({ status }) => status === "choice").length;
  return {
    verdict: say.verdict(choice, parameters.length),
    rest: say.rest(drawn, held, held + missed),
    short: say.short(choice, parameters.length),
  };
}
