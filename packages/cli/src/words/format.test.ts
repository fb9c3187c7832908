import { describe, expect, test } from "vitest";
import { writeCsv } from "../tables/csv.ts";
import { count, dollars, interval, percent, points, sparkline, when } from "./format.ts";
import { table } from "./text-table.ts";

describe("figures for people", () => {
  test.for([
    [0.153, "15%"],
    [0.001, "<1%"],
    [0.999, ">99%"],
    [0, "0%"],
    [1, "100%"],
    [null, "–"],
  ] as const)("a share of %s", ([share, text]) => {
    expect(percent(share)).toBe(text);
  });
  test.for([
    [0.034, "+3"],
    [-0.034, "−3"],
    [0.001, "0"],
    [null, "–"],
  ] as const)("a difference of %s", ([difference, text]) => {
    expect(points(difference)).toBe(text);
  });
  test.for([
    [0, "$0"],
    [850, "$850"],
    [12_345, "$12k"],
    [1_254_000, "$1.25M"],
    [41_700_000, "$41.7M"],
    [999_600, "$1.00M"],
    [-2_000_000, "−$2.00M"],
    [null, "–"],
    [86_334_000_000, "$86.3B"],
    [-0.1, "$0"],
  ] as const)("%s dollars", ([amount, text]) => expect(dollars(amount)).toBe(text));
  test("the rest", () => {
    expect(count(1_234_567)).toBe("1,234,567");
    expect(interval(0.412, 0.463)).toBe("41–46%");
    expect(interval(null, null)).toBe("–");
    expect([0, 34, 36, 58].map(when)).toEqual(["the start", "May of year 3", "August after year 3", "May of year 5"]);
    expect(sparkline([0, 0.13, 0.5, 0.99, 1, null])).toBe("▁▂▅██▁");
  });
});

test("a table lines up its columns", () => {
  expect(
    table([
      ["", "now", "then"],
      ["one", "1%", "12%"],
      ["three", "100%", "–"],
    ]),
  ).toMatchInlineSnapshot(`
    "        now  then
    one      1%   12%
    three  100%     –
    "
  `);
});

test("CSV fields are quoted where they must be", () => {
  expect(
    writeCsv(
      ["a", "b"],
      [
        ["plain", 'say "x", then\ny'],
        [null, Number.NaN],
        [" edge", 0.1],
      ],
    ),
  ).toBe('a,b\nplain,"say ""x"", then\ny"\n,\n" edge",0.1\n');
});
