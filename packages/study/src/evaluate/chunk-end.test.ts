import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { chunkEnd, type Handing } from "./chunk-end.ts";

/** Lists where the chunks of `length` evaluations end, `plans` of each replicate. */
function endsOf(length: number, plans: number, handing: Pick<Handing, "hands" | "cost">): number[] {
  const ends: number[] = [];
  for (let from = 0; from < length; from = ends.at(-1) as number)
    ends.push(chunkEnd({ replicateAt: (i) => Math.floor(i / plans), from, length, ...handing }));
  return ends;
}

describe("chunks", () => {
  test("end where replicates do", () => {
    expect(endsOf(90, 9, { hands: 2, cost: 4 })).toEqual([18, 36, 45, 54, 63, 70, 72, 77, 81, 84, 86, 87, 88, 89, 90]);
    // A replicate of many runs is one chunk while there are replicates for all.
    expect(endsOf(1000, 100, { hands: 2, cost: 4 }).slice(0, 6)).toEqual([100, 200, 300, 400, 500, 600]);
  });
  test("are small where runs are slow, and at the end", () => {
    expect(endsOf(6, 1, { hands: 2, cost: 400 })).toEqual([1, 2, 3, 4, 5, 6]);
    expect(endsOf(100, 1, { hands: 4, cost: 0.01 }).slice(0, 2)).toEqual([13, 24]);
  });
  test.prop([
    fc.integer({ min: 1, max: 400 }),
    fc.integer({ min: 1, max: 120 }),
    fc.integer({ min: 1, max: 8 }),
    fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
  ])("cover all, each once, and leave no thread more than half of its part", (length, plans, hands, cost) => {
    const ends = endsOf(length, plans, { hands, cost });
    expect(ends.at(-1)).toBe(length);
    ends.forEach((end, c) => {
      const from = ends[c - 1] ?? 0;
      expect(end).toBeGreaterThan(from);
      expect(end - from).toBeLessThanOrEqual(Math.ceil((length - from) / (2 * hands)));
    });
  });
});
