import { InputError } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { readAdoptionSeries } from "./read-adoption-series.ts";

function issuesOf(text: string): readonly unknown[] {
  try {
    readAdoptionSeries(text);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

describe("a series of surveys", () => {
  test("gives adopters or a share", () => {
    const point = { month: 4, group: "high poverty", share: 0.25, respondents: 40 };
    expect(readAdoptionSeries("month,group,adopters,respondents\n4,high poverty,10,40\n")).toEqual([point]);
    expect(readAdoptionSeries("respondents,share,group,month\r\n40,.25,high poverty,4")).toEqual([point]);
  });
  test("takes the first month, nobody, everybody and a single answer, and nothing beyond", () => {
    const share = "month,group,share,respondents\n";
    const points = readAdoptionSeries(`${share}0,all,0,1\n12,all,1,40\n`);
    expect(points.map((point) => [point.month, point.share, point.respondents])).toEqual([
      [0, 0, 1],
      [12, 1, 40],
    ]);
    const counted = readAdoptionSeries("month,group,adopters,respondents\n0,all,0,40\n12,all,40,40\n");
    expect(counted.map((point) => point.share)).toEqual([0, 1]);
    expect(issuesOf(`${share}4,all,1.01,40\n`)).toMatchObject([{ code: "out-of-range", path: "share" }]);
    expect(issuesOf(`${share}-1,all,0.5,40\n`)).toMatchObject([{ code: "not-a-number", path: "month" }]);
  });
  test("needs its columns, each once", () => {
    expect(issuesOf("")).toMatchObject([{ code: "empty" }]);
    expect(issuesOf("month,group,adopters,respondents\n")).toMatchObject([{ code: "empty" }]);
    expect(issuesOf("month,grup,month,respondents\n1,all,1,2\n")).toMatchObject([
      { code: "unknown-column", nearest: "group", line: 1, column: 7 },
      { code: "repeated-column", column: 12 },
      { code: "missing", path: "group" },
      { code: "missing", path: "share" },
    ]);
    expect(issuesOf("month,group,adopters,share,respondents\n1,all,1,0.5,2\n")).toMatchObject([{ code: "conflict" }]);
  });
  test("refuses gaps, shares above 1, unknown groups and repeated rows, all at once, with their places", () => {
    const text =
      "month,group,share,respondents\n4,all,,40\n10,all,45,40\n16,novices,45%,40\n22,all,0.2,0\n4,all,0.1,2.5\n";
    expect(issuesOf(text)).toMatchObject([
      { code: "gap", path: "share", line: 2, column: 7 },
      { code: "out-of-range", path: "share", line: 3, allowed: "0 to 1, so that 45% is written 0.45" },
      { code: "unknown-group", line: 4, column: 4 },
      { code: "not-a-number", path: "share", line: 4 },
      { code: "not-a-number", path: "respondents", line: 5 },
      { code: "not-a-number", path: "respondents", line: 6 },
      { code: "repeated-point", path: "month", line: 6 },
    ]);
    expect(issuesOf("month,group,adopters,respondents\n4,all,41,40\n")).toMatchObject([{ path: "adopters", line: 2 }]);
  });
});
