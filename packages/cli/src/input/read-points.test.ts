import { InputError } from "@uptake/model";
import { expect, test } from "vitest";
import { readPoints } from "./read-points.ts";

const perCoach = "levers.coaching.teachersPerCoach";

test("points are read from a header of factors and rows of numbers", () => {
  expect(readPoints(`${perCoach},"trying.support"\r\n 8 ,1e-1\n\n40,+2.5\n`)).toEqual([
    { [perCoach]: 8, "trying.support": 0.1 },
    { [perCoach]: 40, "trying.support": 2.5 },
  ]);
});

test.for<[what: string, text: string, ...faults: [code: string, path: string, line?: number, column?: number][]]>([
  ["an empty file", "", ["empty", ""]],
  ["a header alone", "trying.support\n", ["empty-design", "", 1, 1]],
  ["an unknown factor", "trying.support,trying.suport\n1,2\n", ["unknown-factor", "trying.suport", 1, 16]],
  ["a factor twice", "trying.support,trying.support\n1,2\n", ["repeated-factor", "trying.support", 1, 1]],
  [
    "empty fields and words",
    "trying.support,peers.strength\n1,\nhigh,2\n",
    ["not-a-number", "peers.strength", 2, 3],
    ["not-a-number", "trying.support", 3, 1],
  ],
  ["a short row", "trying.support,peers.strength\n1,1\n2\n", ["ragged-row", "", 3, 1]],
  ["a value that may not be", `${perCoach}\n8\n2\n`, ["out-of-range", perCoach, 3, 1]],
  ["half a month", "levers.coaching.start\n1.5\n", ["out-of-range", "levers.coaching.start", 2, 1]],
  ["a point twice", "trying.support\n1\n2\n1.0\n", ["repeated-point", "", 4, 1]],
])("%s is refused at its place", ([, text, ...faults]) => {
  try {
    readPoints(text);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const found = error.issues.map(({ code, path, line, column }) =>
      line === undefined ? [code, path] : [code, path, line, column],
    );
    expect(found).toEqual(faults);
  }
});
