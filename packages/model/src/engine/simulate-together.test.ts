import { fc, test as property } from "@fast-check/vitest";
import { afterEach, describe, expect, test, vi } from "vitest";
import { arbitraryScenario } from "../../test-support/arbitraries.ts";
import { districtOf, five, planOf, printOf } from "../../test-support/fixtures.ts";
import type { District } from "../district/district.ts";
import { prices } from "../evidence/prices.ts";
import type { Plan } from "../scenario/plan.ts";
import type { ScenarioInput } from "../scenario/scenario.ts";
import { shockKinds } from "../scenario/shock-kinds.ts";
import { transitions } from "../scenario/transition-kinds.ts";
import { DistrictSimulation } from "./district-simulation.ts";
import { Replicate } from "./replicate.ts";
import { SharedRun } from "./shared-run.ts";
import { simulate } from "./simulate.ts";
import { simulateTogether } from "./simulate-together.ts";

/** Prints the runs of plans that are run together, in the order of the plans. */
function together(plans: readonly Plan[], seed: string, number: number): string[] {
  const prints: string[] = [];
  for (const [place, run] of simulateTogether(new Replicate(seed, number), plans)) prints[place] = printOf(run);
  return prints;
}

function expectAsAlone(plans: readonly Plan[], seed: string, number: number): void {
  const alone = plans.map((plan) => printOf(simulate(plan, { seed, replicate: number })));
  expect(together(plans, seed, number)).toEqual(alone);
}

/** Counts the months of districts that are made, and the most runs under way at a time. */
function count(): { months: number; most: number } {
  const counts = { months: 0, most: 1 };
  let under = 1;
  const { step } = DistrictSimulation.prototype;
  const { fork, run } = SharedRun.prototype;
  vi.spyOn(DistrictSimulation.prototype, "step").mockImplementation(function (this: DistrictSimulation, ...given) {
    counts.months++;
    step.apply(this, given);
  });
  vi.spyOn(SharedRun.prototype, "fork").mockImplementation(function (this: SharedRun) {
    counts.most = Math.max(counts.most, ++under);
    return fork.apply(this);
  });
  vi.spyOn(SharedRun.prototype, "run").mockImplementation(function (this: SharedRun, follower) {
    under--;
    return run.apply(this, [follower]);
  });
  return counts;
}

afterEach(() => {
  vi.restoreAllMocks();
});

type Change = (input: ScenarioInput) => ScenarioInput;

/** Draws what sets a plan apart from a month of its run on, or in what it costs, or from the start. */
const arbitraryChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.constantFrom(...shockKinds), fc.nat(99), fc.boolean()).map(
    ([{ kind }, part, all]): Change =>
      (input) => {
        const month = Math.floor((part * (input.horizon ?? 60)) / 100);
        const districts = all ? {} : { districts: [(input.district as readonly District[])[0]!.id] };
        return { ...input, shocks: [...(input.shocks ?? []), { kind, month, ...districts }] };
      },
  ),
  fc
    .tuple(fc.constantFrom("coaching", "entry", "learning", "design", "departments", "practice"), fc.nat(40))
    .map(([lever, start]): Change => {
      return (input) => ({
        ...input,
        levers: { ...input.levers, [lever]: { ...input.levers?.[lever], start, end: 99 } },
      });
    }),
  fc.record({ order: fc.constantFrom("openness", "need", "random"), levels: fc.constantFrom("all", "high") }).map(
    (choices): Change =>
      (input) => ({ ...input, levers: { ...input.levers, entry: { ...input.levers?.["entry"], ...choices } } }),
  ),
  fc.constantFrom("equal", "need", "openness").map(
    (allocation): Change =>
      (input) => ({ ...input, levers: { ...input.levers, coaching: { ...input.levers?.["coaching"], allocation } } }),
  ),
  fc.integer({ min: 1, max: 48 }).map(
    (horizon): Change =>
      (input) => ({ ...input, horizon, shocks: (input.shocks ?? []).filter(({ month }) => month < horizon) }),
  ),
  fc.boolean().map(
    (survey): Change =>
      (input) => ({ ...input, survey }),
  ),
  fc.constantFrom(...transitions).map(
    ({ name }): Change =>
      (input) => ({ ...input, ease: { [name]: 3 } }),
  ),
  fc.constantFrom(...prices).map(
    ({ name }): Change =>
      (input) => ({ ...input, parameters: { ...input.parameters, values: { [name]: 1 } } }),
  ),
  fc.constantFrom("sampled" as const, "priors" as const).map(
    (draw): Change =>
      (input) => ({ ...input, parameters: { ...input.parameters, draw } }),
  ),
  fc.constantFrom("complete" as const, "advice" as const).map(
    (network): Change =>
      (input) => ({ ...input, switches: { ...input.switches, network } }),
  ),
  fc.integer({ min: 0, max: 30 }).map(
    (newSchoolMonth): Change =>
      (input) => ({ ...input, levers: { ...input.levers, entry: { newSchools: 1, newSchoolMonth } } }),
  ),
  fc.constant<Change>((input) => ({ ...input, own: { turnover: 0.3 } })),
  fc.constant<Change>((input) => structuredClone(input)),
);

property.prop(
  [
    arbitraryScenario,
    fc.array(fc.tuple(fc.nat(99), arbitraryChange), { minLength: 1, maxLength: 6 }),
    fc.string({ minLength: 1 }),
    fc.nat(400),
  ],
  { numRuns: 40 },
)(
  "plans run together have the bits that each has alone",
  async (input, changes, seed, number) => {
    const inputs: ScenarioInput[] = [input];
    for (const [of, change] of changes) inputs.push(change(inputs[of % inputs.length]!));
    expectAsAlone(await Promise.all(inputs.map((one) => planOf(one))), seed, number);
  },
  120_000,
);

describe("the months before plans part are made once", () => {
  const usual: ScenarioInput = {
    district: five,
    horizon: 20,
    levers: { entry: { cohorts: 1 }, coaching: {}, investment: {} },
  };
  const shocked = (month: number): ScenarioInput => ({ ...usual, shocks: [{ kind: "turnover-wave", month }] });
  test("up to a shock, of each plan by itself from there on", async () => {
    const plans = [await planOf(usual), await planOf(shocked(15)), await planOf(shocked(12))];
    expectAsAlone(plans, "shocks", 3);
    const counts = count();
    together(plans, "shocks", 3);
    expect(counts).toEqual({ months: 20 + 5 + 8, most: 2 });
  });
  test("all of them where plans differ in money alone, which is booked for each", async () => {
    const levers = { ...usual.levers, investment: { coaches: 0 } };
    const plan = await planOf({ ...usual, levers });
    const dearer = {
      ...plan,
      districts: plan.districts.map((one) => ({
        ...one,
        charges: one.charges.map((charge) => ({ ...charge, quantity: charge.quantity.map((x) => 2 * x) })),
      })),
    };
    expectAsAlone([plan, dearer, plan], "money", 1);
    const runs = [...simulateTogether(new Replicate("money", 1), [plan, dearer])].map(([, run]) => run);
    const costs = runs.map(({ measures }) => measures.cost);
    // Each run has numbers of its own, which whoever has it may change.
    expect(runs[0]!.districts[0]!.adoption).not.toBe(runs[1]!.districts[0]!.adoption);
    expect(costs[0]!.total).toBeGreaterThan(0);
    expect(costs[1]!.total).toBe(2 * costs[0]!.total);
    const counts = count();
    together([plan, dearer, plan], "money", 1);
    expect(counts.months).toBe(20);
  });
  test("before schools may come in, however they will", async () => {
    const by = (order: string): ScenarioInput => ({
      ...usual,
      levers: {
        entry: { cohorts: 0.4, order, start: 9 },
        coaching: { allocation: order === "need" ? "need" : "equal" },
      },
    });
    const plans = [await planOf(by("random")), await planOf(by("need"))];
    expectAsAlone(plans, "ways", 2);
    const counts = count();
    together(plans, "ways", 2);
    expect(counts.months).toBe(9 + 2 * 11);
  });
  test("district after district, as far as a system fares alike; month after month where districts visit each other", async () => {
    const district = [five, districtOf("six", [0.2, 0.4]), districtOf("seven", [0.6])];
    const shocks = [{ kind: "turnover-wave", month: 12, districts: ["six"] }];
    const system = [await planOf({ ...usual, district }), await planOf({ ...usual, district, shocks })];
    const levers = { ...usual.levers, learning: { visits: 0.8, interDistrict: 1, delay: 0 } };
    const visiting = [
      await planOf({ ...usual, levers, district }),
      await planOf({ ...usual, levers, district, shocks }),
    ];
    expectAsAlone(system, "system", 1);
    expectAsAlone(visiting, "system", 1);
    const counts = count();
    together(system, "system", 1);
    expect(counts.months).toBe(20 + 12 + 2 * (8 + 20));
    counts.months = 0;
    together(visiting, "system", 1);
    expect(counts.months).toBe(3 * (12 + 2 * 8));
  });
  test("and of plans that a researcher watches, each makes its own", async () => {
    const seen: number[] = [];
    const observe = (_: unknown, index: number): number => seen.push(index);
    const plans = [await planOf(usual), await planOf(shocked(15))];
    const extensions = { observers: [{ name: "seen", observe }] };
    for (const _ of simulateTogether(new Replicate("watched", 0), plans, extensions));
    expect(seen).toHaveLength(2 * 21);
  });
});

describe("memory is bounded", () => {
  const shocked = (months: readonly number[]): ScenarioInput => ({
    district: five,
    horizon: 18,
    shocks: months.map((month) => ({ kind: "turnover-wave", month, months: 1 })),
  });
  test("to one that waits while each of many plans parts from the others", async () => {
    const plans = await Promise.all(Array.from({ length: 16 }, (_, m) => planOf(shocked([m + 1]))));
    for (const all of [plans, plans.toReversed()]) {
      const counts = count();
      expect(together(all, "bounded", 0)).toHaveLength(16);
      expect(counts).toEqual({ months: 18 + (15 * (17 + 3)) / 2, most: 2 });
      vi.restoreAllMocks();
    }
  });
  test("to the logarithm of the plans where they part by halves", async () => {
    const sets = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => [4, 8, 12].filter((_, bit) => (k >> bit) % 2 === 1));
    const plans = await Promise.all(sets.map((months) => planOf(shocked(months))));
    expectAsAlone(plans, "halves", 0);
    const counts = count();
    together(plans, "halves", 0);
    expect(counts).toEqual({ months: 4 + 2 * 4 + 4 * 4 + 8 * 6, most: 4 });
  });
  test("to none of districts so large that it would take much room", async () => {
    const large = districtOf(
      "large",
      Array.from({ length: 41 }, () => 0.5),
      10_000,
    );
    const plans = [
      await planOf({ district: large, horizon: 2 }),
      await planOf({ ...shocked([1]), district: large, horizon: 2 }),
    ];
    const counts = count();
    together(plans, "large", 0);
    expect(counts).toEqual({ months: 4, most: 1 });
  }, 60_000);
});
