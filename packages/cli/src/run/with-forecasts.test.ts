import { forecastRecord, forecastSentence } from "@uptake/study/forecast";
import { expect, test } from "vitest";
import type { StudyAnswer } from "../studies/study-kind.ts";
import { withForecasts } from "./with-forecasts.ts";

const answer = (more: Partial<StudyAnswer>): StudyAnswer => ({
  sentence: "Nothing.",
  notes: [],
  figures: [],
  tables: [],
  data: { a: 1 },
  checksums: [],
  ...more,
});

test.for([
  [{ sentence: "The chance of 80% in May of year 3 is 4%." }],
  [{ notes: ["“coaching” has a chance of 50% of students in May of year 3."] }],
] as const)("an answer that tells a chance says how far bands have held: %o", ([more]) => {
  const found = withForecasts(answer(more));
  expect(found.notes.at(-1)).toBe(forecastSentence());
  expect(found.data).toEqual({ a: 1, forecasts: forecastRecord });
});

test.for([
  [{}],
  [{ sentence: "The horizon ends before May of year 3, so there is no chance of 80% to report." }],
  [{ notes: ["A flip is beyond chance."] }],
] as const)("one that tells none does not: %o", ([more]) => {
  expect(withForecasts(answer(more))).toEqual(answer(more));
});
