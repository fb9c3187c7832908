import { forecastRecord, forecastSentence } from "@uptake/study/forecast";
import type { StudyAnswer } from "../studies/study-kind.ts";

/** Finds a chance of the target in a sentence, as in `a chance of 80%`. */
const tellsChance = /(?<!no )\bchance of \d/i;

/**
 * Adds to an answer that tells a chance of the target how far the model's bands have held: as a note, and as data where the
 * answer's are an object.
 */
export function withForecasts(answer: StudyAnswer): StudyAnswer {
  const { sentence, notes, data } = answer;
  if (![sentence, ...notes].some((text) => tellsChance.test(text))) return answer;
  // An answer that says it already has the record where its data hold it.
  if (notes.includes(forecastSentence())) return answer;
  const plain = typeof data === "object" && data !== null && !Array.isArray(data);
  return {
    ...answer,
    notes: [...notes, forecastSentence()],
    data: plain ? { ...data, forecasts: forecastRecord } : data,
  };
}
