import { expect, test } from "vitest";
import { forecastSentence } from "./forecast-sentence.ts";

test("the sentence tells how much 80% bands held, one count ahead and of all that followed", () => {
  const bands = (held: number) => [
    { nominal: 0.5, oneAhead: 0.1, wholePath: 0.2 },
    { nominal: 0.8, oneAhead: held, wholePath: held - 0.1 },
    { nominal: 0.95, oneAhead: 0.9, wholePath: 0.9 },
  ];
  const record = {
    people: { series: 6, points: 33, bands: bands(0.412) },
    organisations: { series: 21, points: 175, bands: bands(0.7) },
  };
  expect(forecastSentence(record)).toBe(
    "How far such bands have held: shown the first half of 6 series of people or classrooms, this model’s 80% bands held 41% of the next counts and 31% of all that followed; of 21 of states’ laws, 70% of the next counts and 60% of all that followed. None is of teaching.",
  );
});
