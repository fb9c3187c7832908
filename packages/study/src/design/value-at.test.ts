import { fc, test as property } from "@fast-check/vitest";
import { drawWorld, parameters } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { checkFactors, type Factor } from "./factor.ts";
import { valueAt, valuesAt } from "./value-at.ts";

const uncertain = parameters.filter(({ prior }) => prior.shape !== "held");
const place = fc.double({ min: 0, max: 1, noNaN: true });

describe("the value at a place", () => {
  test("of a uniform, a bell-shaped and a rival factor", () => {
    const even: Factor = { name: "even", prior: { shape: "uniform", low: 2, high: 6 } };
    const bell: Factor = { name: "bell", prior: { shape: "bell", mean: 10, sd: 2 }, range: [8, 20] };
    const rivals: Factor = { name: "rivals", prior: { shape: "rivals", values: [1, 0, -2] } };
    expect(valuesAt([even, bell, rivals], [0, 0, 0])).toEqual([2, 8, 1]);
    expect(valuesAt([even, bell, rivals], [0.25, 0.5, 0.5])).toEqual([3, 10, 0]);
    expect(valueAt(even, 1)).toBe(6);
    expect(valueAt(bell, 1)).toBeCloseTo(10 + 2 * 3.4641, 3);
    expect(valueAt(rivals, 1)).toBe(-2);
  });

  property.prop([place, place, fc.constantFrom(...uncertain)])("never falls as the place rises", (u, v, parameter) => {
    if (parameter.prior.shape === "rivals") return;
    expect(valueAt(parameter, Math.min(u, v))).toBeLessThanOrEqual(valueAt(parameter, Math.max(u, v)));
  });

  test("spreads every parameter as the model draws it", () => {
    const n = 400;
    const worlds = Array.from({ length: n }, (_, i) => drawWorld("places", i, { draw: "priors" }));
    for (const parameter of uncertain) {
      const ascending = (values: number[]) => values.sort((a, b) => a - b);
      const drawn = ascending(worlds.map((world) => world[parameter.name]!));
      const placed = ascending(Array.from({ length: n }, (_, i) => valueAt(parameter, (i + 0.5) / n)));
      const atOrBelow = (values: number[], x: number) => values.filter((value) => value <= x).length / n;
      // Kolmogorov and Smirnov's distance; 2.5/√n is passed by chance once in 10⁵.
      const distance = Math.max(...drawn.map((x) => Math.abs(atOrBelow(drawn, x) - atOrBelow(placed, x))));
      expect(distance, parameter.name).toBeLessThan(2.5 / Math.sqrt(n) + 1 / n);
    }
  });
});

describe("factors", () => {
  test("are the uncertain parameters as they stand", () => expect(() => checkFactors(uncertain)).not.toThrow());

  test.for([
    [[], "empty-design"],
    [[{ name: "a", prior: { shape: "held" } }], "held-factor"],
    [[{ name: "a", prior: { shape: "uniform", low: 1, high: 1 } }], "zero-width"],
    [[{ name: "a", prior: { shape: "uniform", low: 2, high: 1 } }], "zero-width"],
    [[{ name: "a", prior: { shape: "uniform", low: 0, high: Number.POSITIVE_INFINITY } }], "not-a-number"],
    [[{ name: "a", prior: { shape: "bell", mean: 1, sd: 0 } }], "zero-width"],
    [[{ name: "a", prior: { shape: "bell", mean: Number.NaN, sd: 1 } }], "not-a-number"],
    [[{ name: "a", prior: { shape: "bell", mean: 1, sd: 1 }, range: [1, 1] }], "zero-width"],
    [[{ name: "a", prior: { shape: "rivals", values: [] } }], "zero-width"],
    [[{ name: "a", prior: { shape: "rivals", values: [1, 1] } }], "zero-width"],
    [
      [
        { name: "a", prior: { shape: "uniform", low: 0, high: 1 } },
        { name: "a", prior: { shape: "uniform", low: 0, high: 1 } },
      ],
      "repeated-factor",
    ],
  ] satisfies [Factor[], string][])("%j are refused: %s", ([factors, code]) => {
    expect(() => checkFactors(factors)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code })] }),
    );
  });
});
