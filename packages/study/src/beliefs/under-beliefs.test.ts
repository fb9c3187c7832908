import { defaultWorld, parameters, prepare, type ScenarioInput, scenario, simulate } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { beliefs, believedScenarios, underBeliefs } from "./under-beliefs.ts";

const input: ScenarioInput = { district: "small-rural", strategy: "all-six-lessons-scale-up" };
const effects = parameters.filter(({ effect }) => effect).map(({ name }) => name);
const all = defaultWorld();
const valuesOfEffects = Object.fromEntries(effects.map((name) => [name, all[name] as number]));

describe("beliefs about effects", () => {
  test("put a level or a common factor in the place of what the scenario has", () => {
    const asked = scenario({ ...input, parameters: { level: "hopeful", effects: "common" } });
    const found = believedScenarios(asked);
    expect(found.map(({ belief }) => belief)).toEqual([...beliefs]);
    expect(found.map(({ scenario: { parameters: how } }) => [how.level, how.effects])).toEqual([
      ["sceptical", "independent"],
      ["central", "independent"],
      ["hopeful", "independent"],
      [null, "common"],
    ]);
    for (const one of found) expect({ ...one.scenario, parameters: asked.parameters }).toEqual(asked);
  });
  test("cannot be had of effects that all have a value, nor tied in the fixed world", () => {
    expect(believedScenarios(scenario({ parameters: { values: valuesOfEffects } }))).toEqual([]);
    const fixed = believedScenarios(scenario({ parameters: { draw: "fixed" } }));
    expect(fixed.map(({ belief }) => belief)).toEqual(["sceptical", "central", "hopeful"]);
  });
});

describe("the headline under beliefs", () => {
  test("is that of the same scenarios run to their end, to the bit", async () => {
    const asked = scenario({ ...input, target: { share: 0.3, month: 22 } });
    const {
      headlines,
      reached: asSet,
      checksums,
    } = await underBeliefs([asked], {
      replicates: 3,
      seed: "s",
      first: 2,
      asSet: true,
    });
    const [found] = headlines;
    expect(found).toMatchObject({ name: asked.name, month: 22, share: 0.3, replicates: 3 });
    expect(found?.beliefs.map(({ belief }) => belief)).toEqual(["as set", ...beliefs]);
    expect(checksums).toHaveLength(15);
    const cases = [asked, ...believedScenarios(asked).map((one) => one.scenario)];
    for (const [i, one] of cases.entries()) {
      const plan = await prepare(one);
      const whole = [2, 3, 4].map(
        (replicate) => simulate(plan, { seed: "s", replicate }).measures.adoption[22] as number,
      );
      const { reached, chance } = found!.beliefs[i]!;
      expect(reached.mean).toBeCloseTo(whole.reduce((sum, share) => sum + share, 0) / 3, 12);
      expect(chance).toMatchObject({
        share: 0.3,
        month: 22,
        probability: whole.filter((share) => share >= 0.3).length / 3,
      });
      if (i === 0) expect(asSet[0]).toEqual(whole);
    }
  });
  test("rises with the level", async () => {
    const { headlines } = await underBeliefs([scenario(input)], { replicates: 8 });
    const [sceptical, central, hopeful] = headlines[0]!.beliefs.map(({ reached }) => reached.mean as number);
    expect(sceptical).toBeLessThan(central as number);
    expect(central).toBeLessThan(hopeful as number);
  });
  test("has no chance beyond the horizon, and adoption at its end", async () => {
    const { headlines } = await underBeliefs([scenario({ ...input, horizon: 4 })], { replicates: 2 });
    expect(headlines[0]).toMatchObject({ month: 4, replicates: 2 });
    expect(headlines[0]!.beliefs.map(({ chance }) => chance.probability)).toEqual([null, null, null, null]);
    expect(headlines[0]!.beliefs.every(({ reached }) => reached.mean !== null)).toBe(true);
  });
  test("repeats no world", async () => {
    const { loadKeptWorlds } = await import("@uptake/model");
    const table = await loadKeptWorlds();
    const worlds = { ...table, source: "own", rows: table.rows.slice(0, 3) };
    const { headlines, checksums } = await underBeliefs([scenario({ ...input, horizon: 2, parameters: { worlds } })], {
      replicates: 8,
    });
    expect([headlines[0]!.replicates, checksums.length]).toEqual([3, 12]);
  });
  test("is told of several scenarios, and of none whose effects all have a value", async () => {
    const held = scenario({ ...input, horizon: 2, parameters: { values: valuesOfEffects } });
    const { headlines, checksums } = await underBeliefs([held, scenario({ ...input, horizon: 2 })], { replicates: 1 });
    expect(headlines.map(({ beliefs: told }) => told.length)).toEqual([0, 4]);
    expect(checksums).toHaveLength(4);
  });
  test("refuses no replicates", async () => {
    await expect(underBeliefs([scenario(input)], { replicates: 0 })).rejects.toThrow(/out of range/);
  });
});
