import { type District, InputError, type Plan, prepare, type ScenarioInput, scenario, simulate } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { explainSchool } from "./explain-school.ts";
import { explainTeacher } from "./explain-teacher.ts";
import { findSchool, findTeacher } from "./find-post.ts";
import { mostChanged } from "./most-changed.ts";

const planOf = (input: ScenarioInput): Promise<Plan> => prepare(scenario({ district: "small-rural", ...input }));
const issueOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error instanceof InputError ? error.issues[0] : error;
  }
};

/** A school of four: teacher 0 asks the three others, of whom `using` use the practice. Rows are not in slot order. */
const four = (using: number): District => ({
  id: "four",
  name: "Four",
  source: "Made up for a test",
  schools: ["b", "a"].map((id) => ({
    id,
    name: `School ${id}`,
    level: "high",
    enrolment: 60,
    teachers: 4,
    lowIncomeShare: 0.5,
  })),
  population: {
    teachers: Array.from({ length: 8 }, (_, teacher) => ({
      teacher,
      school: teacher < 4 ? "a" : "b",
      team: 0,
      experience: 5,
      disposition: 3,
      threshold: 0.3,
      stage: teacher > 0 && teacher <= using ? "owning" : "aware",
    })),
    ties: [1, 2, 3].map((to) => ({ from: 0, to })),
  },
});

const eager = { draw: "fixed", values: { "trying.intercept": 2, "exit.within": 0, "peers.failure": 0 } } as const;

describe("a teacher’s story", () => {
  test("is of the run that is made without it", async () => {
    const plan = await planOf({ strategy: "all-six-lessons" });
    const story = explainTeacher(plan, 7, { seed: "s", replicate: 3 });
    expect(story.checksum).toBe(simulate(plan, { seed: "s", replicate: 3 }).checksum);
    expect(explainTeacher(plan, 7, { seed: "s", replicate: 3 })).toEqual(story);
    expect(JSON.parse(JSON.stringify(story))).toEqual(story);
  });
  test.for([0, 1, 3])("tells what pushed: %i of three colleagues", async (using) => {
    const plan = await planOf({ district: four(using), horizon: 3, parameters: eager });
    const { events, opening, school } = explainTeacher(plan, 0);
    expect(school.id).toBe("a");
    expect(opening).toContain("asks 3 colleagues for advice, and knows of the practice");
    const began = events.find(({ kind }) => kind === "began");
    expect(began?.month).toBe(1);
    expect(began?.facts).toMatchObject({ count: 3, using, failed: 0 });
    expect(began?.facts.exposure).toBe(Math.floor((16 * using) / 3 + 0.5) / 16);
    expect(began?.sentence).toContain(`${using} of 3 colleagues seen used it`);
    if (using === 0) expect(began?.facts.byPeers).toBe(1);
    else expect(began?.facts.byPeers).toBeGreaterThan(1);
  });
  test("has no push from colleagues without contagion, and one of the whole district on a complete graph", async () => {
    const setting = { district: four(3), horizon: 3, parameters: eager };
    const pushOf = async (switches: ScenarioInput["switches"]) =>
      explainTeacher(await planOf({ ...setting, switches: switches ?? {} }), 0).events.find(
        ({ kind }) => kind === "began",
      )?.facts;
    expect(await pushOf({ contagion: "none" })).toMatchObject({ exposure: 0, byPeers: 1 });
    expect(await pushOf({ network: "complete" })).toMatchObject({ count: 8, using: 3, exposure: 3 / 8 });
  });
  test("follows the post: who leaves in July, who comes, and from where", async () => {
    const plan = await planOf({ strategy: "coaching-only" });
    const all = Array.from({ length: 47 }, (_, teacher) => explainTeacher(plan, teacher));
    const events = all.flatMap((story) => story.events);
    const [left, moved, came] = ["left", "moved", "came"].map((kind) => events.filter((one) => one.kind === kind));
    expect(left?.length).toBeGreaterThan(10);
    expect(moved?.length).toBeGreaterThan(0);
    expect(came?.length).toBe((left?.length as number) + (moved?.length as number));
    // Everyone who moved turns up in another post.
    expect(came?.filter(({ facts }) => facts.from !== null)).toHaveLength(moved?.length as number);
    for (const { month } of [...(left ?? []), ...(came ?? [])]) expect(month % 12).toBe(0);
  });
  test("stages in its events lead from the first to the last", async () => {
    const plan = await planOf({ strategy: "all-six-lessons-scale-up" });
    for (let teacher = 0; teacher < 12; teacher++) {
      const { events } = explainTeacher(plan, teacher);
      const months = events.map(({ month }) => month);
      expect(months).toEqual([...months].sort((a, b) => a - b));
      for (const { sentence } of events) expect(sentence).not.toMatch(/undefined|NaN|null/);
    }
  });
  test("of a mandate says that it is no conviction", async () => {
    const plan = await planOf({ strategy: "mandate" });
    const sentences = Array.from({ length: 47 }, (_, teacher) => explainTeacher(plan, teacher).events).flat();
    expect(sentences.some(({ sentence }) => sentence.includes("not out of conviction"))).toBe(true);
  });
});

describe("a school’s story", () => {
  test("says how it joined and left, counts hours, and ends where the run does", async () => {
    const plan = await planOf({ strategy: "coaching-only" });
    const run = simulate(plan, { seed: "uptake", replicate: 0 });
    let users = 0;
    for (const { id, teachers } of plan.districts[0]?.district.schools ?? []) {
      const { events, checksum, ending } = explainSchool(plan, id);
      expect(checksum).toBe(run.checksum);
      expect(events.filter(({ kind }) => kind === "year").map(({ month }) => month)).toEqual([10, 22, 34, 46, 58]);
      users += (teachers * Number(/^(\d+)%/.exec(ending)?.[1])) / 100;
      const joined = events.filter(({ kind }) => kind === "joined");
      const left = events.filter(({ kind }) => kind === "left");
      expect([0, 1]).toContain(joined.length - left.length);
    }
    // Each ending is rounded to a percent.
    expect(Math.abs(users / 47 - (run.measures.adoption[60] as number))).toBeLessThan(0.0051);
  });
  test.for<[strategy: string, route: RegExp]>([
    ["mandate", /enrolled by mandate/],
    ["coaching-only", /invitation|volunteered/],
  ])("under %s names the route", async ([strategy, route]) => {
    const plan = await planOf({ strategy });
    const joined = ["elementary-1", "middle-1", "high-1"].flatMap((id) =>
      explainSchool(plan, id).events.filter(({ kind }) => kind === "joined"),
    );
    expect(joined.length).toBeGreaterThan(0);
    for (const { sentence } of joined) expect(sentence).toMatch(route);
  });
  test("tells of principals shocked out and of one founded", async () => {
    const shocks = [{ kind: "principal-exit", month: 5, size: 1 }];
    const levers = { entry: { newSchools: 1, newSchoolSize: 5, newSchoolMonth: 12 } };
    const plan = await planOf({ shocks, levers, horizon: 24 });
    const { events } = explainSchool(plan, "High 1");
    expect(events.some(({ kind, month }) => kind === "principal" && month === 6)).toBe(true);
    const founded = explainSchool(plan, "new-1");
    expect(founded.opening).toContain("not open yet");
    expect(founded.events[0]).toMatchObject({ kind: "opened", month: 12 });
  });
});

describe("whom to tell of", () => {
  test("by default the teacher and the school that changed most", async () => {
    const plan = await planOf({ strategy: "all-six-lessons" });
    const { teacher, school } = mostChanged(plan);
    const changes = (one: number): number =>
      explainTeacher(plan, one).events.filter(({ kind }) => kind !== "came" && kind !== "left").length;
    expect(changes(teacher)).toBeGreaterThan(2);
    expect(findSchool(plan, school).school).toBeGreaterThanOrEqual(0);
  });
  test("numbers of a supplied population are those of its rows, and go on from one district to the next", async () => {
    const plan = await planOf({ district: [four(1), "small-rural"], horizon: 2 });
    expect(findTeacher(plan, 0)).toEqual({ district: 0, school: 1, slot: 4 });
    expect(findTeacher(plan, 5)).toEqual({ district: 0, school: 0, slot: 1 });
    expect(findTeacher(plan, 8)).toEqual({ district: 1, school: 0, slot: 0 });
    expect(explainTeacher(plan, 8).district.id).toBe("small-rural");
    expect(explainSchool(plan, "middle-1").school.name).toBe("Middle 1");
  });
  test("unknown ids get the range or the nearest name", async () => {
    const plan = await planOf({});
    for (const teacher of [47, -1, 1.5, Number.NaN]) {
      expect(issueOf(() => explainTeacher(plan, teacher))).toMatchObject({
        path: "teacher",
        allowed: "a whole number, 0 to 46",
      });
    }
    expect(issueOf(() => explainSchool(plan, "hihg-1"))).toMatchObject({ code: "unknown-school", nearest: "high-1" });
    expect(issueOf(() => explainTeacher(plan, 0, { replicate: -1 }))).toMatchObject({ path: "replicate" });
    expect(issueOf(() => explainSchool(plan, "high-1", { seed: "" }))).toMatchObject({ path: "seed" });
    expect(() => explainTeacher(plan, 0, { replicate: -1, seed: "" })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "out-of-range", path: "replicate" }),
          expect.objectContaining({ code: "empty", path: "seed" }),
        ],
      }),
    );
    const twice = await planOf({
      district: ["small-rural", { ...four(0), id: "x", schools: [{ ...four(0).schools[0]!, id: "high-1" }] }].slice(
        0,
        2,
      ) as never,
      horizon: 1,
    });
    expect(issueOf(() => findSchool(twice, "high-1"))).toMatchObject({ code: "ambiguous-school" });
  });
});
