import { expect, test } from "vitest";
import { numberRanges } from "./number-ranges.ts";

test("numbers that follow one another are a range, and of many ranges the first are told", () => {
  expect(numberRanges([0, 3, 4, 5, 9])).toBe("0, 3–5, 9");
  expect(numberRanges([])).toBe("");
  expect(numberRanges([1, 2, 4, 6, 7, 8], "-", 2)).toBe("1-2, 4 and 3 more");
});
