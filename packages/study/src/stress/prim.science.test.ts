import { describe, expect, test } from "vitest";
import { plantedTable } from "../../test-support/planted-table.ts";
import { type PrimBox, prim } from "./prim.ts";

const seeds = Array.from({ length: 30 }, (_, i) => `planted ${i}`);
const inBox = (at: (input: number) => number) => at(0) > 0.6 && at(1) < 0.5;

describe("a planted box", () => {
  test("is recovered within about a peel, and nothing else with it", () => {
    const found = seeds.map((seed) => {
      const { inputs, outcome } = plantedTable(seed, 1000, 5, (at) => (inBox(at) ? 0.9 : 0.1));
      const box = prim(inputs, outcome).boxes[0] as PrimBox;
      for (const { quasiP } of box.restrictions) expect(quasiP).toBeLessThan(0.05);
      const limit = (input: string, kind: string): number => {
        const one = box.restrictions.find((each) => each.input === input && each.kind === kind);
        return one === undefined || one.kind === "among" ? Number.NaN : one.limit;
      };
      const errors = [limit("x0", "above") - 0.6, limit("x1", "below") - 0.5] as const;
      return { errors, others: box.restrictions.length - 2, density: box.density, coverage: box.coverage };
    });
    // A peel takes 10 of the 200 rows in the box: widths of .02 and .025 at the two faces.
    const errors = found.flatMap((one) => one.errors);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean(found.map((one) => one.errors[0])))).toBeLessThan(0.02);
    expect(Math.abs(mean(found.map((one) => one.errors[1])))).toBeLessThan(0.025);
    expect(Math.sqrt(mean(errors.map((error) => error * error)))).toBeLessThan(0.03);
    expect(found.filter(({ others }) => others > 0).length).toBeLessThanOrEqual(2);
    // Planted: 200 rows of 1,000 with density .9, which hold 180 of 260 hits.
    expect(mean(found.map(({ density }) => density))).toBeCloseTo(0.9, 1);
    expect(mean(found.map(({ coverage }) => coverage))).toBeCloseTo(180 / 260, 1);
  });
});

describe("noise", () => {
  const runs = Array.from({ length: 40 }, (_, i) => plantedTable(`noise ${i}`, 300, 6, () => 0.2));
  test("leaves restrictions with large quasi-p-values", () => {
    const values = runs.flatMap(({ inputs, outcome }) =>
      (prim(inputs, outcome, { choose: { step: 30 } }).boxes[0]?.restrictions ?? []).map(({ quasiP }) => quasiP),
    );
    values.sort((a, b) => a - b);
    expect(values[Math.floor(values.length / 2)]).toBeGreaterThan(0.2);
    expect(values.filter((value) => value < 0.001)).toEqual([]);
  });
  test("seldom gives a box", () => {
    const found = runs.filter(({ inputs, outcome }) => prim(inputs, outcome).boxes.length > 0);
    // The rows that found a box also test it, so the false-alarm rate exceeds the level of 1 in 20.
    expect(found.length).toBeLessThanOrEqual(10);
  });
});
