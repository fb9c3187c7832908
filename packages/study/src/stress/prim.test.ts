import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { codesOf } from "../../test-support/issues-of.ts";
import oracles from "../../test-support/oracles.json" with { type: "json" };
import { plantedTable } from "../../test-support/planted-table.ts";
import { binomialTail } from "./binomial-tail.ts";
import { describeBox } from "./describe-box.ts";
import type { PrimInput } from "./outcome-table.ts";
import { prim } from "./prim.ts";

const inBox = (at: (input: number) => number) => at(0) > 0.6 && at(1) < 0.5;

describe("a planted box", () => {
  test("is recovered to within one peel where the outcome is certain", () => {
    const { inputs, outcome } = plantedTable("certain", 1000, 5, (at) => (inBox(at) ? 1 : 0));
    const { boxes, reason } = prim(inputs, outcome, { boxes: 2 });
    expect(boxes).toHaveLength(1);
    expect(reason).toBe("no row left has the outcome");
    expect(boxes[0]).toMatchObject({ coverage: 1, restricted: 2 });
    expect(boxes[0]?.density).toBeGreaterThan(0.95);
    expect(boxes[0]?.restrictions.map(({ kind }) => kind)).toEqual(["above", "below"]);
  });

  test("of categories, whole numbers and a second box is found by covering", () => {
    const { inputs, outcome } = plantedTable("mixed", 2000, 3, () => 0);
    const month: PrimInput = {
      name: "month",
      kind: "number",
      values: inputs[0]?.values.map((x) => Math.floor(24 * x)) ?? [],
    };
    const kind: PrimInput = {
      name: "kind",
      kind: "category",
      values: inputs[1]?.values.map((x) => "abcde"[Math.floor(5 * x)] as string) ?? [],
    };
    const yes = outcome.map((_, row) => {
      const first = (month.values[row] as number) > 8 && "bd".includes(kind.values[row] as string);
      return first || (inputs[2]?.values[row] as number) < 0.1;
    });
    const { boxes } = prim([month, kind, inputs[2] as PrimInput], yes, { boxes: 2 });
    expect(boxes.map(({ density }) => density)).toEqual([1, 1]);
    expect(boxes[0]?.restrictions).toMatchObject([
      { input: "month", kind: "above", limit: 8.5 },
      { input: "kind", kind: "among", categories: ["b", "d"] },
    ]);
    expect(boxes[1]?.restrictions).toMatchObject([{ input: "x2", kind: "below" }]);
    expect((boxes[0]?.coverage as number) + (boxes[1]?.coverage as number)).toBeCloseTo(1, 12);
  });

  test("can be chosen by density, or by step as it was peeled", () => {
    const { inputs, outcome } = plantedTable("choose", 1000, 4, (at) => (at(0) > 0.5 ? at(0) : 0.05));
    const dense = prim(inputs, outcome, { choose: { density: 0.85 } }).boxes[0];
    const usual = prim(inputs, outcome).boxes[0];
    expect(dense?.density).toBeGreaterThanOrEqual(0.85);
    expect(dense?.coverage).toBeLessThan(usual?.coverage as number);
    const step = prim(inputs, outcome, { choose: { step: 3 } }).boxes[0];
    expect(step).toMatchObject({ ...usual?.trajectory[3], step: 3 });
    expect(prim(inputs, outcome, { choose: { density: 1 }, leastMass: 0.3 })).toMatchObject({
      boxes: [],
      reason: "no box whose restrictions can be told from chance reaches density 1",
    });
  });
});

describe("a box is chosen", () => {
  const numbers = (name: string, values: readonly number[]): PrimInput => ({ name, kind: "number", values });

  test("of those with as many hits by fewer restrictions, then by the earlier step", () => {
    // Three rows are peeled by y, three by z, then one and another by x, which the first six miss too.
    const y = numbers("y", [1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9]);
    const z = numbers("z", [9, 9, 9, 1, 1, 1, 9, 9, 9, 9, 9, 9]);
    const x = numbers("x", [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9]);
    const outcome = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
    const [box] = prim([y, z, x], outcome, { choose: { density: 0.6 }, level: 0.5 }).boxes;
    expect(box?.trajectory.map(({ rows, restricted }) => [rows, restricted])).toEqual([
      [12, 0],
      [9, 1],
      [6, 2],
      [5, 3],
      [4, 3],
    ]);
    // All hits are in the boxes of steps 2 to 4; of steps 3 and 4 x alone is left, as y and z add nothing to it.
    expect(box).toMatchObject({ step: 3, restrictions: [{ input: "x", kind: "above", limit: 7.5 }] });
  });
  test("with its lower limit first, whichever was peeled first", () => {
    const [box] = prim([numbers("x", [1, 2, 3, 3, 3])], [0, 1, 0, 0, 0], { choose: { step: 2 } }).boxes;
    expect(box?.trajectory[1]?.restrictions).toMatchObject([{ kind: "below", limit: 2.5 }]);
    expect(box?.restrictions).toMatchObject([
      { kind: "above", limit: 1.5 },
      { kind: "below", limit: 2.5 },
    ]);
  });
  test("only where a restriction can be told from chance", () => {
    const ten = numbers("x", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const outcome = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1];
    expect(prim([ten], outcome).boxes).toHaveLength(1);
    const none = { boxes: [], reason: "no restriction can be told from chance" };
    expect(prim([ten], outcome, { level: 0.001 })).toMatchObject(none);
  });
});

describe("a table", () => {
  test("all or none of the rows leave nothing to find", () => {
    const { inputs, outcome } = plantedTable("none", 50, 2, () => 0);
    expect(prim(inputs, outcome)).toMatchObject({ boxes: [], density: 0, reason: "no row left has the outcome" });
    const every = outcome.map(() => true);
    expect(prim(inputs, every)).toMatchObject({ boxes: [], density: 1, reason: "every row left has the outcome" });
  });
});

const tables = fc
  .array(fc.record({ a: fc.integer({ min: 0, max: 9 }), b: fc.constantFrom("p", "q", "r"), y: fc.boolean() }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((rows) => ({
    inputs: [
      { name: "a", kind: "number", values: rows.map(({ a }) => a) },
      { name: "b", kind: "category", values: rows.map(({ b }) => b) },
    ] satisfies PrimInput[],
    outcome: rows.map(({ y }) => y),
  }));

describe("any table", () => {
  property.prop([tables])("gives boxes whose tallies their restrictions explain", ({ inputs, outcome }) => {
    const { boxes } = prim(inputs, outcome, { level: 1, alpha: 0.1 });
    for (const box of boxes.flatMap(({ trajectory, ...own }) => [own, ...trajectory])) {
      const rows = outcome
        .map((_, row) => row)
        .filter((row) =>
          box.restrictions.every((one) => {
            const value = inputs.find(({ name }) => name === one.input)?.values[row] as never;
            return one.kind === "among"
              ? one.categories.includes(value)
              : one.kind === "above"
                ? value > one.limit
                : value < one.limit;
          }),
        );
      expect(box.rows).toBe(rows.length);
      expect(box.hits).toBe(rows.filter((row) => outcome[row]).length);
    }
    for (const { trajectory } of boxes)
      for (let i = 1; i < trajectory.length; i++)
        expect(trajectory[i]?.rows).toBeLessThan(trajectory[i - 1]?.rows as number);
  });
});

describe("malformed input", () => {
  const x: PrimInput = { name: "x", kind: "number", values: [1, 2] };
  test("is refused as data", async () => {
    expect(await codesOf(() => prim([], []))).toEqual(["empty inputs", "empty outcome"]);
    expect(await codesOf(() => prim([x, x], [0, 1]))).toEqual(["duplicate inputs.x"]);
    expect(await codesOf(() => prim([x], [0]))).toEqual(["length inputs.x"]);
    expect(await codesOf(() => prim([x], [0, 2]))).toEqual(["not-binary outcome[1]"]);
    expect(await codesOf(() => prim([{ ...x, values: [1, Number.NaN] }], [0, 1]))).toEqual(["not-finite inputs.x[1]"]);
    expect(await codesOf(() => prim([x], [0, 1], { alpha: 0, leastMass: 1, boxes: 0.5 }))).toEqual([
      "out-of-range alpha",
      "out-of-range leastMass",
      "out-of-range boxes",
    ]);
    const least = { alpha: 0, pasteAlpha: 0, leastMass: 0, level: 0, rowsPerCase: 0.99, boxes: 0 };
    const all = Object.keys(least).map((name) => `out-of-range ${name}`);
    expect(await codesOf(() => prim([x], [0, 1], least))).toEqual(all);
    const most = { alpha: 0.51, pasteAlpha: 0.51, leastMass: 1, level: 1.01, rowsPerCase: Number.POSITIVE_INFINITY };
    expect(await codesOf(() => prim([x], [0, 1], { ...most, boxes: 1.5 }))).toEqual(all);
    for (const density of [0, 1.01])
      expect(await codesOf(() => prim([x], [0, 1], { choose: { density } }))).toEqual(["out-of-range choose.density"]);
    const ends = { alpha: 0.5, pasteAlpha: 0.5, leastMass: 0.99, level: 1, choose: { density: 1 } };
    expect(prim([x], [0, 1], ends).boxes).toEqual([]);
    // Without a row the outcome is yes throughout, so there is one step more.
    expect(await codesOf(() => prim([x], [0, 1], { choose: { step: 2 } }))).toEqual(["out-of-range choose.step"]);
    expect(() => prim([x], [0, 1], { choose: { step: 2 } })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ value: 2, allowed: "0 to 1" })] }),
    );
  });
});

describe("a sentence", () => {
  const restrictions = [
    { input: "turnover", kind: "above", limit: 0.2413 },
    { input: "start", kind: "above", limit: 8.5 },
    { input: "office", kind: "among", categories: ["none", "thin"] },
    { input: "load", kind: "above", limit: -1 },
    { input: "load", kind: "below", limit: 12 },
  ] as const;
  const words = {
    turnover: { label: "principal turnover", unit: "% a year", scale: 100, decimals: 0 },
    start: { above: "coaching starts after month {low}", whole: true },
    office: { label: "support", categories: { none: "absent" } },
    load: { label: "load", unit: " hours" },
  };
  test("tells limits, categories and ranges", async () => {
    expect(describeBox({ density: 0.83, coverage: 0.71, restrictions: restrictions.slice(0, 2) }, words)).toBe(
      "density 83%, coverage 71%: when principal turnover exceeds 24% a year and coaching starts after month 8",
    );
    expect(describeBox({ density: 0.999, coverage: 0.001, restrictions }, words)).toBe(
      "density over 99%, coverage under 1%: when principal turnover exceeds 24% a year, coaching starts after month 8, support is absent or thin and load is between −1 and 12 hours",
    );
  });
  test("does without words", async () => {
    const below = [{ input: "x", kind: "below", limit: 1 / 3 }] as const;
    expect(describeBox({ density: 1, coverage: 0, restrictions: below })).toBe(
      "density 100%, coverage 0%: when x is below 0.333",
    );
    expect(describeBox({ density: 0.5, coverage: 1, restrictions: [] })).toBe("density 50%, coverage 100%: everywhere");
  });
});

describe("the binomial tail", () => {
  test.for(oracles.binomialTail as [number, number, number, number][])(
    "of %i in %i at %d is SciPy's",
    ([successes, trials, p, published]) => {
      expect(binomialTail(successes, trials, p) / published).toBeCloseTo(1, 9);
    },
  );
  test("has its ends", async () => {
    expect([binomialTail(0, 5, 0.5), binomialTail(6, 5, 0.5), binomialTail(1, 5, 0), binomialTail(5, 5, 1)]).toEqual([
      1, 0, 0, 1,
    ]);
  });
});
