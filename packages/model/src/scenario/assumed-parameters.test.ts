import { expect, test } from "vitest";
import { planOf, printOf, runOf } from "../../test-support/fixtures.ts";
import { simulate } from "../engine/simulate.ts";
import { assumedParameters } from "./assumed-parameters.ts";
import { type ScenarioInput, scenario } from "./scenario.ts";

const worldOf = async (input: ScenarioInput) => (await runOf({ strategy: "mandate", horizon: 12, ...input })).world;

test("the default switches hold no parameter", () => {
  const plain = scenario({ parameters: { draw: "fixed", values: { "support.rho": 1 } } });
  expect(assumedParameters(plain)).toEqual(plain.parameters);
});

test.for([
  ["sum", 1],
  ["product", 0],
  ["weakest", -2],
] as const)("levels as a %s are the exponent %d in every world", async ([levels, exponent]) => {
  for (const draw of ["fixed", "sampled"] as const) {
    const world = await worldOf({ parameters: { draw }, switches: { levels } });
    expect(world).toEqual({ ...(await worldOf({ parameters: { draw } })), "support.rho": exponent });
  }
});

test("prescription without cost neither raises lapsing nor lowers ownership, and changes nothing else", async () => {
  const world = await worldOf({ switches: { prescriptionCosts: false } });
  expect(world).toEqual({ ...(await worldOf({})), "lapsing.prescription": 0, "owning.prescription": 0 });
});

test("a switch gives the run that its parameters give", async () => {
  const input: ScenarioInput = { strategy: "mandate", horizon: 40, parameters: { draw: "sampled" } };
  const values = { "support.rho": -2, "lapsing.prescription": 0, "owning.prescription": 0 };
  const switched = await planOf({ ...input, switches: { levels: "weakest", prescriptionCosts: false } });
  const valued = await planOf({ ...input, parameters: { draw: "sampled", values } });
  for (const replicate of [0, 1, 2]) {
    const options = { seed: "switches", replicate };
    expect(printOf(simulate(switched, options))).toBe(printOf(simulate(valued, options)));
  }
});
