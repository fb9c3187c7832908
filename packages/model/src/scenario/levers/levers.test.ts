import { describe, expect, test } from "vitest";
import { districtOf, planOf, printOf, runOf, type Snapshot, watch } from "../../../test-support/fixtures.ts";
import type { Run } from "../../engine/run.ts";
import { type Category, categories } from "../../evidence/costs.ts";
import type { World } from "../../evidence/parameter.ts";
import type { LeverUse } from "../lever.ts";
import type { ScenarioInput } from "../scenario.ts";
import { levers } from "./index.ts";

/** Ten schools of twelve teachers, and a system of two such districts. */
const ten = districtOf("ten", [0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6, 0.5, 0.5]);
const other = { ...ten, id: "other" };

/** A way in, so that schools are members. */
const open: LeverUse = { cohorts: 1, every: 1 };
const owners: World = { "owning.rate": 1, "peers.strength": 4 };

interface Case {
  /** Two values of the setting; the first is no more than the status quo, where it has one. */
  readonly values: readonly [LeverUse[string], LeverUse[string]];
  /** What else the lever must be told for the setting to matter. */
  readonly use?: LeverUse;
  /** Other levers, shocks and the like without which it has nothing to act on. */
  readonly beside?: ScenarioInput;
  /** Categories under which the second value costs more than the first. */
  readonly costs: readonly Category[];
}

const share = (costs: readonly Category[], more: Partial<Case> = {}): Case => ({ values: [0, 1], costs, ...more });
const office: Category[] = ["officeTime"];
const coached: ScenarioInput = { levers: { entry: open, coaching: {} } };
/** Who is invited first shows where not all are. */
const waves: ScenarioInput = { levers: { entry: { cohorts: 0.1, every: 3 }, coaching: { teachersPerCoach: 10 } } };
/** Work on embedding shows when the superintendent leaves. */
const leaving: ScenarioInput = { shocks: [{ kind: "superintendent-exit", month: 20 }] };

const cases: Record<string, Record<string, Case>> = {
  vision: {
    clarity: share(office),
    equityPriority: share([], { beside: coached }),
    protection: share(office),
  },
  assessment: {
    effort: share(office, { beside: waves }),
    months: { values: [1, 8], use: { effort: 1 }, beside: waves, costs: office },
  },
  investment: {
    time: share(["releaseTime", "officeTime"]),
    principals: share(["leaderDevelopment", "officeTime"]),
    office: share(office),
    coaches: share(["salary", "officeTime"], { beside: coached }),
  },
  departments: {
    curriculum: share(office),
    materials: share(office),
    assessment: share(office),
    evaluation: share(office),
    coaching: share(office),
    leadership: share(office),
    pace: share(office, { use: { curriculum: 1, evaluation: 1 } }),
    embed: share(office, { use: { curriculum: 1, materials: 1, assessment: 1, coaching: 1 }, beside: leaving }),
  },
  entry: {
    volunteers: share(office),
    cohorts: share(office),
    mandate: share(office),
    tailored: share(office, { use: { mandate: 1 } }),
    decided: share([], { use: { cohorts: 1 } }),
    levels: { values: ["all", "high"], use: { cohorts: 0.5 }, costs: [] },
    places: { values: [10_000, 1], use: { cohorts: 1 }, costs: [] },
    order: { values: ["openness", "need"], use: { cohorts: 0.2, every: 6 }, costs: [] },
    every: { values: [24, 3], use: { cohorts: 0.3 }, costs: [] },
    newSchools: { values: [0, 2], costs: ["backfill"] },
    newSchoolSize: { values: [5, 9], use: { newSchools: 1 }, costs: [] },
    newSchoolMonth: { values: [24, 12], use: { newSchools: 1 }, costs: [] },
    leadYear: { values: [0, 1], use: { newSchools: 1 }, costs: [] },
  },
  guidance: {
    prescription: share(["institutes"]),
    choice: { values: [0.5, 1], costs: [] },
  },
  coaching: {
    teachersPerCoach: { values: [400, 10], costs: ["salary"] },
    release: share([], { beside: { parameters: { draw: "fixed", values: owners } } }),
    allocation: { values: ["equal", "need"], costs: [] },
  },
  learning: {
    institutes: { values: [0, 5], costs: ["institutes"] },
    visits: share(["institutes"]),
    repository: share(["institutes"]),
    interDistrict: share([], { use: { visits: 1 }, beside: { district: [ten, other] } }),
  },
  leadership: {
    preparation: share(["leaderDevelopment"]),
    pipeline: share(["officeTime", "backfill"]),
  },
  design: {
    time: share(["releaseTime"]),
    teams: share(["releaseTime"]),
  },
  partnership: {
    coDesign: share(office),
    waivers: share(office, { beside: { levers: { entry: open, design: { delay: 0 } } } }),
  },
  improvement: { cycle: share(office, { beside: coached }) },
  practice: { scope: { values: [1, 0.4], costs: [] } },
};

const settings = levers.flatMap((lever) =>
  [...lever.settings, ...(lever.choices ?? []), ...(lever.counts ?? [])].map(
    ({ name }) => [lever.name, name, cases[lever.name]?.[name]] as [string, string, Case],
  ),
);

/** Switches off all of a lever but what is given, and fractions of what is given. */
function alone(lever: string, use: LeverUse): LeverUse {
  const quiet = levers.find(({ name }) => name === lever)!.settings.filter((s) => Number.isFinite(s.statusQuo));
  return { ...Object.fromEntries(quiet.map((s) => [s.name, s.fraction ? s.default : s.statusQuo])), ...use };
}

/** Runs a lever beside what is given, for 30 months. */
function scenarioOf(lever: string, use: LeverUse | undefined, beside: ScenarioInput = {}): ScenarioInput {
  const others = beside.levers ?? (lever === "entry" ? { coaching: {} } : { entry: open });
  return {
    district: ten,
    horizon: 30,
    survey: true,
    ...beside,
    levers: use ? { ...others, [lever]: { ...others[lever], ...use } } : others,
  };
}

const seeds = ["a", "b"];

test("every setting of every lever has a case here", () => {
  expect(settings.filter(([, , one]) => one === undefined)).toEqual([]);
});

describe.for(settings)("%s.%s", ([lever, setting, { values, use, beside, costs }]) => {
  const at = (value: LeverUse[string]) => scenarioOf(lever, alone(lever, { ...use, [setting]: value }), beside);

  test("changes the run, and costs what it should", async () => {
    const [less, more] = [await runOf(at(values[0])), await runOf(at(values[1]))];
    expect(more.checksum).not.toBe(less.checksum);
    for (const category of categories) {
      const change = more.measures.cost.byCategory[category] - less.measures.cost.byCategory[category];
      if (costs.includes(category)) expect(change, category).toBeGreaterThan(0);
      // What coaches and institutes cost follows the teachers of member schools, which any lever may change.
      else if (category !== "salary" && category !== "institutes") expect(change, category).toBe(0);
    }
  });

  test("changes no bit at zero intensity, and costs nothing", async () => {
    const off = alone(lever, { ...use, [setting]: values[1], intensity: 0 });
    const plan = await planOf(scenarioOf(lever, off, beside));
    const none = await planOf(scenarioOf(lever, lever in (beside?.levers ?? {}) ? off : undefined, beside));
    for (const seed of seeds) {
      const [with0, without] = [watch(plan, { seed }), watch(none, { seed })];
      expect(printOf(with0.run)).toBe(printOf(without.run));
      expect(with0.trace.map(printOf)).toEqual(without.trace.map(printOf));
    }
  });
});

describe.for(levers)("$name", ({ name, delay }) => {
  const full = cases[name];
  const { beside } = Object.values(full)[0];
  const use: LeverUse = {
    ...Object.fromEntries(Object.entries(full).map(([setting, { values }]) => [setting, values[1]])),
    ...(name === "practice" ? {} : { intensity: 0.9 }),
  };

  test("changes no bit before its start, nor an effect before its delay is over", async () => {
    const start = 9;
    const [used, none] = [
      watch(await planOf({ ...scenarioOf(name, { ...use, start }, beside), horizon: 36 })),
      watch(await planOf({ ...scenarioOf(name, undefined, beside), horizon: 36 })),
    ];
    const bare = ([{ spent: _, ...state }]: Snapshot[]) => state;
    const ordinary = ([{ teacher, counts, office }]: Snapshot[]) => ({
      office,
      stages: counts.stages.slice(0, 60),
      teachers: Object.values(teacher).map((field) => field.slice(0, 120)),
    });
    // A lever that founds schools lays them out from the start, closed and uncounted; the others are as they would be.
    const view = name === "entry" ? ordinary : bare;
    const until = (end: number, trace: Snapshot[][]) => trace.slice(0, end + 1).map((at) => printOf(view(at)));
    expect(until(start + delay, used.trace)).toEqual(until(start + delay, none.trace));
    for (let index = 0; index <= start; index++) expect(used.trace[index][0].spent).toBe(none.trace[index][0].spent);
    expect(used.run.checksum).not.toBe(none.run.checksum);
    const series = (run: Run) => [
      run.measures.adoption,
      run.measures.label,
      run.measures.members,
      run.measures.meanDepth,
    ];
    series(used.run).forEach((values, k) => {
      expect(values.subarray(0, start + delay + 1)).toEqual(series(none.run)[k].subarray(0, start + delay + 1));
    });
  });

  test("is spelt by a formula as by the steps it stands for", async () => {
    const steps = Array.from({ length: 30 }, (_, t) => ({ from: t, value: t < 24 ? 0.5 : 0.125 }));
    const formula = "t < 24 ? 0.5 : 1 / 8";
    const [spelt, computed] = [
      await runOf(scenarioOf(name, { ...use, intensity: steps }, beside)),
      await runOf(scenarioOf(name, { ...use, intensity: formula }, beside)),
    ];
    expect(computed).toEqual(spelt);
  });
});
