import { describe, expect, test } from "vitest";
import { captionOf, counted } from "./figure.ts";
import { atMonth, dollars, duration, inMonth, percent, when } from "./words.ts";

describe("words", () => {
  test.for([
    [0, "0%"],
    [0.001, "under 1%"],
    [0.314, "31%"],
    [0.999, "over 99%"],
    [1, "100%"],
  ] as const)("write the share %d as %s", ([share, text]) => expect(percent(share)).toBe(text));
  test.for([
    [0, "$0"],
    [999.4, "$999"],
    [999.5, "$1.00k"],
    [52_340, "$52.3k"],
    [999_499, "$999k"],
    [999_500, "$1.00M"],
    [6_149_000, "$6.15M"],
    [2.5e9, "$2.50B"],
    [-1200, "−$1.20k"],
  ] as const)("write %d dollars as %s", ([amount, text]) => expect(dollars(amount)).toBe(text));
  test.for([
    [0, "the start"],
    [34, "May of year 3"],
    [36, "August after year 3"],
  ] as const)("name index %d %s", ([month, text]) => expect(when(month)).toBe(text));
  test.for([
    [0, "At the start"],
    [34, "In May of year 3"],
  ] as const)("begin a sentence about index %d with %s", ([month, text]) => {
    expect(inMonth(month)).toBe(text);
    expect(atMonth(month)).toBe(`${text.charAt(0).toLowerCase()}${text.slice(1)}`);
  });
  test.for([
    [12, "1 year"],
    [60, "5 years"],
    [1, "1 month"],
    [18, "18 months"],
  ] as const)("count %d months as %s", ([months, text]) => expect(duration(months)).toBe(text));
});

test("replicates are counted as worlds where each has its own, and beside them where they share", () => {
  const from = { replicates: 400, parameters: "sampled", seed: "a", version: "1" } as const;
  expect(counted(from)).toBe("400 worlds");
  expect(counted({ ...from, worlds: 100 })).toBe("400 replicates in 100 worlds");
  expect(counted({ ...from, worlds: 1, parameters: "fixed" })).toBe("400 runs");
  expect(captionOf("Line: mean.", { ...from, worlds: 100 })).toBe(
    "Line: mean. 400 replicates in 100 worlds, seed “a”, version 1.",
  );
});
