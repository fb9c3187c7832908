import { codeOfDraw, derive, parameters, rootKey, varied } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { type Asked, type Generation, type Particle, sampleWorlds } from "./sample-worlds.ts";
import { codesOf, priorWords, proposedWords, worldOfWords } from "./world-words.ts";

const a = varied.findIndex(({ name }) => name === "trying.intercept"); // a bell
const b = varied.findIndex(({ name }) => name === "trying.support"); // even
const idle = varied.findIndex(({ name }) => name === "cost.coach");
const root = rootKey("sample worlds");
const drawn = (i: number): Uint32Array => priorWords(derive(root, i));
/** The values of the two numbers that a made-up pattern reads, in standard units of their priors. */
const values = (words: Uint32Array): [number, number] => {
  const code = (k: number): number => codeOfDraw(varied[k]!, words[k]!);
  return [(code(a) - 510) / 147, (code(b) / 4096 - 0.5) * 3.46];
};
/** A thin ridge in a corner: 2% of the draws show it. */
const distanceOf = (words: Uint32Array): number => {
  const [x, y] = values(words);
  return Math.max(0, Math.abs(x + y - 1.8) - 0.06);
};
const measure = async (asked: readonly Asked[]): Promise<number[]> => asked.map(({ words }) => distanceOf(words));
const mean = (all: readonly number[]): number => all.reduce((sum, x) => sum + x, 0) / all.length;
const sd = (all: readonly number[]): number => Math.sqrt(mean(all.map((x) => (x - mean(all)) ** 2)));

async function sampled(seed: string, generations: Generation[] = [], first = 0): Promise<Particle[]> {
  const draws = Array.from({ length: 400 }, (_, i) => drawn(first + i));
  const particles = draws.map((words) => ({ words, distance: distanceOf(words) }));
  return sampleWorlds({
    seed,
    particles,
    worlds: 400,
    active: { binding: [a], loose: [b] },
    measure,
    lastSteps: 40,
    onGeneration: (one) => generations.push(one),
  });
}

describe("sampled worlds", () => {
  test("are spread as those that plain rejection accepts", async () => {
    const rejection = Array.from({ length: 40_000 }, (_, i) => drawn(i)).filter((words) => distanceOf(words) === 0);
    const found = (await Promise.all(["s", "t", "u", "v"].map((seed, k) => sampled(seed, [], 400 * k)))).flat();
    expect(rejection.length).toBeGreaterThan(400);
    expect(found.every(({ words }) => distanceOf(words) === 0)).toBe(true);
    for (const k of [0, 1]) {
      const theirs = rejection.map((words) => values(words)[k]!);
      const mine = found.map(({ words }) => values(words)[k]!);
      // Four times 400 worlds that share ancestors: an error of 1/24 of the spread is 1.7 of independent ones.
      expect(Math.abs(mean(mine) - mean(theirs)) / sd(theirs)).toBeLessThan(1 / 8);
      expect(sd(mine) / sd(theirs)).toBeGreaterThan(0.88);
      expect(sd(mine) / sd(theirs)).toBeLessThan(1.12);
    }
  });
  test("come with where some of them were before, as far as they have moved since", async () => {
    const shared = {
      seed: "s",
      particles: Array.from({ length: 400 }, (_, i) => ({ words: drawn(i), distance: distanceOf(drawn(i)) })),
      worlds: 100,
      active: { binding: [a], loose: [b] },
      measure,
    };
    const last = await sampleWorlds({ ...shared, lastSteps: 12 });
    const both = await sampleWorlds({ ...shared, lastSteps: 12, earlier: { step: 8, every: 2 } });
    const eighth = await sampleWorlds({ ...shared, lastSteps: 8 });
    const active = ({ words }: Particle): string => [words[a], words[b]].join();
    expect(both.slice(0, 100)).toEqual(last);
    const expected = eighth.flatMap((one, i) => (i % 2 === 0 && active(one) !== active(last[i]!) ? [active(one)] : []));
    expect(expected.length).toBeGreaterThan(5);
    expect(both.slice(100).map(active)).toEqual(expected);
  });
  test("leave numbers that no pattern reads as the priors have them", async () => {
    const codes = (await sampled("s")).map(({ words }) => codesOf(words)[idle]! / 4096);
    expect(new Set(codes).size).toBeGreaterThan(350);
    expect(mean(codes)).toBeGreaterThan(0.45);
    expect(mean(codes)).toBeLessThan(0.55);
  });
  test("come of tolerances that fall to zero, and of the seed alone", async () => {
    const generations: Generation[] = [];
    const found = await sampled("t", generations);
    const tolerances = generations.map(({ tolerance }) => tolerance);
    expect(tolerances).toEqual([...tolerances].sort((x, y) => y - x));
    expect(tolerances.at(-1)).toBe(0);
    expect(await sampled("t")).toEqual(found);
  });
});

describe("proposals", () => {
  test("leave the priors as they are", () => {
    const active = { binding: [a], loose: [b, idle] };
    let words = drawn(7);
    const codes: number[][] = [];
    for (let i = 0; i < 6000; i++) {
      words = proposedWords(words, active, derive(root, 1e6 + i));
      const all = codesOf(words);
      codes.push([a, b, idle].map((k) => all[k]!));
    }
    const of = (k: number): number[] => codes.map((row) => row[k]!);
    expect(Math.abs(mean(of(0)) - 510)).toBeLessThan(20);
    expect(sd(of(0)) / 147.8).toBeGreaterThan(0.92);
    expect(sd(of(0)) / 147.8).toBeLessThan(1.08);
    for (const k of [1, 2]) {
      expect(Math.abs(mean(of(k)) / 4095 - 0.5)).toBeLessThan(0.04);
      expect(sd(of(k)) / 4096).toBeGreaterThan(0.27);
      expect(sd(of(k)) / 4096).toBeLessThan(0.31);
    }
  });
  test("move active words only, at least one of them", () => {
    for (let i = 0; i < 200; i++) {
      const before = drawn(i);
      const after = proposedWords(before, { binding: [a], loose: [b] }, derive(root, 2e6 + i));
      const moved = varied.flatMap((_, k) => (before[k] === after[k] ? [] : [k]));
      expect(moved.every((k) => k === a || k === b)).toBe(true);
    }
  });
});

test("words stand for worlds within every range", () => {
  const world = worldOfWords(drawn(3));
  for (const { name, range } of parameters) {
    expect(world[name]).toBeGreaterThanOrEqual(range[0]);
    expect(world[name]).toBeLessThanOrEqual(range[1]);
  }
});
