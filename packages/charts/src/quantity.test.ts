import { describe, expect, test } from "vitest";
import { clear, difference, intervalText, listed, number, quantity, range, signed } from "./quantity.ts";

describe("quantities", () => {
  test.for([
    [0.314, "share of teachers", "31%"],
    [-0.1, "chance", "−10%"],
    [0.001, "share", "under 1%"],
    [-0.001, "share", "over −1%"],
    [-0.999, "share", "under −99%"],
    [1.25e6, "$ of 2024", "$1.25M"],
    [-1200, "dollars", "−$1.20k"],
    [1, "months", "1 month"],
    [1234.5, "student-years", "1,230 student-years"],
    [0.0312, "", "0.0312"],
    [-0, "months", "0 months"],
    [-5.33, "points", "−5.3 points"],
    [-16.52, "points", "−17 points"],
    [-0.04, "points", "0 points"],
  ] as const)("write %d in %s as %s", ([value, unit, text]) => expect(quantity(value, unit)).toBe(text));
  test.for([
    [0.314, "share of teachers", "31 points"],
    [-0.0312, "share of teachers", "−3.1 points"],
    [0.01, "share of teachers", "1 point"],
    [-0.0001, "share of teachers", "0 points"],
    [12, "points", "12 points"],
  ] as const)("write a difference of %d in %s as %s", ([value, unit, text]) =>
    expect(difference(value, unit)).toBe(text),
  );
  test("write signs and ranges", () => {
    expect([signed(0.1, "share"), signed(-0.1, "share"), signed(0, "share")]).toEqual([
      "+10 points",
      "−10 points",
      "0 points",
    ]);
    const least = [0.0004, -0.0004];
    expect(least.map((value) => signed(value, "share"))).toEqual(["0 points", "0 points"]);
    expect(least.map((value) => signed(value, "dollars"))).toEqual(["$0", "$0"]);
    expect(range(-0.0004, 0.0004, "share", "difference")).toBe("0 to 0 points");
    expect(range(0.1, 0.2, "share")).toBe("10% to 20%");
    expect(range(-0.1, 0.2, "share", "difference")).toBe("−10 to 20 points");
    expect(range(1, 2, "months")).toBe("1 to 2 months");
    expect(range(-2.94, -2.183, "points")).toBe("−2.9 to −2.2 points");
    expect(range(1e6, 2e6, "$")).toBe("$1.00M to $2.00M");
  });
  test("say that an interval is not known, and never take such an estimate for clear", () => {
    expect(intervalText({ value: 1, low: null, high: 2 }, "months")).toBe("no interval");
    expect(clear({ value: 1, low: null, high: null })).toBe(false);
    expect(clear({ value: 1, low: 0, high: 2 })).toBe(false);
    expect([clear({ value: 1, low: 0.5, high: 2 }), clear({ value: -1, low: -2, high: -0.5 })]).toEqual([true, true]);
  });
  test("write very large and very small numbers, and lists", () => {
    expect([number(1.5e9), number(-0.00001234), number(0)]).toEqual(["1,500,000,000", "−0.0000123", "0"]);
    expect([listed([]), listed(["a"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
  });
});
