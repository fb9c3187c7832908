import { describe, expect, test } from "vitest";
import { runOf } from "../../test-support/fixtures.ts";
import { months, slots, stagesOf, ten } from "../../test-support/still-world.ts";
import { TRYING, UNAWARE, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { FunnelSeries } from "../measures/funnel.ts";
import type { ScenarioInput } from "../scenario/scenario.ts";
import { type Ease, easeOf, type Transition, transitionNames } from "../scenario/transition.ts";
import { transitions } from "../scenario/transition-kinds.ts";

/** Returns the chance whose odds are `factor` times those of `p`. */
function easier(p: number, factor: number): number {
  const odds = (factor * p) / (1 - p);
  return odds / (1 + odds);
}

/** A programme in which everything happens that can be eased. */
const programme: ScenarioInput = {
  district: ten,
  horizon: 60,
  funded: 36,
  levers: {
    entry: { volunteers: 0.3, cohorts: 0.2, every: 6, mandate: 0.2, tailored: 0.5 },
    coaching: {},
    guidance: { prescription: 0.3, choice: 1 },
    learning: { visits: 0.5 },
  },
};
const lively: World = { "trying.intercept": -5, "owning.rate": 0.2, "membership.drop": -1, "membership.support": 0 };
const run = (ease: Partial<Ease>, values: World = {}) =>
  runOf({ ...programme, ease, parameters: { draw: "fixed", values: { ...lively, ...values } } });

describe("a run in which a transition is eased by a factor is the run of a world in which its log-odds are so much higher", () => {
  const world = defaultWorld(lively);
  const by = Math.LN2;
  const noCompliance = { "entry.compliance": 0 };
  test.each<[Transition, World, World]>([
    ["try", { "trying.intercept": world["trying.intercept"]! + by }, noCompliance],
    ["give-up", { "lapsing.trying": world["lapsing.trying"]! - by }, {}],
    [
      "lapse",
      {
        "lapsing.intercept": world["lapsing.intercept"]! - by,
        "lapsing.trying": world["lapsing.trying"]! + by,
      },
      {},
    ],
    ["own", { "owning.rate": easier(0.2, 2) }, { "owning.choice": 0, "owning.prescription": 0, "depth.compliant": 0 }],
    ["leave", { "exit.state": world["exit.state"]! - by }, {}],
  ])("%s", async (name, values, beside) => {
    const plain = await run({}, beside);
    const eased = await run({ [name]: 2 }, beside);
    expect(eased.checksum).toBe((await run({}, { ...beside, ...values })).checksum);
    expect(eased.checksum).not.toBe(plain.checksum);
  });
});

describe("hearing", () => {
  test.each([
    [1 / 3, 2, 1 / 2],
    [1 / 2, 0.5, 1 / 3],
    [0.1, 9, 0.5],
  ])("at a chance of %d with odds multiplied by %d is hearing at a chance of %d", async (chance, hear, other) => {
    const heard = async (values: World, ease: Partial<Ease>) => (await months(5, values, { ease })).map(stagesOf);
    const eased = await heard({ "awareness.messages": chance }, { hear });
    expect(eased).toEqual(await heard({ "awareness.messages": other }, {}));
    expect(eased[5]![UNAWARE]).toBeLessThan(eased[0]![UNAWARE]!);
  });
  test("from peers is as much easier", async () => {
    const peers = { "awareness.peers": 0.3 };
    const unaware = async (hear: number) => stagesOf((await months(5, peers, { ease: { hear } }))[5]!)[UNAWARE]!;
    expect(await unaware(4)).toBeLessThan(await unaware(1));
    expect(await unaware(0.25)).toBeGreaterThan(await unaware(1));
  });
  test("does not come of nothing", async () => {
    const [before, after] = await months(1, {}, { ease: { hear: 100 } });
    expect(stagesOf(after!)).toEqual(stagesOf(before!));
  });
});

describe("coming to use", () => {
  const depths = async (growth: number, use: number) => {
    const [before, after] = await months(1, { "depth.practice": growth, "start.trying": 0.3 }, { ease: { use } });
    const of = (...stages: readonly number[]) =>
      slots(before!.teacher, (i) => stages.includes(before!.teacher.stage[i]!)).map((i) => after!.teacher.depth[i]);
    return { triers: of(TRYING), users: of(USING) };
  };
  test("is eased by the growth of those who try, at odds multiplied by the factor, and of nobody else", async () => {
    for (const use of [0.5, 2, 5]) {
      const eased = await depths(0.1, use);
      expect(eased.triers).toEqual((await depths(easier(0.1, use), 1)).triers);
      expect(eased.triers).not.toEqual((await depths(0.1, 1)).triers);
      expect(eased.users).toEqual((await depths(0.1, 1)).users);
    }
  });
  test("does not come of nothing", async () => {
    expect(await depths(0, 100)).toEqual(await depths(0, 1));
  });
});

describe("every transition", () => {
  const rates: Readonly<Record<Transition, readonly [FunnelSeries, ...FunnelSeries[]]>> = {
    join: ["joined", "schools"],
    drop: ["dropped", "schools"],
    hear: ["heard", "unaware"],
    try: ["tried", "aware", "lapsed"],
    "give-up": ["gaveUp", "trying"],
    use: ["used", "trying"],
    own: ["owned", "using"],
    lapse: ["stopped", "using", "owning"],
    leave: ["left", "unaware", "aware", "trying", "using", "owning", "lapsed"],
  };
  /** Returns how often a transition is taken a month, of those who may take it. */
  async function rate(name: Transition, factor: number): Promise<number> {
    const { groups } = (await run({ [name]: factor })).measures.funnel;
    const sum = (series: FunnelSeries, membership: string): number =>
      groups
        .filter((group) => membership === "all" || group.membership === membership)
        .reduce((total, group) => total + group.series[series].reduce((a, b) => a + b, 0), 0);
    const [flow, ...stocks] = rates[name];
    const who = name === "join" ? "other" : name === "drop" ? "member" : "all";
    return sum(flow, "all") / stocks.reduce((total, stock) => total + sum(stock, who), 0);
  }
  test.each(transitions)("$name is taken more often, or less, as it is eased", async ({ name, gain }) => {
    const [hard, plain, easy] = [await rate(name, 0.1), await rate(name, 1), await rate(name, 10)];
    expect(plain).toBeGreaterThan(0);
    expect(gain ? hard : easy).toBeLessThan(plain);
    expect(gain ? easy : hard).toBeGreaterThan(plain);
  });
  test("has a factor, 1 where none is given", () => {
    expect(Object.keys(easeOf())).toEqual(transitions.map(({ name }) => name));
    expect(new Set(Object.values(easeOf()))).toEqual(new Set([1]));
    expect(easeOf({ own: 3 })).toEqual({ ...easeOf(), own: 3 });
  });
});

test("every transition is described, in the order in which they are taken", () => {
  expect(transitions.map(({ name }) => name)).toEqual(transitionNames);
});
