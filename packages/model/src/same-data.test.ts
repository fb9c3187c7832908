import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { sameData } from "./same-data.ts";

property.prop([fc.jsonValue()])("a copy holds the same, in whatever order", (value) => {
  expect(sameData(value, structuredClone(value))).toBe(true);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  expect(sameData(value, Object.fromEntries(Object.entries(value).reverse()))).toBe(true);
});

test.each([
  [0, -0],
  [1, 1 + 2 ** -52],
  [
    [1, 2],
    [2, 1],
  ],
  [
    [1, 2],
    [1, 2, 3],
  ],
  [[], {}],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [{ a: { b: [1] } }, { a: { b: [2] } }],
  [null, {}],
  [1, {}],
  ["", {}],
  ["1", 1],
])("%j is not %j", (a, b) => {
  expect(sameData(a, b)).toBe(false);
  expect(sameData(b, a)).toBe(false);
});
