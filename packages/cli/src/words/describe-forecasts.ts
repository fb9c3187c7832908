import { forecastSentence } from "@uptake/study/forecast";
import type { Answer } from "./answer.ts";

/** Says beside the chance of the target how far the model's bands have held; empty where there is no chance. */
export function describeForecasts({ target }: Pick<Answer, "target">): string {
  return target.probability === null ? "" : `${forecastSentence()}\n`;
}
