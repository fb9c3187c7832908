import { describe, expect, test } from "vitest";
import { breakWords } from "./break.js";
import { compareWords } from "./compare.js";
import { correlation } from "./correlation.js";
import { mattersWords } from "./matters.js";
import { decimal, range, signed } from "./numbers.js";
import { inPoints, pointsBetween, pointsOf, signedPoints, sizeInPoints, withPlus } from "./points.js";
import { tuneWords } from "./tune.js";

describe("points", () => {
  test.for([
    [0.0004, "0", "0 points", "0 points", "0 points"],
    [-0.0004, "0", "0 points", "0 points", "0 points"],
    [-0, "0", "0 points", "0 points", "0 points"],
    [0.01, "1", "1 point", "+1 point", "1 point"],
    [-0.01, "−1", "−1 point", "−1 point", "1 point"],
    [-0.0421, "−4.2", "−4.2 points", "−4.2 points", "4.2 points"],
    [0.0994, "9.9", "9.9 points", "+9.9 points", "9.9 points"],
    [0.0996, "10", "10 points", "+10 points", "10 points"],
    [-0.316, "−32", "−32 points", "−32 points", "32 points"],
  ] as const)("of %d are written with a decimal below ten, and no zero with a sign", ([share, ...told]) =>
    expect([inPoints(share), pointsOf(share), signedPoints(share), sizeInPoints(share)]).toEqual(told),
  );
  test("lie between two ends", () => expect(pointsBetween(-0.0911, -0.0004)).toBe("−9.1 to 0"));
});

test("numbers that round to zero have no sign", () => {
  expect([decimal(-0.004), decimal(-0.006), correlation(-0.004), correlation(-0.5)]).toEqual([
    "0",
    "−0.01",
    "0.00",
    "−0.50",
  ]);
  expect(["0", "0.1", "−0.1"].map(withPlus)).toEqual(["0", "+0.1", "−0.1"]);
  expect([signed(0.004), signed(-0.004), range(-0.004, 0.004)]).toEqual(["0", "0", "0\u00a0to\u00a00"]);
});

describe("no page says a zero with a sign", () => {
  const least = [0.0004, -0.0004, 0, -0];
  const { table, answer } = compareWords;
  const { difference, answer: breaks } = breakWords;
  const lead = { mean: -0.0004, low: -0.0004, high: 0.0004 };
  test.for(
    Object.entries({
      "compare, points": least.map(table.points),
      "compare, between": [table.pointsBetween(-0.0004, 0.0004)],
      "compare, difference": [answer.difference(-0.0004, -0.0004, 0.0004, "adoption", 34)],
      "compare, dollars": [table.moreDollars(0.3), table.moreDollars(-0.3)],
      "break, points": least.map(difference.points),
      "break, between": [difference.between(-0.0004, 0.0004)],
      "break, short": least.map(breaks.short),
      "break, most": [breaks.most("adoption", "in May", "a budget cut", -0.0004, -0.0004, 0.0004, 50)],
      "break, change": [breaks.change("adoption", "in May", -0.0004, -0.0004, -0.0004, 50)],
      "break, own": [breaks.own(-0.0004, -0.0004, 0.0004, 50), breaks.own(0.0004, -0.0004, 0.0004, 50)],
      "matters, ahead": [mattersWords.deciding.ahead("A", "B", lead)],
      "matters, short": least.map(mattersWords.deciding.short),
      "tune, added": [...least.map(tuneWords.added.points), tuneWords.added.between(-0.0004, 0.0004)],
    }),
  )("%s", ([, told]) => {
    expect(told.length).toBeGreaterThan(0);
    for (const text of told) expect(text).not.toMatch(/[+−-]\$?0(?![.\d])/);
  });
  test("a gap that rounds to nothing is none", () => {
    expect([0.0004, -0.0004].map(table.behind)).toEqual(["none", "none"]);
    expect(table.behindBetween(-0.0004, -0.01, 0.01)).toBe("−1\u00a0to\u00a01 behind");
  });
});

test("what a plan adds is one point, or an interval with its noun once", () => {
  const { points, between } = tuneWords.added;
  expect([0.01, -0.01, 0.03].map(points)).toEqual(["+1 point", "−1 point", "+3 points"]);
  expect(between(0.03, 0.05)).toBe("+3 to +5 points");
});
