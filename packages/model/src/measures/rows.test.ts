import { expect, test } from "vitest";
import { columnsOf, openRows } from "./rows.ts";

test("a column of rows is a series over the indices 0 … horizon", () => {
  const rows = openRows(2, 3);
  expect(columnsOf(rows)).toEqual([0, 1, 2].map(() => new Float64Array(3)));
  rows.values.set([1, 2, 3, 10, 20, 30, 100, 200, 300]);
  expect(columnsOf(rows).map((series) => Array.from(series))).toEqual([
    [1, 10, 100],
    [2, 20, 200],
    [3, 30, 300],
  ]);
});
