import { defaultWorld, drawWorld, type World } from "@uptake/model";
import { type Coached, coachedGain, coachedYear } from "@uptake/study/patterns";
import { expect, test } from "vitest";
import { figure } from "./figures.ts";

// P12. What a coached year adds to the depth of all teachers of the coached schools, paired with the same year without.

const source = "K1 and K2 of the evidence: 0.49 standard deviations of instruction, about half at scale, read as depth";
const { gain, scaled, led } = coachedYear.statistics as Record<string, { readonly bounds: readonly [number, number] }>;
const inside = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;

test.for([
  { what: "two schools of 20", how: { replicates: 40 }, observed: ".10", bounds: gain!.bounds },
  {
    what: "a district (D11)",
    how: { scale: "district", replicates: 8 },
    observed: ".05",
    bounds: scaled!.bounds,
  },
  { what: "two schools, well led", how: { led: true, replicates: 40 }, observed: "at most .20", bounds: led!.bounds },
] as const)("P12 in the fixed world, over all teachers of $what", async ({ what, how, observed, bounds }, context) => {
  const found = await coachedGain(drawWorld("", 0, { draw: "fixed" }), "coached year", how);
  figure(context, {
    pattern: "P12",
    statistic: `depth that a coached year adds over all teachers of ${what}, and use`,
    simulated: `${found.depth.toFixed(3)}; ${(100 * found.using).toFixed(1)} points`,
    observed,
    tolerance: `${bounds[0]} to ${bounds[1]}`,
    holds: inside(found.depth, bounds),
    source,
    cases: `${how.replicates} paired runs, fixed world`,
  });
  expect(inside(found.depth, bounds)).toBe(true);
});

test("P12 under each substitution between levels and shape of the dose, at the records' defaults", async (context) => {
  for (const rho of [1, 0, -2])
    for (const steepness of [1, 2, 3]) {
      const world: World = defaultWorld({ "support.rho": rho, "support.steepness": steepness });
      const ordinary = await coachedGain(world, "coached year", { replicates: 20 });
      const best = await coachedGain(world, "coached year", { led: true, replicates: 20 });
      const holds = inside(ordinary.depth, gain!.bounds) && inside(best.depth, led!.bounds);
      figure(context, {
        pattern: "P12",
        statistic: `depth added over all teachers of two schools under substitution ${rho}, steepness ${steepness}: at 20 a coach, and well led`,
        simulated: `${ordinary.depth.toFixed(3)}, ${best.depth.toFixed(3)}`,
        observed: ".10, at most .20",
        tolerance: "0.06 to 0.14, at most 0.2",
        holds,
        source,
        cases: "20 paired runs, records' defaults",
      });
      expect([rho, steepness, holds]).toEqual([rho, steepness, true]);
      expect(best.depth).toBeGreaterThan(ordinary.depth);
    }
});

const practising: readonly { readonly what: string; readonly how: Coached }[] = [
  { what: "", how: { of: "practising", replicates: 60 } },
  { what: " in a district", how: { of: "practising", scale: "district", replicates: 8 } },
  { what: ", the ceiling lifted", how: { of: "practising", designPrerequisite: false, replicates: 60 } },
  {
    what: ", everyone beginning that year and nobody lapsing (the reading of the first calibration)",
    how: {
      of: "practising",
      replicates: 40,
      values: { "start.adoption": 0, "start.trying": 1, "lapsing.intercept": -40 },
    },
  },
];
test.for(practising)("P12 teachers who practise at the start$what", async ({ what, how }, context) => {
  const found = await coachedGain(drawWorld("", 0, { draw: "fixed" }), "coached year", how);
  figure(context, {
    pattern: "P12",
    statistic: `depth that a coached year adds to teachers who practise at its start${what}`,
    simulated: found.depth.toFixed(3),
    source,
    cases: `${how.replicates} paired runs, fixed world`,
    note: "reported: the trials' figure is of all coached teachers",
  });
  expect(found.depth).toBeGreaterThan(0);
});
