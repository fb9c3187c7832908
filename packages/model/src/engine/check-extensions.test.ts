import { describe, expect, test } from "vitest";
import type { ClimateTerms } from "../mechanisms/climate-terms.ts";
import type { Plan } from "../scenario/plan.ts";
import { prepare } from "../scenario/prepare.ts";
import { scenario } from "../scenario/scenario.ts";
import type { Extensions, Mechanism, Observer } from "./extension.ts";
import { Replicate } from "./replicate.ts";
import { simulate } from "./simulate.ts";

let plan: Plan | undefined;
const run = async (extensions: Extensions, seed = "a", replicate = 0) => {
  plan ??= await prepare(scenario({ district: "small-rural", horizon: 2, parameters: { draw: "fixed" } }));
  return simulate(plan, { seed, replicate, ...extensions });
};
const mechanism = (terms: object, name = "mine"): Mechanism => ({ name, climate: () => terms as ClimateTerms });
const observer = (value: unknown, name = "mine"): Observer => ({ name, observe: () => value as number });

describe("a run refuses", () => {
  test.for<[seed: unknown, replicate: unknown, codes: object[]]>([
    ["", 0, [{ code: "empty", path: "seed" }]],
    [7, 0, [{ code: "wrong-kind", path: "seed" }]],
    ["a", -1, [{ code: "out-of-range", path: "replicate", value: -1 }]],
    ["a", 1.5, [{ code: "out-of-range", path: "replicate", value: 1.5 }]],
    ["a", Number.NaN, [{ code: "out-of-range", path: "replicate" }]],
    ["", 2 ** 32, [{ code: "empty" }, { code: "out-of-range", path: "replicate" }]],
  ])("seed %o, replicate %o", async ([seed, replicate, issues]) => {
    await expect(run({}, seed as string, replicate as number)).rejects.toMatchObject({ issues });
  });
  test.for<[terms: object, issue: object]>([
    [{ trying: Number.NaN }, { code: "not-finite", path: "mechanisms.mine.trying" }],
    [{ lapsing: Number.POSITIVE_INFINITY }, { code: "not-finite", path: "mechanisms.mine.lapsing" }],
    [{ growth: "0.1" }, { code: "not-finite", path: "mechanisms.mine.growth" }],
    [{ message: 1.5 }, { code: "out-of-range", path: "mechanisms.mine.message", value: 1.5, allowed: "0 to 1" }],
    [{ triyng: 1 }, { code: "unknown-term", path: "mechanisms.mine.triyng", nearest: "trying" }],
  ])("the terms %o of a mechanism", async ([terms, issue]) => {
    await expect(run({ mechanisms: [mechanism(terms)] })).rejects.toMatchObject({ issues: [issue] });
  });
  test("two mechanisms or observers of one name, and an observer that gives no number", async () => {
    const mechanisms = [mechanism({}), mechanism({}, "other"), mechanism({})];
    await expect(run({ mechanisms, observers: [observer(1), observer(2)] })).rejects.toMatchObject({
      issues: [
        { code: "repeated-name", path: "mechanisms[2].name", value: "mine" },
        { code: "repeated-name", path: "observers[1].name", value: "mine" },
      ],
    });
    await expect(run({ observers: [observer(undefined)] })).rejects.toMatchObject({
      issues: [{ code: "wrong-kind", path: "observers.mine" }],
    });
  });
});

describe("a run takes", () => {
  test("terms left out or undefined, and a number that is none for now", async () => {
    const mechanisms = [
      mechanism({ trying: undefined, message: 1 }),
      ...[0, 0.5].map((message) => mechanism({ message }, `heard ${message}`)),
      { name: "none", climate: () => undefined },
    ];
    const { observed } = await run({ mechanisms, observers: [observer(Number.NaN)] });
    expect(observed.mine).toEqual(new Float64Array(3).fill(Number.NaN));
  });
  test("every replicate that is a whole number", () => {
    expect(new Replicate("a", 2 ** 32 - 1).replicate).toBe(4294967295);
  });
});
