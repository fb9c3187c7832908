import { fc, test as property } from "@fast-check/vitest";
import { beforeAll, describe, expect, test } from "vitest";
import { mean } from "../../test-support/fixtures.ts";
import { byteSum, DRAWS } from "../numerics/random.ts";
import { type Beliefs, type BeliefsInput, needKeptWorlds } from "./beliefs.ts";
import { loadKeptWorlds } from "./load-kept-worlds.ts";
import type { Parameter, World } from "./parameter.ts";
import { parameters } from "./parameters.ts";
import { drawPrior, priorQuantile } from "./prior-draw.ts";
import { sampledWorld } from "./sampled-world.ts";
import { drawWorld } from "./world.ts";
import { worldCount, worldNumber } from "./world-number.ts";
import type { WorldTable } from "./world-table.ts";

const effects = parameters.filter(({ effect }) => effect);
const rising = effects.filter(({ harm }) => !harm).map(({ name }) => name);
const harms = effects.filter(({ harm }) => harm).map(({ name }) => name);
const others = parameters.filter(({ effect }) => !effect).map(({ name }) => name);

let kept: WorldTable;
let own: WorldTable;
beforeAll(async () => {
  kept = await loadKeptWorlds();
  own = { ...kept, source: "seven.csv", rows: kept.rows.slice(0, 7) };
});

const worldsOf = (beliefs: BeliefsInput, count: number, seed = "a"): World[] =>
  Array.from({ length: count }, (_, r) => drawWorld(seed, r, beliefs));
const column = (worlds: readonly World[], name: string): number[] => worlds.map((world) => world[name]!);
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const only = (world: World, names: readonly string[]): World =>
  Object.fromEntries(names.map((name) => [name, world[name]!]));

describe("a table of worlds", () => {
  test("takes the place of the kept ones, each row once before any comes again", () => {
    const beliefs = { draw: "sampled", worlds: own } as const;
    expect(worldCount(beliefs)).toBe(7);
    const drawn = worldsOf(beliefs, 14);
    drawn.forEach((world, r) => {
      expect(Object.values(world)).toEqual(own.rows[worldNumber("a", r, beliefs)]);
    });
    expect(drawn.slice(7)).toEqual(drawn.slice(0, 7));
    expect(new Set(drawn.map((world) => JSON.stringify(world))).size).toBe(7);
  });
  test("gives the same worlds to who draws from nothing else", () => {
    const values = { "support.rho": 1 };
    for (const beliefs of [{ worlds: own }, { worlds: null }, { worlds: own, values }, { values }])
      for (const seed of ["a", "b"])
        for (const replicate of [0, 1, 13, 2 ** 32 - 1]) {
          const sampled = { draw: "sampled", ...beliefs } as const;
          expect(sampledWorld(seed, replicate, sampled)).toEqual(drawWorld(seed, replicate, sampled));
        }
  });
  test("is needed where worlds are sampled from the kept ones, or effects are held at their level", () => {
    const need = (beliefs: BeliefsInput): boolean => needKeptWorlds(beliefs);
    expect(need({ draw: "sampled" })).toBe(true);
    expect(need({ draw: "sampled", worlds: own })).toBe(false);
    expect(need({ draw: "priors" })).toBe(false);
    expect(need({ draw: "fixed" })).toBe(false);
    expect(need({ draw: "fixed", level: "central" })).toBe(true);
    expect(need({ draw: "sampled", worlds: own, level: "central" })).toBe(false);
  });
});

describe("common effects", () => {
  test.each(["kept", "own"])("of the %s worlds all rise together and keep their values", (which) => {
    const worlds = which === "own" ? own : null;
    const count = worldCount({ draw: "sampled", worlds })!;
    const apart = worldsOf({ draw: "sampled", worlds }, count);
    const tied = worldsOf({ draw: "sampled", worlds, effects: "common" }, count);
    tied.forEach((world, r) => {
      expect(only(world, others)).toEqual(only(apart[r]!, others));
    });
    for (const { name } of effects) expect(sorted(column(tied, name)), name).toEqual(sorted(column(apart, name)));
    const all = (world: World): number => rising.reduce((sum, name) => sum + world[name]!, 0);
    const inOrder = [...tied].sort((a, b) => all(a) - all(b));
    for (const name of rising) expect(column(inOrder, name), name).toEqual(sorted(column(tied, name)));
    for (const name of harms) expect(column(inOrder, name), name).toEqual(sorted(column(tied, name)).reverse());
  });
  test("are large in the worlds whose own effects are", () => {
    const worlds: WorldTable = {
      ...own,
      rows: [0.2, 0.9, 0.5].map((share) =>
        parameters.map(({ effect, harm, range: [low, high], default: value }) =>
          effect ? low + (high - low) * (harm ? 1 - share : share) : value,
        ),
      ),
    };
    const apart = worldsOf({ draw: "sampled", worlds }, 3);
    expect(worldsOf({ draw: "sampled", worlds, effects: "common" }, 3)).toEqual(apart);
  });
  test("of the priors have one draw, and each its own prior", () => {
    const tied = worldsOf({ draw: "priors", effects: "common" }, 400);
    const apart = worldsOf({ draw: "priors" }, 400);
    tied.forEach((world, r) => {
      expect(only(world, others)).toEqual(only(apart[r]!, others));
      const shares = effects.map(({ name, prior, harm }) => {
        if (prior.shape !== "uniform") throw new Error(`${name} is not even`);
        const share = (world[name]! - prior.low) / (prior.high - prior.low);
        return harm ? 1 - share : share;
      });
      for (const share of shares) expect(share).toBeCloseTo(shares[0]!, 6);
    });
    const first = column(tied, rising[0]!).map((x) => x / (effects[0]!.prior as { high: number }).high);
    expect(Math.abs(mean(first) - 0.5)).toBeLessThan(0.06);
  });
  test("of a bell and of rivals are spread as the prior is", () => {
    const bell = { ...effects[0]!, range: [-9, 9], prior: { shape: "bell", mean: 0, sd: 1 } } as Parameter;
    const rivals = { ...effects[0]!, prior: { shape: "rivals", values: [1, 0, -2] } } as Parameter;
    const steps = Array.from({ length: 4096 }, (_, i) => (i + 0.5) * (DRAWS / 4096));
    const rise = steps.map((bits) => priorQuantile(bell, bits));
    expect(rise).toEqual(sorted(rise));
    expect(Math.abs(mean(rise))).toBeLessThan(1e-3);
    expect(Math.abs(mean(rise.map((x) => x * x)) - 1)).toBeLessThan(0.02);
    expect(priorQuantile(bell, 0)).toBe(drawPrior(bell, 0));
    expect(priorQuantile(bell, DRAWS - 1)).toBe(drawPrior(bell, DRAWS - 1));
    expect(byteSum(DRAWS - 1)).toBe(1020);
    expect([0, 0.5, 0.99].map((u) => priorQuantile(rivals, Math.floor(u * DRAWS)))).toEqual([-2, 0, 1]);
  });
});

describe("a level", () => {
  test.each([
    ["sceptical", 1, 5],
    ["central", 3, 3],
    ["hopeful", 5, 1],
  ] as const)("%s holds every effect at its quartile, costs at the other one", (level, place, other) => {
    const worlds: WorldTable = { ...own, rows: own.rows.slice(0, 7) };
    for (const draw of ["sampled", "fixed"] as const) {
      const world = drawWorld("a", 3, { draw, worlds, level });
      // Of 7 values the quartiles lie halfway between neighbours.
      const at = (name: string, i: number): number => {
        const values = sorted(own.rows.map((row) => row[own.parameters.indexOf(name)]!));
        return i === 3 ? values[3]! : (values[i === 1 ? 1 : 4]! + values[i === 1 ? 2 : 5]!) / 2;
      };
      for (const name of rising) expect(world[name], name).toBeCloseTo(at(name, place), 12);
      for (const name of harms) expect(world[name], name).toBeCloseTo(at(name, other), 12);
      expect(only(world, others)).toEqual(only(drawWorld("a", 3, { draw, worlds }), others));
    }
  });
  test("is that of the kept worlds where there is no other table", () => {
    const column = kept.rows.map((row) => row[kept.parameters.indexOf("trying.support")]!);
    const share = (holds: (x: number) => boolean): number => column.filter(holds).length / column.length;
    for (const draw of ["sampled", "priors", "fixed"] as const) {
      const at = drawWorld("a", 1, { draw, level: "hopeful" })["trying.support"]!;
      // Kept worlds may share a value, so a quartile has a step of them to each side.
      expect(share((x) => x < at)).toBeLessThanOrEqual(0.751);
      expect(share((x) => x <= at)).toBeGreaterThanOrEqual(0.749);
    }
  });
});

describe("own priors", () => {
  const priors: Beliefs["priors"] = { "trying.support": [1, 2], "start.adoption": { bell: [0.2, 0.02] } };
  const draws = ["sampled", "priors", "fixed"] as const;

  test.each(draws)("are drawn in every replicate, whatever else is, with %s worlds", (draw) => {
    const worlds = worldsOf({ draw, priors }, 400);
    const evenly = column(worlds, "trying.support");
    expect(Math.min(...evenly) >= 1 && Math.max(...evenly) <= 2).toBe(true);
    expect(Math.abs(mean(evenly) - 1.5)).toBeLessThan(0.05);
    const bell = column(worlds, "start.adoption");
    expect(Math.abs(mean(bell) - 0.2)).toBeLessThan(0.004);
    expect(Math.abs(mean(bell.map((x) => (x - 0.2) ** 2)) / 0.0004 - 1)).toBeLessThan(0.2);
    const rest = parameters.map(({ name }) => name).filter((name) => !(name in priors));
    worlds.slice(0, 20).forEach((world, r) => {
      expect(only(world, rest)).toEqual(only(drawWorld("a", r, { draw }), rest));
    });
  });
  property.prop([fc.nat(5000)])("have a draw of their own: another prior moves no other", (replicate) => {
    const one = drawWorld("a", replicate, { draw: "sampled", priors });
    const two = drawWorld("a", replicate, { draw: "sampled", priors: { ...priors, "trying.vision": [0, 1] } });
    expect({ ...two, "trying.vision": 0 }).toEqual({ ...one, "trying.vision": 0 });
  });
  test("that say what is believed anyway change nothing where worlds are drawn from the priors", () => {
    const { prior } = parameters.find(({ name }) => name === "trying.support")!;
    if (prior.shape !== "uniform") throw new Error("the prior is not even");
    const same = { "trying.support": [prior.low, prior.high] } as const;
    expect(drawWorld("a", 3, { draw: "priors", priors: same })).toEqual(drawWorld("a", 3, { draw: "priors" }));
  });
  test("leave the number of a world, but make of one fixed world as many as there are replicates", () => {
    expect(worldNumber("a", 5, { draw: "sampled", priors })).toBe(worldNumber("a", 5, { draw: "sampled" }));
    expect(worldNumber("a", 5, { draw: "fixed", priors })).toBe(5);
    expect(worldCount({ draw: "fixed", priors })).toBeNull();
    expect(worldCount({ draw: "priors" })).toBeNull();
    expect(worldNumber("a", 5, { draw: "priors" })).toBe(5);
  });
});

test("what is believed later wins: ties, then a level, then own priors, then values", () => {
  const all: BeliefsInput = {
    draw: "sampled",
    worlds: own,
    effects: "common",
    level: "central",
    priors: { "trying.support": [9, 9.5], "trying.vision": [2, 2.5] },
    values: { "trying.vision": 0.125 },
  };
  const world = drawWorld("a", 0, all);
  expect(world["trying.vision"]).toBe(0.125);
  expect(world["trying.support"]).toBeGreaterThanOrEqual(9);
  const level = drawWorld("a", 0, { draw: "sampled", worlds: own, level: "central" });
  for (const name of [...rising, ...harms]) if (!(name in all.priors!)) expect(world[name], name).toBe(level[name]);
});
