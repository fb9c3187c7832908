import { describe, expect, test } from "vitest";
import { defaultWorld } from "../evidence/world.ts";
import { logistic, logit } from "../numerics/math.ts";
import { ownWorld } from "./own-figures.ts";
import { meanPrincipalYears, newPrincipalShare } from "./principal-tenures.ts";

describe("principals' completed years in post", () => {
  test.each([
    [0.19, 0.34],
    [0.4, 0],
    [0.05, 1],
  ])("are in the mean what a stationary district has, exits being %d and settling %d", (exit, settling) => {
    // Of those who begin in a July, some leave at the next; of those left, a constant share at each.
    let inPost = 1;
    let principals = 0;
    let years = 0;
    for (let year = 0; year < 5000; year++) {
      principals += inPost;
      years += year * inPost;
      inPost *= 1 - (year === 0 ? logistic(logit(exit) - settling) : exit);
    }
    expect(meanPrincipalYears(exit, settling)).toBeCloseTo(years / principals, 9);
  });
  test("leave the share of new ones as it is", () => {
    const [exit, settling] = [0.19, 0.34];
    const first = logistic(logit(exit) - settling);
    const share = newPrincipalShare(exit, settling);
    expect(share).toBeCloseTo(share * first + (1 - share) * exit, 12);
    expect(newPrincipalShare(exit, 0)).toBeCloseTo(exit, 12);
    expect(newPrincipalShare(0, settling)).toBe(0);
  });
  test("tell how often principals leave, and change nothing else of the world", () => {
    const world = defaultWorld();
    for (const principalYears of [0.5, 2, 4.5, 15]) {
      const own = ownWorld(world, { principalYears });
      expect(meanPrincipalYears(own["principal.exit"]!, world["principal.settling"]!)).toBeCloseTo(principalYears, 9);
      expect({ ...own, "principal.exit": 0 }).toEqual({ ...world, "principal.exit": 0 });
    }
  });
  test("leave the world as it is where they are not given", () => {
    const world = defaultWorld();
    expect(ownWorld(world, undefined)).toBe(world);
    expect(ownWorld(world, { turnover: 0.2, coaches: 3 })).toBe(world);
  });
});
