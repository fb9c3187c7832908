import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { mean } from "../../test-support/fixtures.ts";
import { levers } from "../scenario/levers/index.ts";
import { categories } from "./costs.ts";
import { priceWords } from "./costs-words.ts";
import { loadKeptWorlds } from "./load-kept-worlds.ts";
import { mechanismWords } from "./mechanisms-words.ts";
import type { Parameter } from "./parameter.ts";
import { parameterNumbers } from "./parameter-numbers.ts";
import { parameters } from "./parameters.ts";
import { populationWords } from "./population-words.ts";
import { prices } from "./prices.ts";
import { defaultWorld, drawWorld, withoutEffects } from "./world.ts";

/** Returns the least and most a prior gives before it is held within the range. */
function reachOf({ prior, default: value }: Parameter): [number, number] {
  switch (prior.shape) {
    case "held":
      return [value, value];
    case "uniform":
      return [prior.low, prior.high];
    case "bell":
      return [prior.mean - 2 * prior.sd, prior.mean + 2 * prior.sd];
    case "rivals":
      return [Math.min(...prior.values), Math.max(...prior.values)];
  }
}

describe.for(parameters)("$name", (parameter) => {
  const { name, doc, unit, source, status, range, default: value, prior } = parameter;
  test("has a name, a description, a unit, a source and a status", () => {
    expect(name).toMatch(/^[a-z]+\.[a-zA-Z0-9]+$/);
    for (const text of [doc, unit, source]) expect(text.trim().length).toBeGreaterThan(0);
    expect(doc).toMatch(/^[A-Z].*[^.]$/);
    expect(["measured", "abstract", "computed", "choice"]).toContain(status);
  });
  test("has a range that holds its default and its prior, and a prior that holds its default", () => {
    const [least, most] = reachOf(parameter);
    expect(range[0]).toBeLessThan(range[1]);
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
    expect(least).toBeGreaterThanOrEqual(range[0]);
    expect(most).toBeLessThanOrEqual(range[1]);
    if (prior.shape === "rivals") expect(prior.values).toContain(value);
  });
});

test("numbers and words go together, in one order", () => {
  const words = [populationWords, mechanismWords, priceWords].flatMap((one) => Object.keys(one));
  expect(words).toEqual(parameterNumbers.map(({ name }) => name));
  expect(parameters).toMatchObject(parameterNumbers);
});

test("names are unique", () => {
  expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
});

test("the prior of every effect of a lesson includes zero, and so does its range", () => {
  const effects = parameters.filter(({ effect }) => effect);
  expect(effects.length).toBeGreaterThan(30);
  for (const one of effects) {
    expect(one.prior.shape, one.name).not.toBe("held");
    expect(reachOf(one)[0], one.name).toBe(0);
  }
});

test("costs of levers are effects", () => {
  const harms = parameters.filter(({ harm }) => harm);
  expect(harms.length).toBeGreaterThan(5);
  for (const { name, effect } of harms) expect(effect, name).toBe(true);
});

test("what no source supports carries a wide prior, but the start the question itself sets", () => {
  const narrow = parameters.filter((one) => {
    const [least, most] = reachOf(one);
    return one.status === "choice" && most - least < 0.25 * Math.abs(one.default);
  });
  expect(narrow.map(({ name }) => name)).toEqual(["start.adoption"]);
});

test("every price has a category, and everything a lever charges has a price", () => {
  for (const { category } of prices) expect(categories).toContain(category);
  const charged = levers.flatMap((lever) =>
    [0, 10].flatMap((t) => lever.charges(() => 1, t).map(({ price }) => price)),
  );
  expect(new Set(charged)).toEqual(new Set(prices.map(({ name }) => name)));
});

const seeds = fc.string({ minLength: 1 });
const replicates = fc.nat(10_000);

describe("a world", () => {
  property.prop([seeds, replicates])("lies within every range and prior", (seed, replicate) => {
    const world = drawWorld(seed, replicate, { draw: "priors" });
    expect(Object.keys(world)).toEqual(parameters.map(({ name }) => name));
    for (const { name, range, prior } of parameters) {
      expect(world[name] >= range[0] && world[name] <= range[1], name).toBe(true);
      if (prior.shape === "uniform") expect(world[name] >= prior.low && world[name] <= prior.high, name).toBe(true);
      if (prior.shape === "rivals") expect(prior.values).toContain(world[name]);
    }
  });
  property.prop([seeds, replicates, fc.constantFrom(...parameters)])(
    "is the same in every other parameter when one is fixed",
    (seed, replicate, { name, range }) => {
      const world = drawWorld(seed, replicate, { draw: "priors" });
      expect(drawWorld(seed, replicate, { draw: "priors", values: { [name]: range[1] } })).toEqual({
        ...world,
        [name]: range[1],
      });
    },
  );
  test("has in each parameter a draw of its own, spread as its prior says", () => {
    const worlds = Array.from({ length: 400 }, (_, i) => drawWorld("spread", i, { draw: "priors" }));
    const seen = new Set<number>();
    for (const { name, prior } of parameters) {
      const values = worlds.map((world) => world[name]);
      if (prior.shape === "held") expect(new Set(values).size).toBe(1);
      else if (prior.shape === "uniform") {
        const ranks = values.map((x) => (x - prior.low) / (prior.high - prior.low));
        expect(Math.abs(mean(ranks) - 0.5), name).toBeLessThan(0.06);
        seen.add(ranks[0]);
      } else if (prior.shape === "bell") {
        expect(Math.abs(mean(values) - prior.mean) / prior.sd, name).toBeLessThan(0.25);
      } else expect(new Set(values)).toEqual(new Set(prior.values));
    }
    expect(seen.size).toBe(parameters.filter(({ prior }) => prior.shape === "uniform").length);
  });
  test("of records' defaults has every default, but for the values given", () => {
    for (const { name, default: value } of parameters) expect(defaultWorld()[name]).toBe(value);
    expect(defaultWorld({ "support.rho": 1 })).toEqual({ ...defaultWorld(), "support.rho": 1 });
  });
  test("without effects has zero for each of them, and the rest as it was", async () => {
    await loadKeptWorlds();
    const world = drawWorld("any", 7, { draw: "sampled" });
    const bare = withoutEffects(world);
    for (const { name, effect } of parameters) expect(bare[name], name).toBe(effect ? 0 : world[name]);
    expect(world["trying.support"]).not.toBe(0);
  });
});
