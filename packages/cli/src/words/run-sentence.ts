import { targetWords } from "@uptake/study/target";
import type { Answer } from "./answer.ts";
import { countWorlds } from "./count-worlds.ts";
import { chanceOf } from "./describe-headline.ts";
import { inMonth, interval, percent, when } from "./format.ts";
import { targetSummary } from "./run-answer.ts";

/** Says what a plan comes to in a sentence: the chance of its target, and what the target is of then. */
export function runSentence(answer: Answer): string {
  const { scenario, target, adoption, district } = answer;
  const { of, month } = target;
  const { measure } = targetWords[of];
  const reached = targetSummary(answer);
  const last = Math.min(month, adoption.month.length - 1);
  const mean = `${percent(reached.mean[last] ?? null)} (95% interval ${interval(reached.low[last] ?? null, reached.high[last] ?? null)})`;
  const from = countWorlds(answer);
  if (target.probability === null)
    return `With “${scenario.name}”, ${measure} in ${district.name} is ${mean} on average ${inMonth(last)}, over ${from}; the horizon ends before ${when(month)}, so there is no chance of ${chanceOf(target)} to report.`;
  return `“${scenario.name}” brings ${district.name} to ${percent(target.share)} ${targetWords[of].who} by ${when(month)} with a chance of ${percent(target.probability)} (95% interval ${interval(target.low, target.high)}, ${from}); ${measure} is then ${mean} on average.`;
}
