import { describe, expect, test } from "vitest";
import {
  abbreviated,
  brief,
  clear,
  difference,
  intervalText,
  known,
  listed,
  number,
  quantity,
  range,
  signed,
  titled,
  turned,
} from "./quantity.ts";

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
    [0.0994, "share of teachers", "9.9 points"],
    [0.104, "share of teachers", "10 points"],
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
  test("name the unit where their text does not", () => {
    const units = ["share of teachers", "$", "months", ""];
    expect(units.map((unit) => brief(0.5, unit))).toEqual(["50%", "$1", "0.5", "0.5"]);
    expect(units.map((unit) => titled("it", unit))).toEqual(["it", "it, $", "it, months", "it"]);
    expect(["3 points", "1 point", "3 points more"].map(abbreviated)).toEqual(["3 pt", "1 pt", "3 points more"]);
  });
  test("say the interval, that it is not known, and never take such an estimate for clear", () => {
    const of = (low: number | null, high: number | null) => ({ value: 1, low, high });
    expect(intervalText(of(0.1, 0.2), "share")).toBe("95% interval 10% to 20%");
    expect(intervalText(of(0.1, 0.2), "share", "difference")).toBe("95% interval 10 to 20 points");
    expect(intervalText(of(1, 2), "months", "difference")).toBe("95% interval 1 to 2 months");
    const unknown = [of(null, null), of(null, 2), of(0.5, null), of(null, -0.5), of(0.5, Number.POSITIVE_INFINITY)];
    for (const one of unknown) expect([intervalText(one, "months"), clear(one)]).toEqual(["no interval", false]);
    expect([0, -1, null, undefined, Number.NaN].map(known)).toEqual([true, true, false, false, false]);
    for (const [low, high] of [
      [0, 2],
      [-2, 0],
      [-2, 0.5],
    ] as const)
      expect(clear(of(low, high))).toBe(false);
    expect([clear(of(0.5, 2)), clear(of(-2, -0.5))]).toEqual([true, true]);
  });
  test("are turned round with their interval, whose ends change places", () => {
    expect(turned({ value: 1, low: -2, high: 5 })).toEqual({ value: -1, low: -5, high: 2 });
    expect(turned({ value: 1, low: 0, high: null })).toEqual({ value: -1, low: null, high: 0 });
  });
  test("write very large and very small numbers, and lists", () => {
    expect([number(1.5e9), number(1000), number(-999)]).toEqual(["1,500,000,000", "1,000", "−999"]);
    expect([number(-0.00001234), number(1.236e-7), number(2e-12), number(0)]).toEqual([
      "−0.0000123",
      "0.000000124",
      "0.000000000002",
      "0",
    ]);
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });
});
