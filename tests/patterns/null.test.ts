import { drawWorld, simulate, strategies, withoutEffects } from "@uptake/model";
import { expect, test } from "vitest";
import { figure } from "./figures.ts";
import { planOf } from "./support.ts";

// The null test: where every effect of a lesson or a lever is zero, every strategy is business as usual, bit for bit.

const seed = "null";
const replicates = 5;
const others = strategies.filter(({ name }) => name !== "business-as-usual");

test("with all effects at zero every strategy equals business as usual, bit for bit", async (context) => {
  const differing: string[] = [];
  let alive = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const world = drawWorld(seed, replicate, { draw: "sampled" });
    const checksum = async (strategy: string, values: typeof world): Promise<string> => {
      const plan = await planOf({ district: "napa-valley-unified", strategy, parameters: { draw: "fixed", values } });
      return simulate(plan, { seed, replicate }).checksum;
    };
    const usual = await checksum("business-as-usual", withoutEffects(world));
    const usualAlive = await checksum("business-as-usual", world);
    for (const { name } of others) {
      if ((await checksum(name, withoutEffects(world))) !== usual) differing.push(`${name} in world ${replicate}`);
      if ((await checksum(name, world)) !== usualAlive) alive++;
    }
  }
  const all = others.length * replicates;
  figure(context, {
    pattern: "null",
    statistic: "runs of strategies that equal business as usual bit for bit, all effects at zero",
    simulated: `${all - differing.length} of ${all} (with effects ${alive} differ)`,
    tolerance: "all of them",
    holds: differing.length === 0,
    cases: `${others.length} strategies, ${replicates} worlds from the priors`,
  });
  expect(differing).toEqual([]);
  expect(alive).toBe(all);
});
