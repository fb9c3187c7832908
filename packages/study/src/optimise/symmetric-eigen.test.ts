import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import oracles from "../../test-support/oracles.json" with { type: "json" };
import { symmetricEigen } from "./symmetric-eigen.ts";

const matrices = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc
    .array(fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    })
    .map((rows) => rows.map((row, i) => row.map((_, j) => rows[Math.min(i, j)]![Math.max(i, j)]!))),
);

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

describe("the eigen decomposition", () => {
  test("of the 4 × 4 Hilbert matrix has NumPy's values", () => {
    const hilbert = Array.from({ length: 4 }, (_, i) => Array.from({ length: 4 }, (_, j) => 1 / (i + j + 1)));
    symmetricEigen(hilbert).values.forEach((value, k) => {
      expect(value).toBeCloseTo(oracles.hilbert[k]!, 14);
    });
  });
  test("of a diagonal matrix is its diagonal, ascending", () => {
    expect(
      symmetricEigen([
        [3, 0],
        [0, 1],
      ]),
    ).toEqual({
      values: [1, 3],
      vectors: [
        [0, 1],
        [1, 0],
      ],
    });
  });
  property.prop([matrices])("is orthonormal and makes up the matrix", (matrix) => {
    const { values, vectors } = symmetricEigen(matrix);
    const size = Math.hypot(...matrix.flat()) + 1e-9;
    matrix.forEach((row, i) => {
      row.forEach((entry, j) => {
        const made = values.reduce((sum, value, k) => sum + value * vectors[i]![k]! * vectors[j]![k]!, 0);
        expect(Math.abs(made - entry)).toBeLessThan(1e-12 * size);
        expect(Math.abs(dot(vectors[i]!, vectors[j]!) - (i === j ? 1 : 0))).toBeLessThan(1e-12);
      });
    });
    for (let k = 1; k < values.length; k++) expect(values[k]).toBeGreaterThanOrEqual(values[k - 1]!);
  });
});
