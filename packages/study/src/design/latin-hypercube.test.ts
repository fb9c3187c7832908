import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { latinHypercube } from "./latin-hypercube.ts";

const rows = fc.integer({ min: 1, max: 300 });
const dimensions = fc.integer({ min: 1, max: 8 });
const seed = fc.string({ minLength: 1, maxLength: 8 });

describe("the Latin hypercube", () => {
  property.prop([rows, dimensions, seed])("hits each stratum of each dimension once", (n, d, s) => {
    const points = latinHypercube(n, d, s);
    for (let k = 0; k < d; k++) {
      expect(points.map((point) => Math.floor(point[k]! * n)).sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
    }
  });

  property.prop([rows, dimensions, seed])("keeps its coordinates when a dimension is added", (n, d, s) => {
    const wider = latinHypercube(n, d + 1, s).map((point) => point.slice(0, d));
    expect(wider).toEqual(latinHypercube(n, d, s));
  });

  test("has independent dimensions and follows the seed", () => {
    const points = latinHypercube(2000, 2, "a");
    const correlation = points.reduce((sum, [x, y]) => sum + (x! - 0.5) * (y! - 0.5), 0) / 2000 / (1 / 12);
    expect(Math.abs(correlation)).toBeLessThan(0.09); // 4 standard errors
    expect(latinHypercube(10, 2, "b")).not.toEqual(latinHypercube(10, 2, "a"));
  });

  test("is pinned", () => {
    expect(latinHypercube(4, 2, "uptake")).toMatchInlineSnapshot(`
      [
        [
          0.1708596630487591,
          0.9531695739133283,
        ],
        [
          0.6258019100641832,
          0.48372253408888355,
        ],
        [
          0.3082892495440319,
          0.5457851678947918,
        ],
        [
          0.9175474786898121,
          0.15823915018700063,
        ],
      ]
    `);
  });

  test.for([
    [0, 1, "a", "out-of-range"],
    [1.5, 1, "a", "out-of-range"],
    [1, 0, "a", "out-of-range"],
    [1, 1, "", "empty"],
    [1e6, 101, "a", "too-large"],
  ] as const)("of %d rows, %d dimensions, seed %j is refused: %s", ([n, d, s, code]) => {
    expect(() => latinHypercube(n, d, s)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code })] }),
    );
  });
});
