import {
  leversIn,
  type Plan,
  prepare,
  readingCount,
  type Scenario,
  type ScenarioInput,
  scenario,
  simulate,
} from "@uptake/model";
import { mean } from "simple-statistics";
import { beforeAll, describe, expect, test } from "vitest";
import { atBudget } from "../budget/at-budget.ts";
import { asPlanned, plannedCost } from "../budget/planned-cost.ts";
import { pointSettings, withSettings } from "../design/point-scenario.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { explainSchool } from "../explain/explain-school.ts";
import { explainTeacher } from "../explain/explain-teacher.ts";
import { mostChanged } from "../explain/most-changed.ts";
import { decisionsOf, withDecisions } from "../optimise/decision.ts";
import { chosenAt } from "../optimise/search-space.ts";
import { seriesNames } from "../readings/series-names.ts";
import { ensemble } from "./ensemble.ts";

const levers: NonNullable<ScenarioInput["levers"]> = {
  entry: { cohorts: 1, newSchools: { between: [0, 1] }, newSchoolSize: { between: [4, 9] } },
  coaching: { teachersPerCoach: { between: [10, 42] }, allocation: { among: ["equal", "need"] } },
};
const input: ScenarioInput = { district: "small-rural", horizon: 26, levers };
const unknown = scenario(input);
const at = (reading: number, of: Scenario = unknown): Promise<Plan> =>
  prepare({ ...of, levers: leversIn(of.levers, reading) });
let plan: Plan;
beforeAll(async () => {
  plan = await prepare(unknown);
});

test("an ensemble runs each replicate in its reading", async () => {
  const { checksums, scenario: of } = await ensemble(plan, { replicates: 3, first: 15, seed: "a" });
  const alone = await Promise.all(
    [15, 16, 17].map(
      async (replicate) => simulate(await at(replicate % readingCount), { seed: "a", replicate }).checksum,
    ),
  );
  expect(checksums).toEqual(alone);
  expect(JSON.parse(JSON.stringify(of))).toEqual(unknown);
});

test("series have the names that runs have", () => {
  expect(seriesNames(plan)).toEqual(seriesNames(plan.readings![9]!));
});

test("planned cost is the mean over readings, and a budget keeps what is not known", async () => {
  const costs = await Promise.all(
    Array.from(
      { length: readingCount },
      async (_, replicate) =>
        simulate(await at(replicate, asPlanned(unknown)), { seed: "budget", replicate }).measures.cost.total,
    ),
  );
  const planned = await plannedCost(unknown, { replicates: readingCount });
  expect(planned).toBe(mean(costs));
  const less = await atBudget(input, planned * 0.9, { replicates: readingCount, only: ["coaching"] });
  expect(less.reached).toBe(true);
  expect(less.scenario.levers["coaching"]).toMatchObject(levers["coaching"]!);
});

test("evaluations with values of their own run the reading", async () => {
  const values = { "trying.coaching": 0 };
  const evaluations = [0, 5].map((replicate) => ({ plan: 0, replicate, values }));
  const statistics = [{ series: "adoption", month: 26 }];
  const whole = await evaluateHere({ plans: [plan], seed: "a", statistics, evaluations });
  for (const [i, { replicate }] of evaluations.entries()) {
    const alone = { plans: [await at(replicate)], seed: "a", statistics, evaluations: [evaluations[i]!] };
    expect(whole.checksums[i]).toBe((await evaluateHere(alone)).checksums[0]);
  }
});

test("a point or a decision settles what was not known", () => {
  const point = pointSettings(["levers.coaching.teachersPerCoach"], [15]);
  expect(withSettings(unknown, point).levers["coaching"]).toEqual({
    teachersPerCoach: 15,
    allocation: { among: ["equal", "need"] },
  });
  const decisions = decisionsOf([{ name: "levers.entry.newSchools", range: [0, 3] }], unknown);
  expect(withDecisions(unknown, decisions, chosenAt(decisions, [1.6])).levers["entry"]).toEqual({
    ...levers["entry"],
    newSchools: 2,
  });
});

describe("a story", () => {
  const founds = Array.from({ length: readingCount }, (_, r) => leversIn(levers, r)["entry"]!["newSchools"] as number);
  const [none, one] = [founds.indexOf(0), founds.indexOf(1)];

  test("is of the reading that its replicate runs, and says what was drawn", async () => {
    const story = explainSchool(plan, "new-1", { seed: "a", replicate: one });
    expect(story.checksum).toBe(simulate(plan, { seed: "a", replicate: one }).checksum);
    const { entry, coaching } = leversIn(levers, one);
    expect(story.drawn).toEqual({
      "entry.newSchools": 1,
      "entry.newSchoolSize": entry!["newSchoolSize"],
      "coaching.allocation": coaching!["allocation"],
      "coaching.teachersPerCoach": coaching!["teachersPerCoach"],
    });
    expect(story.school.teachers).toBe(entry!["newSchoolSize"]);
    expect(explainTeacher(await at(one), 3, { seed: "a", replicate: one })).toEqual({
      ...explainTeacher(plan, 3, { seed: "a", replicate: one }),
      drawn: {},
    });
  });

  test("is refused of a school that the reading does not found", () => {
    expect(() => explainSchool(plan, "new-1", { seed: "a", replicate: none })).toThrow("no school is called “new-1”");
  });

  test("of who changed most is of the same run", async () => {
    const which = { seed: "a", replicate: 4 };
    expect(mostChanged(plan, which)).toEqual(mostChanged(await at(4), which));
  });
});
