import { fc, test as property } from "@fast-check/vitest";
import { beforeAll, describe, expect, test } from "vitest";
import { keptWorlds } from "./kept-worlds.ts";
import { rows } from "./kept-worlds-table.ts";
import { loadKeptWorlds } from "./load-kept-worlds.ts";
import type { World } from "./parameter.ts";
import { parameters } from "./parameters.ts";
import { priorsFingerprint } from "./priors-fingerprint.ts";
import { varied } from "./varied.ts";
import { drawWorld } from "./world.ts";
import { readWorld } from "./world-code.ts";
import { worldCount, worldNumber } from "./world-number.ts";

const { count, fixed, priors } = keptWorlds;
const sampled = { draw: "sampled" } as const;

beforeAll(async () => {
  await loadKeptWorlds();
});

describe("the kept worlds", () => {
  test("are as many as is said, each other than the rest, and of the priors as they are (else: pnpm worlds)", () => {
    expect(rows.length).toBe(count);
    expect(new Set(rows).size).toBe(count);
    expect(priors).toBe(priorsFingerprint());
  });
  test("are texts of two characters for each parameter that varies", () => {
    for (const row of [...rows, fixed]) expect(row).toMatch(new RegExp(`^[A-Za-z0-9_-]{${2 * varied.length}}$`));
  });
  test("lie within every range", () => {
    const beyond = rows
      .map(readWorld)
      .flatMap((world) =>
        parameters.filter(({ name, range: [low, high] }) => !(world[name] >= low && world[name] <= high)),
      );
    expect(beyond).toEqual([]);
  });
  test("load as a table of all parameters, once", async () => {
    const table = await loadKeptWorlds();
    expect(table.parameters).toEqual(parameters.map(({ name }) => name));
    expect(table.rows.length).toBe(count);
    expect(await loadKeptWorlds()).toBe(table);
  });
  property.prop([fc.string({ minLength: 1 }), fc.nat(3)])("each come once before any comes again", (own, round) => {
    const numbers = new Set<number>();
    for (let i = 0; i < count; i++) numbers.add(worldNumber(own, round * count + i, sampled));
    expect(numbers.size).toBe(count);
    expect(Math.max(...numbers)).toBe(worldCount(sampled)! - 1);
  });
  test("are the rows that their numbers say", () => {
    for (const replicate of [0, 1, 7, count, 3 * count + 2])
      expect(drawWorld("a", replicate, sampled)).toEqual(readWorld(rows[worldNumber("a", replicate, sampled)]!));
  });
  test("come in another order under another seed, with values in place of their own", () => {
    const first = (own: string): World[] => [0, 1, 2].map((r) => drawWorld(own, r, sampled));
    expect(first("a")).not.toEqual(first("b"));
    const values = { "support.rho": 1 };
    expect(drawWorld("a", 5, { ...sampled, values })).toEqual({ ...drawWorld("a", 5, sampled), ...values });
  });
  test("have one fixed world, whatever the seed and replicate", () => {
    expect(drawWorld("any", 7, { draw: "fixed" })).toEqual(readWorld(fixed));
    expect(worldNumber("any", 7, { draw: "fixed" })).toBe(0);
    expect(worldCount({ draw: "fixed" })).toBe(1);
  });
});
