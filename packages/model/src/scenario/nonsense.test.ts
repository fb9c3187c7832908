import { describe, expect, test } from "vitest";
import { InputError, type Issue } from "../issue.ts";
import { prepare } from "./prepare.ts";
import { complete, type ScenarioInput, scenario } from "./scenario.ts";
import { validateScenario } from "./validate.ts";

/** Returns what a call refuses. */
function refused(act: () => unknown): readonly Issue[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

const short = ({ code, path, nearest }: Issue): object => ({
  code,
  path,
  ...(nearest === undefined ? {} : { nearest }),
});

const school = { id: "a", name: "Ash", level: "elementary", enrolment: 90, teachers: 5, lowIncomeShare: 0.5 };
const cases: object[] = [
  { levers: { coachin: {} } },
  { levers: { coaching: { intensty: 1 } } },
  { strategy: { base: "all-six-lessons", levers: { coaching: { teacherPerCoach: 1 } } } },
  { levers: { coaching: { start: 1.5 } } },
  { levers: { coaching: { start: 9, end: 4 } } },
  { horizon: 0 },
  { horizon: Number.NaN },
  { horizon: 12.5 },
  { funded: -1 },
  { target: { share: 2 } },
  { target: { month: 99 } },
  { target: { mnth: 12 } },
  { horizon: 12, shocks: [{ kind: "principal-exit", month: 12 }] },
  { shocks: [{ kind: "principal-exit", month: -1 }] },
  { switches: { contagion: "social" } },
  { switches: { contagon: "simple" } },
  { ease: { heer: 2 } },
  { ease: { hear: 0 } },
  { parameters: { draw: "kept" } },
  { parameters: { drw: "fixed" } },
  { parameters: { values: { "peers.strenght": 1 } } },
  { parameters: { values: { "peers.strength": Number.POSITIVE_INFINITY } } },
  { nme: "x" },
  { district: ["small-rural", "small-rural"] },
  { district: { id: "hill", name: "Hill", source: "Made up", schools: [school, school] } },
  { horizon: -1, levers: { coachin: {}, vision: { clarty: 1 } }, nme: "x" },
];

describe("scenario refuses what the command line refuses, with the same issues", () => {
  test.for(cases.map((input) => [JSON.stringify(input), input] as const))("%s", async ([, input]) => {
    const checked = await validateScenario(input);
    const issues = "issues" in checked ? checked.issues : [];
    const own = refused(() => scenario(input as ScenarioInput));
    expect(own).not.toEqual([]);
    expect(new Set(own.map(short))).toEqual(new Set(issues.map(short)));
  });
  test("a target of an unknown kind, and an unknown shock", () => {
    expect(refused(() => scenario({ target: { of: "pupils" as never } })).map(short)).toEqual([
      { code: "unknown-name", path: "target.of" },
    ]);
    expect(refused(() => scenario({ shocks: [{ kind: "quake", month: 1 }] })).map(short)).toEqual([
      { code: "unknown-shock", path: "shocks[0].kind" },
    ]);
  });
  test("but lets the usual target lie beyond a short horizon", () => {
    expect(scenario({ ...scenario(), horizon: 12 }).target.month).toBe(34);
  });
  test("a hundred of many thousand names, soon", () => {
    const levers = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`lever${i}`, {}]));
    const begun = process.cpuUsage();
    const issues = refused(() => scenario({ levers }));
    expect(issues.length).toBe(101);
    // Of the processor, which a busy machine leaves as it is.
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});

test("prepare refuses the same in a scenario changed by hand", async () => {
  const changed = complete({ levers: { coachin: {} }, funded: Number.NaN });
  await expect(prepare(changed)).rejects.toMatchObject({
    issues: [
      { code: "unknown-lever", path: "levers.coachin", nearest: "coaching" },
      { code: "not-finite", path: "funded" },
    ],
  });
});
