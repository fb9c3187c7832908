import { type Plan, prepare, type ScenarioInput, scenario, simulate } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { explainSchool } from "../explain/explain-school.ts";
import { explainTeacher } from "../explain/explain-teacher.ts";
import { findTeacher } from "../explain/find-post.ts";
import { mostChanged } from "../explain/most-changed.ts";
import type { Means } from "./question.ts";
import { film, story } from "./registry.ts";

const input: ScenarioInput = { district: "small-rural", strategy: "all-six-lessons", horizon: 40 };
const planOf = (given: ScenarioInput = input): Promise<Plan> => prepare(scenario(given));
const heard: [number, number][] = [];
const means: Means<unknown> = {
  evaluate: evaluateHere,
  signal: new AbortController().signal,
  onProgress: (done, total) => void heard.push([done, total]),
  onPartial: () => undefined,
};

describe("a film", () => {
  test("is of the run that is made without it, month by month", async () => {
    const shown = await film({ scenario: input, seed: "s", run: 3 }, means);
    const run = simulate(await planOf(), { seed: "s", replicate: 3 });
    expect(shown).toMatchObject({ checksum: run.checksum, replicate: 3, seed: "s", horizon: 40, ranking: null });
    const { slots, stages, standing, schools, horizon } = shown;
    expect(stages).toHaveLength(slots * (horizon + 1));
    expect(standing).toHaveLength(schools.length * (horizon + 1));
    for (const month of [0, 7, 36, 40]) {
      const at = stages.subarray(month * slots, (month + 1) * slots);
      const users = at.filter((stage) => stage === 3 || stage === 4).length;
      expect(users / slots).toBeCloseTo(run.districts[0]!.adoption[month]!, 12);
    }
  });

  test("says where a teacher is, and asks whom", async () => {
    const shown = await film({ scenario: input, run: 0 }, means);
    const plan = await planOf();
    expect(shown.mostChanged).toEqual(mostChanged(plan));
    const post = findTeacher(plan, shown.mostChanged.teacher);
    expect(shown.numbers[post.slot]).toBe(shown.mostChanged.teacher);
    const school = shown.schools[post.school]!;
    expect(post.slot).toBeGreaterThanOrEqual(school.first);
    expect(post.slot).toBeLessThan(school.first + school.teachers);
    const told = explainTeacher(plan, shown.mostChanged.teacher);
    const asked = shown.tieStart[post.slot + 1]! - shown.tieStart[post.slot]!;
    expect(told.opening).toContain(`asks ${asked} colleague`);
    // Every change of stage that the story tells is in the film.
    for (const { month, kind } of told.events) {
      if (kind === "owned") expect(shown.stages[month * shown.slots + post.slot]).toBe(4);
      if (kind === "used") expect(shown.stages[month * shown.slots + post.slot]).toBe(3);
    }
  });

  test("of a founded school is empty until that opens, and its teachers have no number", async () => {
    const founding = { ...input, strategy: "business-as-usual", levers: { entry: { newSchools: 2 } } };
    const { schools, numbers, standing, horizon } = await film({ scenario: founding, run: 0 }, means);
    const s = schools.findIndex(({ founded }) => founded);
    expect(s).toBeGreaterThan(0);
    expect(numbers[schools[s]!.first]).toBe(-1);
    expect(standing[s]! & 1).toBe(0);
    expect(standing[horizon * schools.length + s]! & 1).toBe(1);
  });

  test.for(["typical", "best", "worst"] as const)("of the %s run is that of its rank", async (run) => {
    heard.length = 0;
    const { replicate, ranking } = await film({ scenario: input, run, replicates: 30 }, means);
    const { values, month, median, low, high } = ranking!;
    const plan = await planOf();
    const adoption = Array.from(
      { length: 30 },
      (_, replicate) => simulate(plan, { seed: "uptake", replicate }).districts[0]!.adoption[month]!,
    );
    expect([...values]).toEqual(adoption);
    const sorted = adoption.toSorted((a, b) => a - b);
    expect([low, median, high]).toEqual([sorted[0], (sorted[14]! + sorted[15]!) / 2, sorted[29]]);
    const off = (value: number): number => (run === "typical" ? Math.abs(value - median) : value);
    const order = adoption.map(off).toSorted((a, b) => a - b);
    expect(off(adoption[replicate]!)).toBe(run === "best" ? order.at(-1) : order[0]);
    expect(heard.at(-1)).toEqual([30, 30]);
  });

  test.for([
    [{ run: -1 }, "replicate"],
    [{ run: 0.5 }, "replicate"],
    [{ replicates: 24 }, "replicates"],
    [{ run: 0, district: 1 }, "district"],
    [{ run: 0, seed: "" }, "seed"],
  ] as const)("is refused for %j", async ([wrong, path]) => {
    await expect(film({ scenario: input, ...wrong }, means)).rejects.toMatchObject({ issues: [{ path }] });
  });
});

describe("a story", () => {
  test("is the one that is explained", async () => {
    const plan = await planOf();
    const which = { seed: "s", replicate: 2 };
    const asked = { scenario: input, ...which };
    expect(await story({ ...asked, teacher: 7 }, means)).toEqual(explainTeacher(plan, 7, which));
    const { id } = plan.districts[0]!.district.schools[1]!;
    expect(await story({ ...asked, school: id }, means)).toEqual(explainSchool(plan, id, which));
  });
  test.for([[{}], [{ teacher: 1, school: "a" }], [{ teacher: 1e6 }]])("is refused for %j", async ([wrong]) => {
    await expect(story({ scenario: input, ...wrong }, means)).rejects.toMatchObject({ issues: [{ path: "teacher" }] });
  });
});
