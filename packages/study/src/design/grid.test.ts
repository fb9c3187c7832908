import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { grid } from "./grid.ts";

const axis = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 5 });
const levels = fc.dictionary(fc.string({ minLength: 1 }), axis, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

describe("the grid", () => {
  test("crosses every level with every other, the last name fastest", () => {
    expect(grid<number | string>({ coaches: [1, 2], route: ["volunteers", "mandate"] })).toEqual([
      { coaches: 1, route: "volunteers" },
      { coaches: 1, route: "mandate" },
      { coaches: 2, route: "volunteers" },
      { coaches: 2, route: "mandate" },
    ]);
  });

  property.prop([levels])("holds each combination once", (axes) => {
    const cells = grid(axes);
    expect(cells).toHaveLength(Object.values(axes).reduce((product, one) => product * one.length, 1));
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length);
    for (const cell of cells) for (const name of Object.keys(axes)) expect(axes[name]).toContain(cell[name]);
  });

  test.for([
    [{}, 10, "empty-design"],
    [{ a: [] }, 10, "empty-design"],
    [{ a: [1, 1] }, 10, "repeated-level"],
    [{ a: [1, 2, 3, 4], b: [1, 2, 3] }, 10, "too-large"],
  ] as const)("of %o, at most %i, is refused: %s", ([axes, most, code]) => {
    expect(() => grid(axes as Record<string, number[]>, most)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code })] }),
    );
  });
});
