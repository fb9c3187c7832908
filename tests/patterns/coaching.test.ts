import { defaultWorld, drawWorld, type World } from "@uptake/model";
import { expect, test } from "vitest";
import { type Coached, coachedGain } from "../../packages/study/src/patterns/coached-year.ts";
import { figure } from "./figures.ts";

// P12. What a fully dosed coached year does to the depth of the same teachers, paired with the same year without.

const source = "K1 and K2 of the evidence: 0.49 standard deviations of instruction, about half at scale, read as depth";
const gain = (how: Coached, values: World = {}): Promise<number> =>
  coachedGain(drawWorld("", 0, { draw: "fixed", values }), "coached year", how);

test.for([
  { what: "at 20 teachers a coach", how: { replicates: 40 }, observed: ".10", bounds: [0.07, 0.13] },
  { what: "at the scale of D11", how: { scale: "district", replicates: 4 }, observed: ".05", bounds: [0.02, 0.08] },
  { what: "well led", how: { led: true, replicates: 40 }, observed: "at most .20", bounds: [0, 0.2] },
] as const)("P12 a coached year of beginners $what", async ({ what, how, observed, bounds }, context) => {
  const found = await gain(how);
  const holds = found > bounds[0] && found < bounds[1];
  figure(context, {
    pattern: "P12",
    statistic: `depth that a coached year adds to beginners ${what}`,
    simulated: found.toFixed(3),
    observed,
    tolerance: `${bounds[0]} to ${bounds[1]}`,
    holds,
    source,
    cases: `${how.replicates} paired runs, fixed world`,
  });
  expect(holds).toBe(true);
});

test("P12 whatever the substitution between levels and the shape of the dose, at the records' defaults", async (context) => {
  const atDefaults = (how: Coached, values: World): Promise<number> =>
    coachedGain(defaultWorld(values), "coached year", how);
  for (const rho of [1, 0, -2])
    for (const steepness of [1, 2, 3]) {
      const values = { "support.rho": rho, "support.steepness": steepness };
      const ordinary = await atDefaults({ replicates: 10 }, values);
      const led = await atDefaults({ led: true, replicates: 10 }, values);
      const holds = ordinary > 0.07 && ordinary < 0.13 && led < 0.2;
      figure(context, {
        pattern: "P12",
        statistic: `depth that a coached year adds to beginners under substitution ${rho}, steepness ${steepness}: at 20 a coach, and well led`,
        simulated: `${ordinary.toFixed(3)}, ${led.toFixed(3)}`,
        observed: ".10, at most .20",
        tolerance: "0.07 to 0.13, at most 0.2",
        holds,
        source,
        cases: "10 paired runs, records' defaults",
      });
      expect([rho, steepness, holds]).toEqual([rho, steepness, true]);
    }
});

test.for([
  { what: "", how: { people: "practising", replicates: 60 } },
  { what: " in a district", how: { people: "practising", scale: "district", replicates: 4 } },
  { what: ", the ceiling lifted", how: { people: "practising", designPrerequisite: false, replicates: 60 } },
] as const)("P12 teachers who practise already$what", async ({ what, how }, context) => {
  const found = await gain(how);
  figure(context, {
    pattern: "P12",
    statistic: `depth that a coached year adds to teachers who practise already${what}`,
    simulated: found.toFixed(3),
    source,
    cases: `${how.replicates} paired runs, fixed world`,
    note: "they stand near the ceiling that whole-school design lifts",
  });
  expect(found).toBeGreaterThan(0);
});
