import { drawWorld, keptWorlds, priorsFingerprint, type World } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { byCentrality, narrowings, ridges, shows, varied } from "./keep-worlds.ts";
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
    expect(shows({ replicate: 0, statistics: { "P0.held": held, "P0.told": 9 } }, pattern)).toBe(expected);
  });
});

describe("the medoid", () => {
  test("is the middle one of worlds on a line", () => {
    const [world] = worlds as [World];
    const line = [0.9, 0.1, 0.45, 0.2, 0.7].map((x) => ({ ...world, "risk.conflict": x, "results.depth": x }));
    expect(byCentrality(line)[0]).toBe(2);
  });
});

describe("ridges", () => {
  test("are none among draws from the priors", () => {
    expect(ridges(worlds)).toEqual([]);
  });
  test("are found where two parameters are tied", () => {
    const tied = worlds.map((world) => ({ ...world, "trying.risk": 2 - (world["trying.vision"] as number) ** 3 }));
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
