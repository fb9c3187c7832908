import { describe, expect, test } from "vitest";
import { mean, type Snapshot } from "../../test-support/fixtures.ts";
import { coached, joining, type Levers, months, slots, stagesOf, uncoached } from "../../test-support/still-world.ts";
import { AWARE, DEPTH_ONE, LAPSED, OWNING, TRYING, UNAWARE, USE_DEPTH, USING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import type { ScenarioInput } from "../scenario/scenario.ts";

test("nothing happens in the teaching months of a world in which nothing does", async () => {
  const [before, ...later] = await months(11, {});
  for (const after of later) {
    expect(after.teacher.stage).toEqual(before.teacher.stage);
    expect(after.teacher.depth).toEqual(before.teacher.depth);
  }
  expect(stagesOf(before).filter((n) => n > 0).length).toBeGreaterThanOrEqual(4);
});

describe("the unaware", () => {
  test("hear from messages at the rate given", async () => {
    const [before, after] = await months(1, { "awareness.messages": 0.5, "start.aware": 0 });
    expect(stagesOf(after)[UNAWARE] / stagesOf(before)[UNAWARE]).toBeCloseTo(0.5, 1);
    expect(stagesOf((await months(1, { "awareness.messages": 1 }))[1])[UNAWARE]).toBe(0);
  });
  test("hear from peers who use it, and not from others", async () => {
    const [before, after] = await months(1, { "awareness.peers": 1 });
    expect(stagesOf(after)[UNAWARE]).toBeLessThan(stagesOf(before)[UNAWARE]);
    const nobody = { "awareness.peers": 1, "start.adoption": 0 };
    const alone = await months(1, nobody, { switches: { contagion: "none" } });
    expect(stagesOf(alone[1])).toEqual(stagesOf(alone[0]));
  });
  test("are none from the start where everyone is aware", async () => {
    const [start] = await months(1, {}, { switches: { everyoneAware: true } });
    expect(stagesOf(start)[UNAWARE]).toBe(0);
  });
  test("hear nothing in July", async () => {
    const trace = await months(12, {
      "awareness.messages": 0.02,
      "exit.novice": 0,
      "exit.early": 0,
      "exit.middle": 0,
      "exit.senior": 0,
    });
    expect(stagesOf(trace[12])[UNAWARE]).toBe(stagesOf(trace[11])[UNAWARE]);
    expect(stagesOf(trace[10])[UNAWARE]).toBeLessThan(stagesOf(trace[9])[UNAWARE]);
  });
});

describe("trying", () => {
  test("is for all who know, and for nobody else, when nothing holds them back", async () => {
    const [before, after] = await months(1, { "trying.intercept": 30 });
    const [unaware, aware, trying, using, owning, lapsed] = stagesOf(before);
    expect(stagesOf(after)).toEqual([unaware, 0, trying + aware + lapsed, using, owning, 0]);
  });
  test("comes at the odds given", async () => {
    const flat = {
      "trying.dispositionSd": 0,
      "trying.normSd": 0,
      "peers.strength": 0,
      "trying.intercept": 0,
      "trying.memory": 0,
      "trying.vision": 0,
      "trying.support": 0,
      "trying.risk": 0,
    };
    const [before, after] = await months(1, flat);
    expect(stagesOf(after)[AWARE] / stagesOf(before)[AWARE]).toBeCloseTo(0.5, 1);
  });
  test("is pushed by peers past a threshold, in proportion, or not at all", async () => {
    const some = { "trying.intercept": -3, "peers.strength": 20, "peers.thresholdMean": 0.3 };
    const tried = async (contagion: "complex" | "simple" | "none", values: World = {}) =>
      stagesOf((await months(6, { ...some, ...values }, { switches: { contagion } }))[6])[TRYING];
    const none = await tried("none");
    expect(await tried("complex")).toBeGreaterThan(none + 5);
    expect(await tried("simple")).toBeGreaterThan(none + 5);
    expect(await tried("complex")).not.toBe(await tried("simple"));
    expect(await tried("complex", { "peers.strength": 0 })).toBe(none);
    expect(await tried("complex", { "peers.thresholdMean": 1, "peers.thresholdSd": 0 })).toBeLessThan(
      await tried("complex"),
    );
  });
  test("is pushed less where the principal keeps practice hidden", async () => {
    const push = (floor: number, visibility: number) =>
      months(6, {
        "trying.intercept": -3,
        "peers.strength": 20,
        "peers.visibilityFloor": floor,
        "practice.visibility": visibility,
      });
    const [seen, hidden, all] = [await push(0, 1), await push(0, 0), await push(1, 0)];
    expect(stagesOf(seen[6])[TRYING]).toBeGreaterThan(stagesOf(hidden[6])[TRYING]);
    expect(stagesOf(all[6])[TRYING]).toBeGreaterThan(stagesOf(seen[6])[TRYING]);
  });
  test("is for the better disposed, unless disposition does not tell", async () => {
    const gap = async (sd: number) => {
      const [, { teacher }] = await months(1, {
        "trying.intercept": -1,
        "trying.dispositionSd": sd,
        "peers.strength": 0,
      });
      const of = (stage: number) =>
        mean(slots(teacher, (i) => teacher.stage[i] === stage).map((i) => teacher.disposition[i]));
      return of(TRYING) - of(AWARE);
    };
    expect(await gap(3)).toBeGreaterThan((await gap(0)) + 50);
  });
  test("is likelier the more coaching brings teachers to it, in schools with a coach", async () => {
    const tried = async (coaching: number, levers: Levers) => {
      const values = { ...joining, "trying.intercept": -6, "trying.support": 0, "trying.coaching": coaching };
      return stagesOf((await months(9, values, { levers }))[9])[TRYING];
    };
    expect(await tried(20, coached)).toBeGreaterThan((await tried(0, coached)) + 20);
    expect(await tried(20, uncoached)).toBe(await tried(0, uncoached));
  });
  test("does not happen in summer", async () => {
    const trace = await months(12, {
      "trying.intercept": -3,
      "exit.novice": 0,
      "exit.early": 0,
      "exit.middle": 0,
      "exit.senior": 0,
    });
    expect(stagesOf(trace[12])).toEqual(stagesOf(trace[10]));
    expect(stagesOf(trace[10])).not.toEqual(stagesOf(trace[9]));
  });
});

describe("lapsing", () => {
  test("is for all who try or use, when nothing holds them, and visible for a year", async () => {
    const [before, after] = await months(1, { "lapsing.intercept": 40, "lapsing.depth": 0, "lapsing.owner": 0 });
    const [unaware, aware, trying, using, owning, lapsed] = stagesOf(before);
    expect(stagesOf(after)).toEqual([unaware, aware, 0, 0, 0, trying + using + owning + lapsed]);
    expect(after.counts.recentlyLapsed.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(trying + using + owning);
  });
  test("is least for owners, the deep, and those among users; alike where none of it tells", async () => {
    const values = {
      "lapsing.intercept": 0,
      "lapsing.depth": 0,
      "lapsing.exposure": 0,
      "lapsing.owner": 0,
      "start.adoption": 0.5,
    };
    const kept = async (more: World) => {
      const [before, after] = await months(1, { ...values, ...more });
      const [, , , using, owning] = stagesOf(before);
      const [, , , stillUsing, stillOwning] = stagesOf(after);
      return { users: stillUsing / using, owners: stillOwning / owning };
    };
    const alike = await kept({});
    expect(Math.abs(alike.users - alike.owners)).toBeLessThan(0.2);
    expect((await kept({ "lapsing.owner": 6 })).owners).toBeGreaterThan(0.95);
    expect((await kept({ "lapsing.depth": 10 })).users).toBeGreaterThan(alike.users + 0.3);
    expect((await kept({ "lapsing.exposure": 6 })).users).toBeGreaterThan(alike.users + 0.1);
  });
  describe("of those who try", () => {
    const alike = {
      "lapsing.intercept": -1,
      "lapsing.depth": 0,
      "lapsing.exposure": 0,
      "lapsing.joint": 0,
      "lapsing.support": 0,
      "lapsing.risk": 0,
      "start.trying": 0.3,
      "start.adoption": 0.4,
    };
    /** Tells, of the teachers who try and of those who use or own at the start, which have lapsed by the last index. */
    const gone = (trace: readonly Snapshot[]) => {
      const [before, after] = [trace[0].teacher, trace[trace.length - 1].teacher];
      const lapsed = (from: number, to: number) =>
        slots(before, (i) => before.stage[i] >= from && before.stage[i] <= to).map((i) => after.stage[i] === LAPSED);
      return { triers: lapsed(TRYING, TRYING), users: lapsed(USING, OWNING) };
    };
    const share = (which: readonly boolean[]): number => which.filter((one) => one).length / which.length;

    test("has odds of its own, by a factor that touches nobody else", async () => {
      const by = async (trying: number) => gone(await months(1, { ...alike, "lapsing.trying": trying }));
      const [rare, usual, often] = [await by(-2), await by(0), await by(2)];
      for (const [found, logOdds] of [
        [rare, -3],
        [usual, -1],
        [often, 1],
      ] as const) {
        const chance = 1 / (1 + Math.exp(-logOdds));
        expect(Math.abs(share(found.triers) - chance)).toBeLessThan(
          4 * Math.sqrt((chance * (1 - chance)) / found.triers.length),
        );
        expect(found.users).toEqual(usual.users);
      }
      expect(rare.triers.length).toBeGreaterThan(40);
      rare.triers.forEach((lapsed, i) => expect(usual.triers[i] || !lapsed).toBe(true));
      usual.triers.forEach((lapsed, i) => expect(often.triers[i] || !lapsed).toBe(true));
    });
    test("is rarer the more coaching keeps them, in schools with a coach", async () => {
      const by = async (coaching: number, levers: Levers) =>
        gone(await months(9, { ...alike, ...joining, "lapsing.coaching": coaching }, { levers }));
      const [kept, left] = [await by(10, coached), await by(0, coached)];
      expect(share(kept.triers)).toBeLessThan(share(left.triers) - 0.1);
      expect(kept.users).toEqual(left.users);
      expect(await by(10, uncoached)).toEqual(await by(0, uncoached));
    });
  });
  test("costs peers their push for a year, unless failure does not weigh", async () => {
    const untried = async (failure: number) => {
      const values = {
        "lapsing.intercept": 0,
        "lapsing.depth": 0,
        "trying.intercept": -4,
        "peers.strength": 6,
        "peers.failure": failure,
        "start.adoption": 0.6,
      };
      const ends = await Promise.all(["a", "b", "c"].map((seed) => months(5, values, {}, { seed })));
      return ends.reduce((sum, trace) => sum + stagesOf(trace[5])[AWARE], 0);
    };
    expect(await untried(2)).toBeGreaterThan((await untried(0)) + 5);
  });
  test("can be followed by a new try, with the depth that is left, likelier with memory", async () => {
    const values = {
      "lapsing.intercept": 0,
      "lapsing.depth": 0,
      "trying.intercept": -2,
      "peers.strength": 0,
      "start.adoption": 0.5,
    };
    const back = async (memory: number) => {
      const trace = await months(6, { ...values, "trying.memory": memory });
      let returned = 0;
      for (let index = 1; index <= 6; index++) {
        const [before, after] = [trace[index - 1].teacher, trace[index].teacher];
        for (const i of slots(
          after,
          (slot) => before.stage[slot] === LAPSED && after.stage[slot] >= TRYING && after.stage[slot] < LAPSED,
        )) {
          expect(after.depth[i]).toBe(before.depth[i]);
          returned++;
        }
      }
      return returned;
    };
    expect(await back(6)).toBeGreaterThan((await back(0)) + 3);
  });
});

describe("depth", () => {
  test("grows by practice toward its ceiling, which more of the practice lifts", async () => {
    const deepest = async (more: ScenarioInput, values: World = {}) => {
      const trace = await months(30, { "depth.practice": 0.3, "exit.senior": 0.01, ...values }, more);
      return Math.max(...trace[30].teacher.depth) / DEPTH_ONE;
    };
    expect(await deepest({ switches: { designPrerequisite: false } })).toBeCloseTo(1, 2);
    const start = Math.max(...(await months(1, {}))[0].teacher.depth) / DEPTH_ONE;
    expect(await deepest({})).toBeCloseTo(Math.max(0.6, start), 2);
    const half = { levers: { practice: { scope: 0 } }, switches: { designPrerequisite: false } };
    expect(await deepest(half)).toBeCloseTo(Math.max(0.5, start), 2);
  });
  test("grows with support and with deeper peers, each not at zero", async () => {
    const grown = async (values: World) => {
      const [before, after] = await months(1, values, { switches: { designPrerequisite: false } });
      return (
        after.counts.depthSum.reduce((sum, x) => sum + x, 0) - before.counts.depthSum.reduce((sum, x) => sum + x, 0)
      );
    };
    expect(await grown({})).toBe(0);
    expect(await grown({ "depth.support": 0.5 })).toBeGreaterThan(0);
    expect(await grown({ "depth.peers": 1 })).toBeGreaterThan(0);
  });
  test("of .3 turns trying into using, in the same month", async () => {
    const trace = await months(24, { "trying.intercept": -2, "depth.practice": 0.1 });
    for (const { teacher } of trace) {
      expect(slots(teacher, (i) => teacher.stage[i] === TRYING && teacher.depth[i] >= USE_DEPTH)).toEqual([]);
    }
    expect(stagesOf(trace[24])[USING] + stagesOf(trace[24])[OWNING]).toBeGreaterThan(100);
    expect(stagesOf((await months(24, { "trying.intercept": -2 }))[24])[USING]).toBeLessThan(80);
  });
  test("is forgotten by those who do not use it, and by nobody at zero", async () => {
    const lapsed = async (forgetting: number) => {
      const [, first, ...rest] = await months(10, {
        "lapsing.intercept": 40,
        "lapsing.depth": 0,
        "lapsing.owner": 0,
        "depth.forgetting": forgetting,
      });
      const last = rest[rest.length - 1];
      return last.teacher.depth.reduce((sum, d) => sum + d, 0) / first.teacher.depth.reduce((sum, d) => sum + d, 0);
    };
    expect(await lapsed(0)).toBe(1);
    expect(await lapsed(0.1)).toBeCloseTo(0.9 ** 9, 2);
  });
  test("spreads between teachers with choice, and with nothing else", async () => {
    const spread = async (choice: number) => {
      const levers = { entry: { cohorts: 1, every: 1 }, guidance: { choice, prescription: 0 } };
      const world = {
        "depth.practice": 0.05,
        "entry.openness": 0,
        "entry.risk": 0,
        "entry.legitimacy": 20,
        "trying.intercept": 30,
        "peers.strength": 0,
      };
      const [, , , at] = await months(3, world, { levers, switches: { everyoneAware: true } });
      const young = slots(at.teacher, (i) => at.teacher.months[i] === 2 && at.teacher.stage[i] === TRYING);
      return new Set(young.map((i) => at.teacher.depth[i])).size;
    };
    expect(await spread(1)).toBeGreaterThan(20);
    expect(await spread(0.5)).toBeLessThan(await spread(1));
  });
});

describe("owning", () => {
  const ready = { "owning.rate": 1, "depth.practice": 0.3, "start.adoption": 0.3 };
  test("needs twelve months of use and depth", async () => {
    const trace = await months(10, ready);
    let owned = 0;
    for (let index = 1; index <= 10; index++) {
      const [before, after] = [trace[index - 1], trace[index]];
      for (const i of slots(
        after.teacher,
        (slot) => after.teacher.stage[slot] === OWNING && before.teacher.stage[slot] !== OWNING,
      )) {
        owned++;
        expect(before.teacher.stage[i]).toBe(USING);
        expect(before.teacher.months[i]).toBeGreaterThanOrEqual(12);
        expect(after.teacher.depth[i]).toBeGreaterThanOrEqual(Math.floor(0.7 * 0.6 * DEPTH_ONE));
      }
      for (const i of slots(after.teacher, (slot) => after.teacher.stage[slot] === USING)) {
        const [tenure, depth] = [before.teacher.months[i], after.teacher.depth[i]];
        expect(before.teacher.stage[i] !== USING || tenure < 12 || depth < 0.7 * 0.6 * DEPTH_ONE + 1).toBe(true);
      }
    }
    expect(owned).toBeGreaterThan(5);
  });
  test("does not come at a rate of zero, or without depth", async () => {
    for (const values of [
      { ...ready, "owning.rate": 0 },
      { ...ready, "depth.practice": 0, "start.depthMean": 0.3 },
    ]) {
      const trace = await months(3, values);
      const owners = (at: Snapshot) => slots(at.teacher, (i) => at.teacher.stage[i] === OWNING);
      const low = slots(
        trace[3].teacher,
        (i) => trace[3].teacher.stage[i] === OWNING && trace[3].teacher.depth[i] < 0.4 * DEPTH_ONE,
      );
      expect(low.filter((i) => trace[0].teacher.stage[i] !== OWNING)).toEqual([]);
      if (values["owning.rate"] === 0) expect(owners(trace[3])).toEqual(owners(trace[0]));
    }
  });
});

describe("under a mandate", () => {
  const central = {
    "office.authority": 1,
    "entry.mandateRate": 1,
    "entry.compliance": 1,
    "membership.drop": -40,
    "awareness.mandate": 1,
  };
  const mandate = { entry: { mandate: 1 } };
  test("teachers hear and comply, and none without compliance or mandate", async () => {
    const complying = async (values: World, levers: Levers = mandate) => {
      const trace = await months(8, { ...central, ...values }, { levers });
      return trace[8].counts.compliant.reduce((sum, n) => sum + n, 0);
    };
    expect(await complying({})).toBeGreaterThan(150);
    expect(await complying({ "entry.compliance": 0 })).toBe(0);
    expect(await complying({}, {})).toBe(0);
  });
  test("the compliant gain less depth, and are first to lapse when it ends", async () => {
    const after = async (values: World) => {
      const levers = { entry: { mandate: 1, end: 6 } };
      const trace = await months(
        10,
        { ...central, "depth.practice": 0.02, "lapsing.intercept": -3, ...values },
        { levers },
      );
      return { depth: mean(trace[6].teacher.depth), left: trace[10].counts.compliant.reduce((sum, n) => sum + n, 0) };
    };
    const usual = await after({ "depth.compliant": 0, "lapsing.compliant": 0 });
    expect((await after({ "depth.compliant": 1, "lapsing.compliant": 0 })).depth).toBeLessThan(usual.depth);
    expect((await after({ "depth.compliant": 0, "lapsing.compliant": 6 })).left).toBeLessThan(usual.left / 2);
  });
});

test("visits wake ties to other schools, by which practice is heard of", async () => {
  const heard = async (visits: number, reach: number) => {
    const levers = { entry: { cohorts: 1, every: 1 }, learning: { institutes: 0, visits } };
    const values = { "awareness.peers": 1, "peers.visits": reach, "entry.legitimacy": 20, "membership.drop": -40 };
    return stagesOf((await months(9, values, { levers }))[9])[UNAWARE];
  };
  const none = await heard(0, 1);
  expect(await heard(1, 1)).toBeLessThan(none);
  expect(await heard(1, 0)).toBe(none);
});

test("on a complete graph everyone is exposed alike", async () => {
  const flat = {
    "trying.intercept": 0,
    "trying.dispositionSd": 0,
    "trying.normSd": 0,
    "peers.thresholdSd": 0,
    "trying.memory": 0,
  };
  const trying = async (values: World) =>
    stagesOf((await months(1, { ...flat, ...values }, { switches: { network: "complete" } }))[1])[TRYING];
  expect(
    await trying({ "start.adoption": 0.4, "peers.thresholdMean": 0.1, "peers.width": 0.01, "peers.strength": 40 }),
  ).toBeGreaterThan((await trying({ "start.adoption": 0.4, "peers.strength": 0 })) + 20);
});
