import { expect, test } from "vitest";
import { whereFalling } from "./where-falling.ts";

test("a falling function is met where it has a value, or at the nearer end", () => {
  expect(whereFalling((x) => 1 / x, 4, 0.01, 8)).toBeCloseTo(0.25, 10);
  expect(whereFalling((x) => -x, 9, 0, 1)).toBeCloseTo(0, 10);
  expect(whereFalling((x) => -x, -9, 0, 1)).toBeCloseTo(1, 10);
});
