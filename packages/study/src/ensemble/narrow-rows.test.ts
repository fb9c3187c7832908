import { fc, it } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { NarrowRows, narrowed } from "./narrow-rows.ts";

const kinds: readonly (readonly [string, number[], object])[] = [
  ["small counts in one byte", [0, 255], Uint8Array],
  ["larger ones in two", [3, 256], Uint16Array],
  ["large ones in four", [65_536, 1], Uint32Array],
  ["beyond that in eight", [4_294_967_296, 0], Float64Array],
  ["fractions in eight", [0.5, 1], Float64Array],
  ["a missing number in eight", [Number.NaN, 1], Float64Array],
  ["numbers below zero in eight", [-1, 1], Float64Array],
  ["a negative zero in eight", [-0, 1], Float64Array],
];

describe("rows of numbers are kept to the bit in as few bytes as hold them", () => {
  test.for(kinds)("%s", ([, numbers, kind]) => {
    const rows = new NarrowRows(2);
    rows.reserve(2);
    rows.set(1, Float64Array.from(numbers));
    rows.set(0, Float64Array.of(7, 8));
    expect(rows.of(2)).toBeInstanceOf(kind);
    expect(Array.from(rows.of(2))).toEqual([7, 8, ...numbers]);
    expect(Array.from(rows.of([1]))).toEqual(numbers);
    expect(narrowed(Float64Array.from(numbers))).toBeInstanceOf(kind);
  });
  it.prop([fc.array(fc.tuple(fc.double(), fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 })])(
    "in whatever order they come and are given room",
    (all) => {
      const rows = new NarrowRows(3);
      all.forEach((numbers, r) => {
        rows.reserve(r + 1);
        rows.set(r, Float64Array.from(numbers));
      });
      const values = Array.from(rows.of(all.length));
      expect(values.map((value, i) => Object.is(value, all.flat()[i]))).not.toContain(false);
    },
  );
});
