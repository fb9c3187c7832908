import { drawWorld, keptWorlds, priorsFingerprint, varied, type World } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { byCentrality, distanceOf, narrowings, ridges, scalesOf, shows } from "./keep-worlds.ts";
import type { WorldPattern } from "./pattern.ts";

const worlds = Array.from({ length: 150 }, (_, i) => drawWorld("planted", i, { draw: "priors" }));

test("the kept worlds were drawn from the priors as they are (else: pnpm worlds)", () => {
  expect(keptWorlds.priors).toBe(priorsFingerprint());
});

describe("a measured world", () => {
  const pattern: WorldPattern = {
    id: "P0",
    doc: "Made up for a test",
    source: "none",
    statistics: { held: { doc: "Held", unit: "share", bounds: [0.1, 0.2] }, told: { doc: "Told", unit: "share" } },
    measure: async () => ({}),
  };
  test.each([
    [0.1, true],
    [0.2, true],
    [0.21, false],
    [0.09, false],
    [Number.NaN, false],
  ])("with a bounded statistic at %d shows the pattern: %s", (held, expected) => {
    expect(shows({ statistics: { "P0.held": held, "P0.told": 9 } }, pattern)).toBe(expected);
  });
});

describe("the distance of a measured world", () => {
  const of = (statistics: Record<string, number>, scales: Record<string, number> = {}): number =>
    distanceOf({ statistics }, scales);
  test("is the most by which a statistic lies outside its bounds, in its scale", () => {
    expect(of({ "P15.first": 0.25, "P15.third": 0.4 })).toBe(0);
    expect(of({ "P15.first": 0.16, "P15.third": 0.62 })).toBeCloseTo(0.1, 12);
    expect(of({ "P15.first": 0.16, "P15.third": 0.62 }, { "P15.first": 0.01 })).toBeCloseTo(2, 12);
    expect(of({ "P12.gainUsing": 9 })).toBe(0);
    expect(of({ "P14.ties": Number.NaN })).toBe(Number.POSITIVE_INFINITY);
  });
  test("has the scale of the draws: half of their middle two thirds", () => {
    const measured = Array.from({ length: 101 }, (_, i) => ({
      statistics: { "P15.first": i / 100, "P15.third": 0.3 },
    }));
    expect(scalesOf(measured)["P15.first"]).toBeCloseTo(0.34, 2);
    expect(scalesOf(measured)["P15.third"]).toBe(1);
  });
});

describe("the most central world", () => {
  test("is the middle one of worlds on a line", () => {
    const [world] = worlds as [World];
    const line = [0.9, 0.1, 0.45, 0.2, 0.7].map((x) => ({ ...world, "risk.conflict": x, "results.depth": x }));
    expect(byCentrality(line)[0]).toBe(2);
  });
});

describe("ridges", () => {
  const few = worlds.slice(0, 60); // every pair of numbers is looked at
  test("are none among draws from the priors", () => {
    expect(ridges(few)).toEqual([]);
  });
  test("are found where two parameters are tied", () => {
    const tied = few.map((world) => ({ ...world, "trying.risk": 2 - (world["trying.vision"] as number) ** 3 }));
    const [first, ...others] = ridges(tied);
    expect(others).toEqual([]);
    expect(new Set(first?.parameters)).toEqual(new Set(["trying.risk", "trying.vision"]));
    expect(first?.correlation).toBeCloseTo(-1, 9);
  });
});

describe("narrowings", () => {
  test("name the parameter that was cut first, and how far", () => {
    const cut = worlds.filter((world) => (world["trying.support"] as number) < 2.5);
    const all = narrowings(worlds, cut);
    expect(all).toHaveLength(varied.length);
    expect(all[0]?.parameter).toBe("trying.support");
    expect(all[0]?.spread).toBeGreaterThan(0.4);
    expect(all[0]?.spread).toBeLessThan(0.6);
    expect(all[0]?.shift).toBeLessThan(-0.7);
  });
});
