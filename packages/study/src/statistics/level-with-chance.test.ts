import { describe, expect, test } from "vitest";
import { levelWithChance } from "./level-with-chance.ts";

const hundred = Array.from({ length: 100 }, (_, i) => i / 100);

describe("the level reached with a chance", () => {
  test("is the largest that as many values reach", () => {
    expect(levelWithChance(hundred, 0.5).level).toBe(0.5);
    expect(levelWithChance(hundred, 0.8).level).toBe(0.2);
    expect(levelWithChance([0.3], 0.8).level).toBe(0.3);
  });
  test("has an interval between a surely lower and a surely higher chance", () => {
    // Wilson's interval of 88 of 100 is 0.802 to 0.930, of 71 of 100 0.615 to 0.790, of 72 of 100 0.625 to 0.799.
    expect(levelWithChance(hundred, 0.8)).toMatchObject({ low: 0.12, high: 0.28 });
  });
  test("has no end where there are too few values for one", () => {
    expect(levelWithChance([0.1, 0.2, 0.3, 0.4], 0.8)).toMatchObject({ level: 0.1, low: null, high: 0.4 });
    expect(levelWithChance([0.3, 0.3, 0.3], 0.5)).toEqual({ chance: 0.5, level: 0.3, low: null, high: null });
  });
  test("is as wide with copies of the same worlds", () => {
    const worlds = hundred.map((_, i) => i);
    const copied = levelWithChance([...hundred, ...hundred], 0.5, [...worlds, ...worlds]);
    const apart = levelWithChance(hundred, 0.5);
    expect(copied.level).toBe(apart.level);
    expect(copied.low as number).toBeLessThanOrEqual((apart.low as number) + 0.01);
    expect(copied.high as number).toBeGreaterThanOrEqual((apart.high as number) - 0.01);
  });
});
