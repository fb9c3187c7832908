import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { CountedValues } from "./counted-values.ts";
import { quantile } from "./quantile.ts";

const levels = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];

/** Counts values, as many at a time as `sizes` say in turn. */
function counted(values: readonly number[], sizes: readonly number[] = [256]): CountedValues {
  const all = new CountedValues();
  let from = 0;
  for (let turn = 0; from < values.length; turn++) {
    const to = from + (sizes[turn % sizes.length] as number);
    all.add(Float64Array.from(values.slice(from, to)));
    from = to;
  }
  return all;
}

/** Draws `count` numbers from a seed: shares of `whole`, or of the line where that is null, times `scale`. */
function drawn(seed: number, count: number, whole: number | null, scale: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const share = state / 2 ** 32;
    return scale * (whole === null ? share - 0.3 : Math.round(share * whole) / whole);
  });
}

const many = fc.record({
  seed: fc.nat(),
  count: fc.integer({ min: 1, max: 6_000 }),
  scale: fc.constantFrom(1e-6, 1, 3e7),
});
const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 });

describe("percentiles of counted values", () => {
  test.prop([many, fc.integer({ min: 1, max: 1_023 })])("are exact where few are different", (set, whole) => {
    const values = drawn(set.seed, set.count, whole, set.scale);
    const all = counted(values);
    expect(all.within).toBe(0);
    for (const p of levels) expect(all.quantile(p)).toBe(quantile(values, p));
  });
  test.prop([many])("are off by no more than they say, which is little of the range", (set) => {
    const values = drawn(set.seed, set.count, null, set.scale);
    const all = counted(values);
    const rounding = 1e-12 * set.scale;
    for (const p of levels)
      expect(Math.abs(all.quantile(p) - quantile(values, p))).toBeLessThanOrEqual(all.within + rounding);
    const range = Math.max(...values) - Math.min(...values);
    expect(all.within).toBeLessThanOrEqual(range / 1_000);
    expect(all.bytes).toBeLessThanOrEqual(12 * 1_024);
  });
  test.prop([many, fc.constantFrom(null, 60, 5_000), sizes])(
    "do not depend on the order in which values come, nor on how many at a time",
    (set, whole, by) => {
      const values = drawn(set.seed, set.count, whole, set.scale);
      const [one, other] = [counted(values), counted(values.toReversed(), by)];
      expect(other.within).toBe(one.within);
      expect(levels.map((p) => other.quantile(p))).toEqual(levels.map((p) => one.quantile(p)));
    },
  );
  test("hold what never happened as infinite", () => {
    const times = [3, Number.POSITIVE_INFINITY, 5, Number.POSITIVE_INFINITY, 4];
    const all = counted(times, [2]);
    for (const p of levels) expect(all.quantile(p)).toBe(quantile(times, p));
  });
  test("take as much room for a million values as for some thousands", () => {
    const all = new CountedValues();
    for (let batch = 0; batch < 1_000; batch++) all.add(Float64Array.from(drawn(batch, 1_000, null, 1)));
    expect(all.total).toBe(1_000_000);
    expect(all.bytes).toBeLessThanOrEqual(12 * 1_024);
    expect(all.within).toBeLessThanOrEqual(1 / 1_000);
  });
});
