import { readFileSync } from "node:fs";
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { SOBOL_DIMENSIONS, sobolSequence } from "./sobol-sequence.ts";

const oracle = JSON.parse(readFileSync(new URL("oracle/sobol.json", import.meta.url), "utf8"));
const dimensions = fc.integer({ min: 1, max: 40 });
const rows = fc.integer({ min: 0, max: 8 }).map((m) => 2 ** m);
const seed = fc.string({ minLength: 1, maxLength: 8 });

describe("the Sobol sequence", () => {
  test.for(Object.entries(oracle.few))("in %s dimensions is SciPy's", ([d, points]) => {
    expect(sobolSequence(16, Number(d))).toEqual(points);
  });

  test("in all 400 dimensions is SciPy's", () => {
    const points = sobolSequence(1024, SOBOL_DIMENSIONS);
    const { full } = oracle;
    expect(SOBOL_DIMENSIONS).toBe(400);
    expect(full.rows.map((r: number) => full.dimensions.map((d: number) => points[r]![d]))).toEqual(full.points);
    // The points are multiples of 2⁻¹⁰, so these sums are exact in any order.
    const sum = (d: number, weight: (r: number) => number) => points.reduce((s, p, r) => s + weight(r) * p[d]!, 0);
    expect(full.sums.map((_: number, d: number) => sum(d, () => 1))).toEqual(full.sums);
    expect(full.weightedSums.map((_: number, d: number) => sum(d, (r) => r))).toEqual(full.weightedSums);
  });

  property.prop([rows, dimensions, fc.option(seed, { nil: undefined })])(
    "puts one point in each stratum of each dimension, scrambled or not",
    (n, d, scramble) => {
      const points = sobolSequence(n, d, scramble === undefined ? {} : { scramble });
      for (let k = 0; k < d; k++) {
        expect(new Set(points.map((point) => Math.floor(point[k]! * n))).size).toBe(n);
      }
    },
  );

  property.prop([rows, dimensions, seed])("begins with the points of a shorter or narrower one", (n, d, scramble) => {
    const points = sobolSequence(n, d, { scramble });
    const wider = sobolSequence(2 * n, d + 1, { scramble });
    expect(wider.slice(0, n).map((point) => point.slice(0, d))).toEqual(points);
  });

  test("scrambled keeps the balance of pairs: 4 points in each of 16 × 16 boxes", () => {
    const points = sobolSequence(1024, 2, { scramble: "a" });
    const boxes = new Map<number, number>();
    for (const [x, y] of points as [number, number][]) {
      const box = Math.floor(x * 16) * 16 + Math.floor(y * 16);
      boxes.set(box, (boxes.get(box) ?? 0) + 1);
    }
    expect([...boxes.values()]).toEqual(Array(256).fill(4));
  });

  test("scrambled integrates without bias, with far less error than independent points", () => {
    // ∫ (x + y² ) over the unit square is 5/6; 256 independent points have a standard deviation of 0.026.
    const estimates = Array.from({ length: 200 }, (_, i) => {
      const points = sobolSequence(256, 2, { scramble: `seed ${i}` });
      return points.reduce((sum, [x, y]) => sum + x! + y! * y!, 0) / 256;
    });
    const mean = estimates.reduce((a, b) => a + b) / 200;
    const deviation = Math.sqrt(estimates.reduce((a, b) => a + (b - mean) ** 2, 0) / 199);
    expect(deviation).toBeLessThan(0.0005);
    expect(Math.abs(mean - 5 / 6)).toBeLessThan((4 * deviation) / Math.sqrt(200));
  });

  test("is pinned", () => {
    expect(sobolSequence(2, 2, { scramble: "uptake" })).toMatchInlineSnapshot(`
      [
        [
          0.00591627974063158,
          0.206310996087268,
        ],
        [
          0.7980199328158051,
          0.7437944228295237,
        ],
      ]
    `);
  });

  test.for([
    [100, 2, {}, "not-a-power-of-two"],
    [0, 2, {}, "out-of-range"],
    [2 ** 21, 2, {}, "out-of-range"],
    [16, 0, {}, "out-of-range"],
    [16, 401, {}, "out-of-range"],
    [16, 2, { scramble: "" }, "empty"],
    [2 ** 20, 400, {}, "too-large"],
  ] as const)("of %i rows, %i dimensions, %o is refused: %s", ([n, d, options, code]) => {
    expect(() => sobolSequence(n, d, options)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code })] }),
    );
  });

  test("names the nearest powers", () => {
    expect(() => sobolSequence(100, 1)).toThrow("did you mean 64 or 128?");
  });
});
