import { describe, expect, test } from "vitest";
import { districtOf, five, planOf, startState, watch } from "../../test-support/fixtures.ts";
import { ten } from "../../test-support/still-world.ts";
import { OWNING, USING } from "../district/stage.ts";
import { recount } from "../engine/count.ts";
import type { ScenarioInput } from "../scenario/scenario.ts";
import { type Funnel, type FunnelSeries, flowNames, funnelSeries, schoolFlowNames, stockNames } from "./funnel.ts";
import { funnelOf, openFunnel, tallyFunnel } from "./funnel-tally.ts";
import { tierNames } from "./groups.ts";

/** Adds a series up over the groups, or over those of one membership, index by index. */
function total({ groups }: Funnel, name: FunnelSeries, membership?: "member" | "other"): number[] {
  const chosen = groups.filter((group) => membership === undefined || group.membership === membership);
  return Array.from(chosen[0]!.series[name], (_, m) => chosen.reduce((sum, { series }) => sum + series[name][m]!, 0));
}
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("schools are counted in the group of their membership and third", () => {
  const state = startState();
  const { school, counts } = state;
  school.member.set([1, 0, 1, 0, 0]);
  school.joined.set([1, 0, 0, 0, 0]);
  school.dropped.set([0, 1, 0, 0, 0]);
  school.invited.set([1, 2, 2, 1, 0]);
  school.open[4] = 0;
  recount(state);
  counts.flows.forEach((_, k) => {
    counts.flows[k] = 100 * Math.floor(k / 8) + (k % 8) + 1;
  });
  const tally = openFunnel(1);
  tallyFunnel(tally, state, Uint8Array.of(0, 0, 1, 2, 2), 1);
  const { groups } = funnelOf(tally);
  const group = (membership: "member" | "other", third: number) =>
    groups.find((one) => one.membership === membership && one.tier === tierNames[third])!.series;

  test("members first, from low poverty to high", () => {
    expect(groups.map(({ membership, tier }) => [membership, tier])).toEqual(
      (["member", "other"] as const).flatMap((membership) => tierNames.map((tier) => [membership, tier])),
    );
    for (const { series } of groups) expect(Object.keys(series)).toEqual(funnelSeries);
    expect(funnelSeries).toEqual([...stockNames, ...flowNames, ...schoolFlowNames]);
  });
  test("with their teachers' stages and steps", () => {
    for (const [membership, third, s] of [
      ["member", 0, 0],
      ["other", 0, 1],
      ["member", 1, 2],
      ["other", 2, 3],
    ] as const) {
      const series = group(membership, third);
      expect(stockNames.map((name) => series[name][1])).toEqual(Array.from(counts.stages.slice(6 * s, 6 * s + 6)));
      expect(flowNames.map((name) => series[name][1])).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((k) => 100 * s + k));
    }
  });
  test("with who joined, left, and was asked for the first time, and not where they are closed", () => {
    const schools = (membership: "member" | "other", third: number) =>
      schoolFlowNames.map((name) => group(membership, third)[name][1]);
    expect(schools("member", 0)).toEqual([1, 1, 1, 0]);
    expect(schools("other", 0)).toEqual([1, 0, 0, 1]);
    expect(schools("member", 1)).toEqual([1, 0, 0, 0]);
    expect(schools("other", 2)).toEqual([1, 1, 0, 0]);
    for (const [membership, third] of [
      ["member", 2],
      ["other", 1],
    ] as const) {
      for (const name of funnelSeries) expect(Array.from(group(membership, third)[name])).toEqual([0, 0]);
    }
  });
  test("district upon district", () => {
    const both = openFunnel(1);
    tallyFunnel(both, state, Uint8Array.of(0, 0, 1, 2, 2), 1);
    tallyFunnel(both, state, Uint8Array.of(0, 0, 1, 2, 2), 1);
    groups.forEach(({ series }, k) => {
      const doubled = funnelOf(both).groups[k]!.series;
      for (const name of funnelSeries) expect(doubled[name][1]).toBe(2 * series[name][1]!);
    });
  });
});

/** A programme in which all that is counted happens: schools are asked in three ways, come and go, and some are founded. */
const lively: ScenarioInput = {
  district: [ten, { ...five, id: "beside" }],
  horizon: 60,
  funded: 36,
  levers: {
    entry: {
      volunteers: 0.3,
      cohorts: 0.2,
      every: 6,
      mandate: 0.2,
      decided: 0.3,
      places: 5,
      newSchools: 2,
      newSchoolMonth: 24,
    },
    coaching: {},
  },
  parameters: {
    draw: "fixed",
    values: { "trying.intercept": -5, "owning.rate": 0.2, "membership.drop": -1, "awareness.messages": 0.03 },
  },
};

describe("in a run", async () => {
  const { run, trace } = watch(await planOf(lively));
  const { funnel, teachers, stages } = run.measures;
  const series = Object.fromEntries(funnelSeries.map((name) => [name, total(funnel, name)])) as Record<
    FunnelSeries,
    number[]
  >;
  const isJuly = (m: number): boolean => m % 12 === 0;
  const indices = Array.from({ length: 60 }, (_, t) => t + 1);

  test("all that is counted happens", () => {
    for (const name of funnelSeries) expect([name, sum(series[name]) > 0]).toEqual([name, true]);
  });
  test("the stocks are the teachers, stage by stage", () => {
    teachers.forEach((n, m) => {
      expect(sum(stockNames.map((name) => series[name][m]!))).toBe(n);
      for (const name of stockNames) expect(series[name][m]! / n).toBe(stages[name][m]);
    });
  });
  test("the schools are those open, members apart", () => {
    const members = total(funnel, "schools", "member");
    trace.forEach((districts, m) => {
      const count = (name: "open" | "member") =>
        sum(districts.map(({ school }) => school[name].reduce((a, b) => a + b, 0)));
      expect([series.schools[m], members[m]]).toEqual([count("open"), count("member")]);
    });
  });
  test("nothing has happened at the start", () => {
    for (const name of [...flowNames, "invited", "joined", "dropped"] as const) expect(series[name][0]).toBe(0);
  });
  test("stocks change by the flows, in every month but July", () => {
    for (const m of indices.filter((index) => !isJuly(index))) {
      const flow = (name: FunnelSeries): number => series[name][m]!;
      const change = (...names: FunnelSeries[]): number =>
        sum(names.map((name) => series[name][m]! - series[name][m - 1]!));
      expect([m, change("unaware")]).toEqual([m, 0 - flow("heard")]);
      expect(change("aware", "lapsed")).toBe(flow("heard") - flow("tried") + flow("gaveUp") + flow("stopped"));
      expect(change("trying")).toBe(flow("tried") - flow("gaveUp") - flow("used"));
      expect(change("using", "owning")).toBe(flow("used") - flow("stopped"));
      expect(change("owning")).toBeLessThanOrEqual(flow("owned"));
      expect(change("owning")).toBeGreaterThanOrEqual(flow("owned") - flow("stopped"));
      expect([flow("left"), flow("leftUsing")]).toEqual([0, 0]);
    }
  });
  test("and so they do in each group, where no school of it comes or goes", () => {
    let checked = 0;
    for (const { series: own } of funnel.groups) {
      for (const m of indices.filter((index) => !isJuly(index) && own.schools[index] === own.schools[index - 1])) {
        if (sum(["joined", "dropped"].map((name) => series[name as FunnelSeries][m]!)) > 0) continue;
        const change = (name: FunnelSeries): number => own[name][m]! - own[name][m - 1]!;
        expect(change("unaware")).toBe(0 - own.heard[m]!);
        expect(change("trying")).toBe(own.tried[m]! - own.gaveUp[m]! - own.used[m]!);
        expect(change("using") + change("owning")).toBe(own.used[m]! - own.stopped[m]!);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(100);
  });
  test("the steps are those that teachers take", () => {
    for (const m of indices.filter((index) => !isJuly(index))) {
      const moved = (from: readonly number[], to: readonly number[]): number =>
        sum(
          trace[m]!.map(({ teacher, school }, d) => {
            const before = trace[m - 1]![d]!.teacher.stage;
            const open = sum(Array.from(school.open, (one, s) => one * school.teachers[s]!));
            let count = 0;
            for (let i = 0; i < open; i++) {
              if (before[i] !== teacher.stage[i] && from.includes(before[i]!) && to.includes(teacher.stage[i]!))
                count++;
            }
            return count;
          }),
        );
      expect({
        heard: series.heard[m],
        tried: series.tried[m],
        gaveUp: series.gaveUp[m],
        used: series.used[m],
        owned: series.owned[m],
        stopped: series.stopped[m],
      }).toEqual({
        heard: moved([0], [1, 2, 3, 4]),
        tried: moved([0, 1, 5], [2, 3, 4]),
        gaveUp: moved([2], [5]),
        used: moved([0, 1, 2, 5], [3]),
        owned: moved([3], [4]),
        stopped: moved([3, 4], [5]),
      });
    }
  });
  test("in July posts change hands, and nothing else happens", () => {
    for (const m of indices.filter(isJuly)) {
      for (const name of ["heard", "tried", "gaveUp", "used", "owned", "stopped"] as const) {
        expect(series[name][m]).toBe(0);
      }
      let left = 0;
      let leftUsing = 0;
      trace[m]!.forEach(({ teacher, school }, d) => {
        const before = trace[m - 1]![d]!.teacher;
        const open = sum(Array.from(trace[m - 1]![d]!.school.open, (one, s) => one * school.teachers[s]!));
        for (let i = 0; i < open; i++) {
          if (before.person[i] === teacher.person[i]) continue;
          left++;
          if (before.stage[i] === USING || before.stage[i] === OWNING) leftUsing++;
        }
      });
      expect([series.left[m], series.leftUsing[m]]).toEqual([left, leftUsing]);
    }
  });
  test("a school is asked once for the first time, before or as it joins", () => {
    const asked = trace[60]!.map(({ school }) => Array.from(school.invited));
    expect(sum(series.invited)).toBe(asked.flat().filter((one) => one > 0).length);
    let invited = 0;
    let members = 0;
    series.invited.forEach((count, m) => {
      invited += count;
      members += series.joined[m]! - series.dropped[m]!;
      expect(members).toBe(total(funnel, "schools", "member")[m]);
      expect(members).toBeLessThanOrEqual(invited);
    });
    trace[60]!.forEach(({ school }, d) =>
      school.member.forEach((member, s) => expect(member).toBeLessThanOrEqual(asked[d]![s]!)),
    );
  });
  test("those that join are counted as members, and those that leave as others", () => {
    expect(total(funnel, "joined", "other")).toEqual(Array(61).fill(0));
    expect(total(funnel, "dropped", "member")).toEqual(Array(61).fill(0));
  });
  test("schools founded join and are asked as they open, in the middle third", () => {
    const [middle] = funnel.groups.filter(({ membership, tier }) => membership === "member" && tier === tierNames[1]);
    // Two in each of the two districts.
    expect([middle!.series.joined[24], middle!.series.invited[24]]).toEqual([4, 4]);
    expect(series.schools[24]! - series.schools[23]!).toBe(4);
  });
});

test("where nothing is tried, no school is asked and none joins", async () => {
  const { run } = watch(await planOf({ horizon: 24, district: districtOf("small", [0.2, 0.5, 0.8]) }));
  const { funnel } = run.measures;
  for (const name of ["invited", "joined", "dropped"] as const) expect(sum(total(funnel, name))).toBe(0);
  expect(total(funnel, "schools", "member")).toEqual(Array(25).fill(0));
  expect(total(funnel, "schools", "other")).toEqual(Array(25).fill(3));
});
