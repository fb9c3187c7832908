import { type Plan, prepare, type ScenarioInput, type Switches, scenario, simulate } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { issuesOf } from "../../test-support/issues-of.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { measured } from "../readings/measured.ts";
import { attributeAssumptions as assumptionsOf } from "./attribute-assumptions.ts";
import { attributeLevers as leversOf } from "./attribute-levers.ts";
import type { Attribution, AttributionOptions } from "./attribution.ts";
import { drawOrders } from "./orders.ts";
import { shapley } from "./shapley.ts";

/** Values every plan as `value` says of its levers and switches, with noise shared within a replicate. */
const fake =
  (value: (levers: ReadonlySet<string>, plan: Plan, replicate: number) => number): Evaluate =>
  async ({ plans, evaluations }) => ({
    values: Float64Array.from(evaluations, ({ plan, replicate }) => {
      const one = plans[plan] as Plan;
      return Math.sin(replicate) + value(new Set(Object.keys(one.scenario.levers)), one, replicate);
    }),
    checksums: evaluations.map(() => "00000000"),
    failures: [],
  });

const attributeLevers = (input: ScenarioInput, options: AttributionOptions): Promise<Attribution> =>
  leversOf(scenario(input), options);
const attributeAssumptions = (
  input: ScenarioInput,
  rival: Partial<Switches>,
  options: AttributionOptions = {},
): Promise<Attribution> => assumptionsOf(scenario(input), rival, options);

const three = { district: "small-rural", levers: { coaching: {}, vision: {}, entry: { cohorts: 1 } } };
const twelve = [
  "vision",
  "assessment",
  "investment",
  "departments",
  "entry",
  "guidance",
  "coaching",
  "learning",
  "leadership",
  "design",
  "partnership",
  "improvement",
];
const dozen = { district: "small-rural", levers: Object.fromEntries(twelve.map((name) => [name, {}])) };
const means = ({ shares }: Attribution): Record<string, number | null> =>
  Object.fromEntries(shares.map(({ player, mean }) => [player, mean]));
const sumOf = ({ shares }: Attribution): number => shares.reduce((sum, { mean }) => sum + (mean as number), 0);
describe("Shapley shares", () => {
  test("of the glove game: who has the one left glove gets two thirds", () => {
    const worth = (coalition: number): number => (coalition & 1 && coalition & 6 ? 1 : 0);
    expect(shapley(3, worth)).toEqual([
      expect.closeTo(2 / 3, 12),
      expect.closeTo(1 / 6, 12),
      expect.closeTo(1 / 6, 12),
    ]);
  });
  test("of one player are everything", () => expect(shapley(1, (coalition) => 5 * coalition)).toEqual([5]));
  test("orders come with their reverse, the same for a replicate and others for the next", () => {
    const orders = drawOrders(6, 2, "a", 3);
    expect(orders).toHaveLength(4);
    for (const order of orders) expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(orders[1]).toEqual(orders[0]?.toReversed());
    expect(drawOrders(6, 2, "a", 3)).toEqual(orders);
    expect(drawOrders(6, 2, "a", 4)).not.toEqual(orders);
  });
  test("each order is drawn as often as any other", () => {
    const counts = new Map<string, number>();
    for (let r = 0; r < 3000; r++) {
      const name = (drawOrders(3, 1, "even", r)[0] as number[]).join("");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(80);
  });
});

describe("a planted game", () => {
  const contributions: Record<string, number> = { coaching: 0.2, vision: -0.05, entry: 0.1 };
  const additive = fake((levers) => [...levers].reduce((sum, name) => sum + (contributions[name] ?? 0), 0.15));

  test("that adds up gives each lever its own, and peers nothing", async () => {
    const result = await attributeLevers(three, { evaluate: additive, replicates: 5 });
    expect(result.method).toBe("all coalitions");
    expect(result.plans).toBe(16);
    for (const { player, mean, low, high, alone, last } of result.shares) {
      for (const value of [mean, low, high, alone.mean, last.mean])
        expect(value).toBeCloseTo(contributions[player] ?? 0, 12);
    }
    expect(result.change.mean).toBeCloseTo(0.25, 12);
    expect(sumOf(result)).toBeCloseTo(0.25, 12);
    expect(result.shares.find(({ player }) => player === "coaching")?.ofChange.value).toBeCloseTo(0.8, 10);
  });
  test("of two levers that need each other and peers is shared in three", async () => {
    // A district that peers alone lift must not give peers a share: business as usual has them too.
    const together = fake((levers, { scenario }) => {
      const met = scenario.switches.contagion !== "none";
      return (met ? 0.3 : 0) + (met && levers.has("coaching") && levers.has("entry") ? 0.6 : 0);
    });
    const result = await attributeLevers(three, { evaluate: together, replicates: 3 });
    expect(means(result)).toEqual({
      coaching: expect.closeTo(0.2, 12),
      vision: expect.closeTo(0, 12),
      entry: expect.closeTo(0.2, 12),
      peers: expect.closeTo(0.2, 12),
    });
    for (const { player, alone, last } of result.shares) {
      expect(alone.mean).toBeCloseTo(0, 12);
      expect(last.mean).toBeCloseTo(player === "vision" ? 0 : 0.6, 12);
    }
    expect(result.from.mean).toBeCloseTo((Math.sin(0) + Math.sin(1) + Math.sin(2)) / 3 + 0.3, 12);
  });
  test("has no player called peers where there is no contagion", async () => {
    const alone = await attributeLevers(
      { ...three, switches: { contagion: "none" } },
      { evaluate: additive, replicates: 2 },
    );
    expect(Object.keys(means(alone))).toEqual(["coaching", "vision", "entry"]);
  });
  test("of twelve levers is sampled, with shares that still add up and an error that holds", async () => {
    const pairs = fake((levers, _, r) => {
      const has = twelve.map((name) => (levers.has(name) ? 1 : 0));
      return has.reduce<number>((sum, one, i) => sum + one * 0.01 * i + 0.02 * one * (has[i + 1] ?? 0), 0.01 * (r % 3));
    });
    const result = await attributeLevers(dozen, { evaluate: pairs, replicates: 24 });
    expect(result.method).toBe("sampled orders");
    expect(result.orders).toBe(4);
    expect(sumOf(result)).toBeCloseTo(result.change.mean as number, 12);
    // A pair's worth is shared in two; an order with its reverse finds that out at once.
    for (const [i, name] of twelve.entries()) {
      const planted = 0.01 * i + (i === 0 || i === 11 ? 0.01 : 0.02);
      expect(means(result)[name]).toBeCloseTo(planted, 10);
    }
    const thirds = fake((levers) => (twelve.slice(0, 5).every((name) => levers.has(name)) ? 1 : 0));
    const hard = await attributeLevers(dozen, { evaluate: thirds, replicates: 48 });
    for (const [i, { mean, low, high, orderError }] of hard.shares.entries()) {
      expect(Math.abs((mean as number) - (i < 5 ? 0.2 : 0))).toBeLessThanOrEqual(
        (1.6 * ((high as number) - (low as number))) / 2,
      );
      if (i < 5) expect(orderError).toBeGreaterThan(0);
      else expect(orderError).toBe(0);
    }
  });
  test("without a change has no shares of it, and says why", async () => {
    const result = await attributeLevers(three, { evaluate: fake(() => 0.15), replicates: 4 });
    expect(result.change).toMatchObject({ mean: 0, replicates: 4 });
    for (const { mean, ofChange } of result.shares) {
      expect(mean).toBe(0);
      expect(ofChange).toMatchObject({ value: null, reason: expect.any(String) });
    }
  });
  test("leaves out replicates with a failed run, and hands on why it failed", async () => {
    const failing: Evaluate = async (job, options) => {
      const results = await additive(job, options);
      const evaluation = job.evaluations.findIndex(({ replicate }) => replicate === 1);
      results.values[evaluation] = Number.NaN;
      return { ...results, failures: [{ evaluation, stage: "worker", cause: "it died" }] };
    };
    const result = await attributeLevers(three, { evaluate: failing, replicates: 4 });
    expect([result.asked, result.replicates, result.failures.length]).toEqual([4, 3, 1]);
    expect(sumOf(result)).toBeCloseTo(0.25, 12);
    const dead: Evaluate = async (job) => ({
      ...(await additive(job)),
      values: new Float64Array(1e3).fill(Number.NaN),
    });
    const nothing = await attributeLevers(three, { evaluate: dead, replicates: 2 });
    expect([nothing.replicates, nothing.change.mean, nothing.shares[0]?.mean]).toEqual([0, null, null]);
  });
});

describe("in real runs", () => {
  const input = { district: "small-rural", levers: { coaching: {}, entry: { cohorts: 1 } } };
  test("a run that ends where it is read gives what the whole run has there, and shares add up", async () => {
    const result = await attributeLevers(input, { replicates: 4, month: 22 });
    const at22 = async (strategy: Parameters<typeof scenario>[0]): Promise<number> => {
      const plan = await prepare(scenario(strategy));
      const values = [0, 1, 2, 3].map(
        (replicate) => measured(simulate(plan, { seed: "uptake", replicate })).get("adoption")?.[22],
      );
      return values.reduce<number>((sum, value) => sum + (value as number), 0) / 4;
    };
    expect(result.to.mean).toBeCloseTo(await at22(input), 12);
    expect(result.from.mean).toBeCloseTo(await at22({ district: "small-rural" }), 12);
    expect(sumOf(result)).toBeCloseTo(result.change.mean as number, 12);
    expect(result.checksums).toHaveLength(8 * 4);
  });
  test("one lever without peers gets it all", async () => {
    const one = { district: "small-rural", levers: { guidance: {} }, switches: { contagion: "none" as const } };
    const { shares, change } = await attributeLevers(one, { replicates: 3, month: 20 });
    expect(shares).toHaveLength(1);
    expect(shares[0]?.mean).toBe(change.mean);
  });
  test("a lever without intensity gets exactly nothing", async () => {
    const idle = { ...input, levers: { ...input.levers, vision: { intensity: 0 } } };
    const { shares } = await attributeLevers(idle, { replicates: 3, month: 20 });
    expect(shares.find(({ player }) => player === "vision")).toMatchObject({ mean: 0, low: 0, high: 0 });
  });
  test("the change of the answer under rival assumptions is shared between switches alone", async () => {
    const rival = { contagion: "none", network: "complete", levels: "weakest" } as const;
    const result = await attributeAssumptions(input, rival, { replicates: 4, month: 22 });
    expect(result.shares.map(({ player }) => player)).toEqual(["contagion", "network", "levels"]);
    expect(sumOf(result)).toBeCloseTo(result.change.mean as number, 12);
    const levers = await attributeLevers(input, { replicates: 4, month: 22 });
    const other = await attributeLevers({ ...input, switches: rival }, { replicates: 4, month: 22 });
    expect(result.from.mean).toBeCloseTo(levers.change.mean as number, 12);
    expect(result.to.mean).toBeCloseTo(other.change.mean as number, 12);
  });
});

describe("is refused", () => {
  test("for business as usual, an unknown series and options out of range, all at once", async () => {
    const run = attributeLevers({}, { series: "adoptoin", orders: 3, exactPlayers: 13 });
    expect(await issuesOf(run)).toMatchObject([
      { code: "no-levers" },
      { code: "unknown-measure", nearest: "adoption" },
      { code: "out-of-range", path: "exactPlayers" },
      { code: "odd", path: "orders" },
    ]);
    expect(await issuesOf(attributeLevers(three, { replicates: 0, seed: "" }))).toMatchObject([
      { path: "replicates" },
      { path: "seed" },
    ]);
    expect(await issuesOf(attributeLevers(three, { month: 61 }))).toMatchObject([{ path: "month", value: 61 }]);
  });
  test("for more runs than can be waited for", async () => {
    expect(await issuesOf(attributeLevers(three, { replicates: 100_000 }))).toMatchObject([
      { code: "too-large", path: "replicates", allowed: "at most 62,500 replicates" },
    ]);
  });
  test("for switches that are unknown, at another setting, or as they are", async () => {
    const rival = { contagon: "none", levels: "max", network: "advice" } as object;
    expect(await issuesOf(attributeAssumptions(three, rival))).toMatchObject([
      { code: "unknown-switch", nearest: "contagion" },
      { code: "unknown-setting", allowed: "drawn, sum, product, weakest" },
      { code: "no-change" },
    ]);
    expect(await issuesOf(attributeAssumptions(three, {}))).toMatchObject([{ code: "empty" }]);
  });
});
