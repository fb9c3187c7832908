import { expect, test } from "vitest";
import { openSeries } from "./rows.ts";

test("series of one buffer are zeros, and none writes into another", () => {
  const fresh = openSeries(2, 3);
  const series = [1, 2, 3, 4, 5].map((value) => fresh().fill(value));
  expect(series).toEqual([1, 2, 3, 4, 5].map((value) => new Float64Array(3).fill(value)));
  expect(new Set(series.map(({ buffer }) => buffer)).size).toBe(3);
  expect(fresh()).toEqual(new Float64Array(3));
});

test("series of no entries are empty", () => expect(openSeries(4, 0)()).toEqual(new Float64Array(0)));
