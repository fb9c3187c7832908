import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { chance } from "./chance.ts";
import { leastHalfWidth } from "./least-half-width.ts";
import { meanInterval } from "./mean-interval.ts";
import { RunningMeans } from "./running-means.ts";
import { presentOf } from "./worlds-of.ts";

/** Draws values of some worlds, world by world, some of which are missing. */
const drawn = fc
  .array(
    fc.array(fc.oneof({ weight: 9, arbitrary: fc.double({ min: -2, max: 3, noNaN: true }) }, fc.constant(Number.NaN)), {
      minLength: 1,
      maxLength: 6,
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((worlds) => ({
    values: worlds.flat(),
    units: worlds.flatMap((values, world) => values.map(() => world)),
  }));

/** Tells whether two numbers are the same to rounding, at the scale of the values. */
const near = (a: number | null | undefined, b: number | null | undefined, scale: number): boolean =>
  a == null || b == null ? (a ?? null) === (b ?? null) : Math.abs(a - b) <= 1e-7 * scale;

describe("running sums", () => {
  test.prop([drawn, fc.constantFrom(1, 1e6), fc.constantFrom(0, 1, 1e4)])(
    "give the mean and interval of all values, with worlds as units",
    ({ values, units }, scale, shift) => {
      const means = new RunningMeans(2);
      const moved = values.map((value) => scale * (value + shift));
      moved.forEach((value, r) => means.add(Float64Array.of(value, Number.NaN), units[r] as number));
      const present = presentOf(moved, units);
      const found = means.meanOf(0);
      expect(means.meanOf(1)).toBeNull();
      if (present.values.length === 0) {
        expect(found).toBeNull();
        return;
      }
      const expected = meanInterval(present.values, present.units);
      expect(found?.replicates).toBe(expected.replicates);
      for (const end of ["mean", "low", "high"] as const)
        expect(near(found?.[end], expected[end], 10 * scale), `${found?.[end]} ${expected[end]}`).toBe(true);
      const [least, expectedLeast] = [means.leastHalfWidthOf(0), leastHalfWidth(present)];
      expect(least === null).toBe(expectedLeast === null);
      // Squares are compared: a root tells of rounding where luck is all that there is.
      const square = (one: number | null): number => (one ?? 0) * (one ?? 0);
      const rounding = 1e-6 * Math.max(1, square(expected.high === null ? 0 : (expected.high - expected.mean) / scale));
      expect(Math.abs(square(least) - square(expectedLeast)) / (scale * scale)).toBeLessThanOrEqual(rounding);
    },
  );
  test.prop([drawn])("give the chance of what is reached, with its interval", ({ values, units }) => {
    const means = new RunningMeans(1);
    const reached = values.map((value) => value >= 1);
    reached.forEach((one, r) => means.add(Float64Array.of(Number(one)), units[r] as number));
    const found = means.chanceOf(0);
    const different = new Set(units).size;
    const expected = chance(reached, different === 1 || different === units.length ? undefined : units);
    for (const end of ["probability", "low", "high"] as const)
      expect(near(found?.[end], expected[end], 1), `${found?.[end]} ${expected[end]}`).toBe(true);
  });
});
