import {
  type District,
  defaultWorld,
  type FunnelSeries,
  InputError,
  type Plan,
  prepare,
  type Run,
  type ScenarioInput,
  scenario,
  simulate,
  tierNames,
} from "@uptake/model";
import { describe, expect, test } from "vitest";
import { ensemble, ensembles } from "../ensemble/ensemble.ts";
import { joinEnsembles } from "../ensemble/join-ensembles.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { funnelReading, funnelReadingNames, memberships } from "../readings/funnel-readings.ts";
import { noneOrMore, ofShares } from "../statistics/held-within.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { funnelAt, funnelPart } from "./funnel-at.ts";

const planOf = (input: ScenarioInput = {}): Promise<Plan> =>
  prepare(scenario({ district: "small-rural", strategy: "all-six-lessons-scale-up", ...input }));

/** Adds up a series of the funnel over all groups of schools, or those of one membership. */
const totalOf =
  ({ measures }: Run, membership?: "member" | "other") =>
  (series: FunnelSeries, m: number): number =>
    measures.funnel.groups
      .filter((group) => membership === undefined || group.membership === membership)
      .reduce((sum, group) => sum + (group.series[series][m] as number), 0);

describe("stocks and flows of a run", () => {
  test("add up to the teachers, and to each other in months without July", async () => {
    const plan = await planOf();
    for (const replicate of [0, 1, 2]) {
      const run = simulate(plan, { seed: "funnel", replicate });
      const all = totalOf(run);
      const member = totalOf(run, "member");
      for (let m = 0; m <= 60; m++) {
        const stocks = ["unaware", "aware", "trying", "using", "owning", "lapsed"] as const;
        expect(stocks.reduce((sum, name) => sum + all(name, m), 0)).toBe(run.measures.teachers[m]);
        const users = member("using", m) + member("owning", m);
        const teachers = stocks.reduce((sum, name) => sum + member(name, m), 0);
        if (teachers > 0) expect(users / teachers).toBe(run.measures.adoptionMembers[m]);
        if (m === 0) continue;
        expect(member("schools", m) - member("schools", m - 1)).toBe(all("joined", m) - all("dropped", m));
        if (m % 12 === 0) continue;
        const change = (...names: FunnelSeries[]): number =>
          names.reduce((sum, name) => sum + all(name, m) - all(name, m - 1), 0);
        const [heard, tried, gaveUp, used, stopped] = (["heard", "tried", "gaveUp", "used", "stopped"] as const).map(
          (name) => all(name, m),
        ) as [number, number, number, number, number];
        expect(change("unaware")).toBe(0 - heard);
        expect(change("aware", "lapsed")).toBe(heard - tried + gaveUp + stopped);
        expect(change("trying")).toBe(tried - gaveUp - used);
        expect(change("using", "owning")).toBe(used - stopped);
        expect(all("left", m)).toBe(0);
      }
    }
  });
  test("of a district by hand: all who know begin, and next month give up or use", async () => {
    const school = (id: string): District["schools"][number] => ({
      id,
      name: id,
      level: "high",
      enrolment: 60,
      teachers: 4,
      lowIncomeShare: 0.5,
    });
    const stagesOf = ["owning", "unaware", "unaware", "aware", "aware", "aware", "aware", "aware"] as const;
    const district: District = {
      id: "two",
      name: "Two",
      source: "Made up for a test",
      schools: [school("a"), school("b")],
      population: {
        teachers: stagesOf.map((stage, teacher) => ({
          teacher,
          school: teacher < 4 ? "a" : "b",
          team: 0,
          experience: 5,
          disposition: 0,
          threshold: 0.3,
          stage,
        })),
        ties: [],
      },
    };
    const counts = async (values: Record<string, number>, strategy = "business-as-usual"): Promise<Run> =>
      simulate(
        await planOf({
          district,
          strategy,
          horizon: 3,
          parameters: { draw: "fixed", values: { ...defaultWorld(), "awareness.messages": 0, ...values } },
        }),
        { seed: "hand", replicate: 0 },
      );
    const begin = { "trying.intercept": 40, "lapsing.trying": 5, "awareness.vision": 0, "depth.practice": 0 };
    const all = totalOf(await counts({ ...begin, "lapsing.intercept": 30, "lapsing.owner": 6 }));
    const first = (names: readonly FunnelSeries[]): number[] => names.map((name) => all(name, 1));
    // Month 1: the six who know begin; the owner stops; two go on without having heard.
    expect(first(["unaware", "aware", "trying", "using", "owning", "lapsed"])).toEqual([2, 0, 5, 0, 0, 1]);
    expect(first(["heard", "tried", "gaveUp", "used", "owned", "stopped", "left"])).toEqual([0, 5, 0, 0, 0, 1, 0]);
    // Month 2: all five give up, and the one who stopped, deep enough still, begins again and uses it at once.
    const second = (["trying", "using", "lapsed", "gaveUp", "tried", "used"] as const).map((name) => all(name, 2));
    expect(second).toEqual([0, 1, 5, 5, 1, 1]);
    const quick = totalOf(await counts({ ...begin, "depth.practice": 1, "lapsing.intercept": -40 }));
    // Growth at the most takes those who begin to use in the month in which they begin.
    expect([quick("tried", 1), quick("used", 1), quick("trying", 1)]).toEqual([5, 5, 0]);
    expect([quick("schools", 1), quick("invited", 3), quick("joined", 3)]).toEqual([2, 0, 0]);
  });
});

describe("the funnel of an ensemble", () => {
  test("is kept only when it is asked for, and changes nothing else", async () => {
    const plan = await planOf({ horizon: 12 });
    const plain = await ensemble(plan, { replicates: 2 });
    expect("funnel" in plain).toBe(false);
    const { funnel, ...rest } = await ensemble(plan, { replicates: 2, funnel: true });
    expect(JSON.stringify({ ...rest, series: [...rest.series] })).toBe(
      JSON.stringify({ ...plain, series: [...plain.series] }),
    );
    expect([...(funnel?.keys() ?? [])]).toEqual(funnelReadingNames);
    const refused = (() => {
      try {
        return funnelAt(plain, 3);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).issues).toMatchObject([{ code: "no-funnel" }]);
  });
  test("has means and intervals of counts: stocks at the index, flows up to it", async () => {
    const plan = await planOf({ horizon: 24 });
    const all = await ensemble(plan, { replicates: 5, seed: "f", funnel: true });
    const runs = Array.from({ length: 5 }, (_, replicate) => simulate(plan, { seed: "f", replicate }));
    const found = funnelAt(all, 22);
    expect([found.month, found.replicates, found.worlds]).toEqual([22, 5, 5]);
    const upTo = (run: Run, series: FunnelSeries, membership?: "member" | "other"): number =>
      Array.from({ length: 23 }, (_, m) => totalOf(run, membership)(series, m)).reduce((sum, one) => sum + one, 0);
    for (const membership of memberships) {
      const { counts } = funnelPart(found, membership);
      expect(counts.tried).toEqual(
        meanInterval(
          runs.map((run) => upTo(run, "tried", membership)),
          undefined,
          noneOrMore,
        ),
      );
      expect(counts.lapsed).toEqual(
        meanInterval(
          runs.map((run) => totalOf(run, membership)("lapsed", 22)),
          undefined,
          noneOrMore,
        ),
      );
      const thirds = tierNames.map((tier) => funnelPart(found, membership, tier).counts.lapsed.mean as number);
      expect(thirds.reduce((sum, one) => sum + one, 0)).toBeCloseTo(counts.lapsed.mean as number, 9);
    }
    const { counts } = funnelPart(found, "all");
    expect(counts.heard.mean).toBeCloseTo(runs.reduce((sum, run) => sum + upTo(run, "heard"), 0) / 5, 9);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(() => funnelAt(all, 25)).toThrow(/not simulated/);
  });
  test("says which share stands at each step, of members where most of them are there", async () => {
    const plan = await planOf({ strategy: "coaching-only" });
    const all = await ensemble(plan, { replicates: 4, seed: "f", funnel: true });
    const { standings } = funnelAt(all, 34);
    const runs = Array.from({ length: 4 }, (_, replicate) => totalOf(simulate(plan, { seed: "f", replicate })));
    const notMembers = runs.map((of, replicate) => {
      const run = simulate(plan, { seed: "f", replicate });
      return totalOf(run, "other")("schools", 34) / of("schools", 34);
    });
    expect(standings.join).toEqual({ of: "all", share: meanInterval(notMembers, undefined, ofShares) });
    for (const { share } of Object.values(standings)) {
      if (share.mean === null) continue;
      expect(share.mean).toBeGreaterThanOrEqual(0);
      expect(share.mean).toBeLessThanOrEqual(1);
    }
    const usual = await ensemble(await planOf({ strategy: "business-as-usual" }), { replicates: 2, funnel: true });
    const { standings: outside } = funnelAt(usual, 34);
    expect(outside.join.share.mean).toBe(1);
    expect(outside.drop.share).toEqual({ mean: null, low: null, high: null, replicates: 0 });
    expect(outside.try.of).toBe("all");
  });
  test("is joined with what continues it, and is what jobs read", async () => {
    const plan = await planOf({ horizon: 12 });
    const whole = await ensemble(plan, { replicates: 4, funnel: true });
    const [[a], [b]] = await Promise.all([
      ensembles([plan], { replicates: 1, funnel: true }),
      ensembles([plan], { replicates: 3, first: 1, funnel: true }),
    ]);
    expect(joinEnsembles(a!, b!).funnel).toEqual(whole.funnel);
    const plain = await ensemble(plan, { replicates: 3, first: 1 });
    expect("funnel" in joinEnsembles(a!, plain)).toBe(false);
    const name = funnelReading("member", "middle poverty", "tried");
    const evaluations = [0, 1, 2, 3].map((replicate) => ({ plan: 0, replicate }));
    const statistics = [
      { series: name, month: 10 },
      { series: "funnel.member.nowhere.tried", month: 10 },
    ];
    const { values } = await evaluateHere({ plans: [plan], seed: "uptake", statistics, evaluations });
    const { values: kept, length } = whole.funnel?.get(name) ?? { values: [], length: 0 };
    expect(Array.from(values)).toEqual([0, 1, 2, 3].flatMap((r) => [kept[r * length + 10], Number.NaN]));
  });
});
