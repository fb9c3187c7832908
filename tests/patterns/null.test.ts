import { drawWorld, type LeverUse, type Strategy, simulate, strategies, withoutEffects } from "@uptake/model";
import { expect, test } from "vitest";
import { figure } from "./figures.ts";
import { planOf } from "./support.ts";

// The null test: where every effect of a lesson or a lever is zero, every strategy is business as usual, bit for bit. Two
// things a strategy does are no effects: it may found schools, which then exist, and take up a part of the practice, which
// is then a smaller one. Such a strategy is held against business as usual with the same schools and the same practice.

const seed = "null";
const replicates = 5;
const others = strategies.filter(({ name }) => name !== "business-as-usual");

/** Keeps of a strategy's levers what is no effect: the schools it founds, and the scope of its practice. */
function bare({ levers: { entry, practice } }: Strategy): Record<string, LeverUse> {
  return {
    ...(entry && "newSchools" in entry ? { entry: { ...entry, volunteers: 0, cohorts: 0, mandate: 0 } } : {}),
    ...(practice ? { practice } : {}),
  };
}

const founds = others.filter((one) => Object.keys(bare(one)).length > 0);

test("with all effects at zero every strategy equals business as usual, bit for bit", async (context) => {
  const differing: string[] = [];
  let alive = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const world = drawWorld(seed, replicate, { draw: "priors" });
    const checksum = async (levers: Strategy["levers"], values: typeof world): Promise<string> => {
      const input = { district: "napa-valley-unified", levers, parameters: { draw: "fixed", values } } as const;
      return simulate(await planOf(input), { seed, replicate }).checksum;
    };
    const usual = new Map<string, readonly [string, string]>();
    for (const strategy of others) {
      const kept = bare(strategy);
      const key = JSON.stringify(kept);
      if (!usual.has(key)) usual.set(key, [await checksum(kept, withoutEffects(world)), await checksum(kept, world)]);
      const [off, on] = usual.get(key)!;
      if ((await checksum(strategy.levers, withoutEffects(world))) !== off)
        differing.push(`${strategy.name} in world ${replicate}`);
      if ((await checksum(strategy.levers, world)) !== on) alive++;
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
    note: `${founds.length} found schools or take a part of the practice, and are held against business as usual with those`,
  });
  expect(differing).toEqual([]);
  expect(alive).toBe(all);
});
