import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { nthLowest } from "./nth-lowest.ts";

const spread = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const close = fc.double({ min: -1e-320, max: 1e-320, noNaN: true });
const equal = fc.integer({ min: 0, max: 3 });

test.prop([
  fc.oneof(...[spread, close, equal].map((one) => fc.array(one, { minLength: 1, maxLength: 300 }))),
  fc.nat(),
  fc.nat(),
])("is what sorting puts at the place", (list, from, at) => {
  const values = Float64Array.from(list);
  const first = from % values.length;
  const rank = at % (values.length - first);
  const sorted = values.slice(first).sort();
  // Zeros of either sign are one value.
  expect(nthLowest(values, first, values.length, rank) === sorted[rank]).toBe(true);
});
