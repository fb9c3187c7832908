import type { SeriesSummary } from "@uptake/study";
import { expect, test } from "vitest";
import { describeOwnSchools } from "./describe-own-schools.ts";

/** Makes a series of shares over `months` indices, there from index `from` on. */
function shares(mean: number, from: number, months = 61): SeriesSummary {
  const month = Array.from({ length: months }, (_, m) => m);
  const at = (value: number) => month.map((m) => (m < from ? null : value));
  const ends = { low: at(mean - 0.02), high: at(mean + 0.04), p10: at(mean), p90: at(mean) };
  return { month, mean: at(mean), ...ends, replicates: 8 };
}

const line = (founded: SeriesSummary, joined: SeriesSummary): string =>
  describeOwnSchools({ adoptionFounded: founded, adoptionJoined: joined });
const never = Number.POSITIVE_INFINITY;

test("founded and joined schools are told apart, from the year they are there", () => {
  expect(line(shares(0.8, 12), shares(0.3, 3))).toBe(
    "In its own schools: founded –, 80% (78–84%), 80% (78–84%); joined 30% (28–34%), 30% (28–34%), 30% (28–34%), in May of years 1, 3 and 5 (teachers who use or own; 95% interval).\n",
  );
});

test("says where there are none of a kind, and ends with the horizon", () => {
  expect(line(shares(0.8, 12), shares(0, never))).toMatch(
    /^In its own schools: founded –, 80% .*; joined none, in May/,
  );
  expect(line(shares(0, never, 41), shares(0.3, 0, 41))).toMatch(
    /founded none; joined 30% .*, in May of years 1 and 3 \(/,
  );
  expect(line(shares(0, never, 13), shares(0.3, 0, 13))).toContain(", in May of year 1 (");
});

test("nothing is said where no school is ever in the programme, or no May is reached", () => {
  expect(line(shares(0, never), shares(0, never))).toBe("");
  expect(line(shares(0.8, 0, 10), shares(0.3, 0, 10))).toBe("");
  expect(describeOwnSchools({ adoptionFounded: null, adoptionJoined: null })).toBe("");
});
