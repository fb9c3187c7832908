import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { profile } from "../district/profile.ts";
import type { Issue } from "../issue.ts";
import { levers } from "./levers/index.ts";
import { strategies } from "./presets/index.ts";
import { scenario } from "./scenario.ts";
import { scenarioSchema, validateScenario } from "./validate.ts";

const school = { id: "a", name: "A", level: "high", enrolment: 100, teachers: 5, lowIncomeShare: 0.5 };
const district = (over: object = {}): object => ({
  id: "d",
  name: "D",
  source: "invented",
  schools: [school],
  ...over,
});

async function issuesOf(input: unknown): Promise<readonly Issue[]> {
  const result = await validateScenario(input);
  return "issues" in result ? result.issues : [];
}

const short = ({ path, message, allowed, nearest }: Issue): string =>
  `${path}: ${message}${allowed && !nearest ? ` (${allowed})` : ""}${nearest ? `; did you mean ${nearest}?` : ""}`;

describe("refuses", () => {
  const cases: readonly [input: unknown, ...issues: string[]][] = [
    [{ levers: { coachng: {} } }, "levers.coachng: no lever is called “coachng”; did you mean coaching?"],
    [
      { levers: { coaching: { teachersPerCoach: 3, releas: 1 } } },
      "levers.coaching.teachersPerCoach: 3 is out of range (4 to 400 teachers per coach)",
      "levers.coaching.releas: the lever coaching has no setting called “releas”; did you mean release?",
    ],
    [{ levers: { coaching: { release: Number.NaN } } }, "levers.coaching.release: NaN is not a finite number"],
    [
      { levers: { coaching: { intensity: Number.POSITIVE_INFINITY } } },
      "levers.coaching.intensity: Infinity is not a finite number",
    ],
    [{ levers: { coaching: { intensity: "1 / t" } } }, "levers.coaching.intensity: the formula is Infinity in month 0"],
    [{ levers: { coaching: { intensity: "t / t" } } }, "levers.coaching.intensity: the formula is NaN in month 0"],
    [
      { levers: { coaching: { intensity: "mim(1, t)" } } },
      "levers.coaching.intensity: the formula calls mim, which is not a known function (character 1); did you mean min?",
    ],
    [
      { levers: { coaching: { allocation: "neeed" } } },
      "levers.coaching.allocation: “neeed” is not one of the names allowed; did you mean need?",
    ],
    [
      { levers: { coaching: null } },
      "levers.coaching: nothing is not a group of fields; write {} to take every default",
    ],
    [{ switches: { level: "sum" } }, "switches.level: there is no field called “level”; did you mean levels?"],
    [
      { switches: { levels: "wekest" } },
      "switches.levels: “wekest” is not one of the names allowed; did you mean weakest?",
    ],
    [{ version: 2.5 }, "version: 2.5 is no version of such a file (1 to 4)"],
    [{ version: "two" }, "version: “two” is no version of such a file (1 to 4)"],
    [{ switches: { prescriptionCosts: 1 } }, "switches.prescriptionCosts: 1 is not true or false"],
    [
      {
        switches: { levels: "sum", prescriptionCosts: false },
        parameters: { values: { "support.rho": 0, "lapsing.prescription": 0 } },
      },
      'parameters.values["support.rho"]: a switch holds support.rho at 1, and here it is 0 (1, or no value)',
    ],
    [{ levers: { entry: { newSchools: -1 } } }, "levers.entry.newSchools: -1 is out of range (0 to 50 schools)"],
    [
      {
        levers: {
          coaching: { teachersPerCoach: { between: [40, 10] }, release: { between: [0.2, 1.2] } },
          entry: { every: { between: [6, 3] } },
        },
      },
      "levers.coaching.release.between[1]: 1.2 is out of range (0 to 1)",
      "levers.coaching.teachersPerCoach.between: the lower end, 40, is above the upper one, 10 (10 to 40)",
      "levers.entry.every.between: the lower end, 6, is above the upper one, 3 (3 to 6)",
    ],
    [
      { levers: { coaching: { release: { between: ["t / 60", 1] }, teachersPerCoach: { between: [10] } } } },
      "levers.coaching.teachersPerCoach.between: has 1 of at least 2 entries",
      "levers.coaching.release.between[0]: “t / 60” is not a number",
    ],
    [
      { levers: { coaching: { release: { betwen: [0, 1] }, intensity: { between: [0, 1] } } } },
      "levers.coaching.intensity: a group of fields is not a number or a text or a list",
      "levers.coaching.release.between: is missing: a list is needed",
      "levers.coaching.release.betwen: there is no field called “betwen”; did you mean between?",
    ],
    [
      { levers: { entry: { leadYear: { between: [0, 0.5] }, order: { among: ["need", "opennes"] } } } },
      "levers.entry.order.among[1]: “opennes” is not one of the names allowed; did you mean openness?",
      "levers.entry.leadYear.between[1]: 0.5 is not a whole number",
    ],
    [
      { district: district(), levers: { entry: { levels: "middle" } } },
      "levers.entry.levels: no school may join: the district has none of level middle (all, high, secondary)",
    ],
    [
      { district: district(), levers: { entry: { levels: { among: ["elementary", "high"] } } } },
      "levers.entry.levels: no school may join: the district has none of level elementary (all, high, secondary)",
    ],
    [
      {
        district: [district({ schools: [{ ...school, level: "elementary" }] }), district({ id: "e" })],
        strategy: { levers: { entry: { levels: "middle" } } },
      },
      "strategy.levers.entry.levels: no school may join: the 2 districts have none of level middle (all, elementary, high, secondary)",
    ],
    [
      { levers: { coaching: { start: 9, end: 3 } } },
      "levers.coaching.end: the lever ends in month 3, before it starts in month 9",
    ],
    [
      { shocks: [{ kind: "budget-cutt", month: -2, sizee: 1 }] },
      "shocks[0].kind: no kind of shock is called “budget-cutt”; did you mean budget-cut?",
      "shocks[0].month: -2 is out of range (0 to 599 months)",
      "shocks[0].sizee: there is no field called “sizee”; did you mean size?",
    ],
    [{ strategy: "all-six-lesson" }, "strategy: no strategy is called “all-six-lesson”; did you mean all-six-lessons?"],
    [
      { district: "napa-valey-unified" },
      "district: no embedded district is called “napa-valey-unified”; did you mean napa-valley-unified?",
    ],
    [
      {
        shocks: [
          { kind: "turnover-wav", month: 3 },
          { kind: "budget-cut", month: 3, size: 4 },
        ],
      },
      "shocks[0].kind: no kind of shock is called “turnover-wav”; did you mean turnover-wave?",
      "shocks[1].size: 4 is out of range (0 to 1 share of intensity)",
    ],
    [
      { parameters: { values: { "support.flor": 1, "support.floor": 7 } } },
      'parameters.values["support.floor"]: 7 is out of range (0 to 1)',
      'parameters.values["support.flor"]: no parameter is called “support.flor”; did you mean support.floor?',
    ],
    [
      { parameters: { values: { qqqqqqqqqqqq: 1 } } },
      "parameters.values.qqqqqqqqqqqq: no parameter is called “qqqqqqqqqqqq” (the names of uptake list parameters)",
    ],
    [
      { target: { month: 70 } },
      "target.month: the target is asked for at index 70, beyond the horizon of 60 months (0 to 60 months)",
    ],
    [
      { target: { share: 1.2, of: "studnets" } },
      "target.share: 1.2 is out of range (0 to 1)",
      "target.of: no kind of target is called “studnets”; did you mean students?",
    ],
    [
      { target: { of: "deep" }, levers: { practice: { scope: 0.6 } } },
      "target.of: no teacher can come to use the practice deeply: with a scope of 60% at most and without whole-school design, depth ends at 0.48, and deep use begins at 0.5 (a larger scope of the practice, more of the lever design, or a target of teachers)",
    ],
    [
      { target: { of: "deep" }, levers: { practice: { scope: { between: [0.2, 0.4] } } } },
      "target.of: no teacher can come to use the practice deeply: with a scope of 39% at most and without whole-school design, depth ends at 0.418, and deep use begins at 0.5 (a larger scope of the practice, more of the lever design, or a target of teachers)",
    ],
    [
      {
        target: { of: "deep" },
        levers: { practice: { scope: 0 }, design: { time: 1, teams: 1 } },
        parameters: { values: { "depth.design": 0.2 } },
      },
      "target.of: no teacher can come to use the practice deeply: with a scope of 0% at most and even with whole-school design at its best, depth ends at 0.4, and deep use begins at 0.5 (a larger scope of the practice, more of the lever design, or a target of teachers)",
    ],
    [{ horizon: 0 }, "horizon: 0 is out of range (1 to 600 months)"],
    [{ horizon: 601 }, "horizon: 601 is out of range (1 to 600 months)"],
    [
      { district: district({ schools: [{ ...school, teachers: 0, enrolment: 0, lowIncomeShare: 1.2 }] }) },
      "district.schools[0].enrolment: 0 is out of range (1 to 200000 students)",
      "district.schools[0].teachers: 0 is out of range (1 to 10000 teachers)",
      "district.schools[0].lowIncomeShare: 1.2 is out of range (0 to 1)",
    ],
    [
      { district: district({ schools: [school, school] }) },
      "district.schools[1].id: the school “a” is number 1 of the list already",
    ],
    [
      { district: district({ schools: [{ ...school, teachers: 1e300 }, school] }) },
      "district.schools[0].teachers: 1e+300 is out of range (1 to 10000 teachers)",
      "district.schools[1].id: the school “a” is number 1 of the list already",
    ],
    [{ district: [district(), district()] }, "district[1].id: the district “d” is number 1 of the list already"],
    [
      { district: district(), shocks: [{ kind: "budget-cut", month: 3, districts: ["e"] }] },
      "shocks[0].districts[0]: no district of the scenario has the id “e”; did you mean d?",
    ],
    [
      {
        levers: {
          coaching: {
            release: [
              { from: 0, value: 0 },
              { from: 0, value: 1 },
            ],
          },
        },
      },
      "levers.coaching.release[1].from: two steps begin in month 0",
    ],
    [{ name: "x".repeat(201) }, "name: has more than 200 characters"],
    [{ district: Array(20_001).fill("small-rural") }, "district: has 20001 districts; the limit is 20000"],
    [[], ": a scenario is a group of fields, as in strategy: all-six-lessons"],
  ];
  test.for(cases.map(([input, ...issues]) => ({ input, issues })))("$issues.0", async ({ input, issues }) => {
    expect((await issuesOf(input)).map(short)).toEqual(issues);
  });

  test("a field named as the prototype", async () => {
    expect(await issuesOf(JSON.parse('{"__proto__": {"strategy": "mandate"}}'))).toMatchObject([
      { code: "unknown-field" },
    ]);
  });

  test("a population that does not fit, with the path of the row", async () => {
    const teachers = [
      { teacher: 0, school: "b", team: 0, experience: 3, disposition: 0, threshold: 0.2, stage: "using" },
    ];
    const issues = await issuesOf({ district: district({ population: { teachers, ties: [] } }) });
    expect(issues.map(({ path }) => path)).toContain("district.population.teachers[0].school");
  });

  test("what contradicts the horizon beside what is out of range", async () => {
    const issues = await issuesOf({ levers: { coaching: { release: 2 }, visoin: {} }, target: { month: 70 } });
    expect(issues.map(({ code }) => code)).toEqual(["out-of-range", "unknown-lever", "beyond-horizon"]);
  });

  test("a formula and an unknown lever together", async () => {
    const codes = (await issuesOf({ levers: { coaching: { intensity: "1 / t" }, visoin: {} } })).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(["unknown-lever", "formula"]);
  });
});

describe("accepts", () => {
  test.for<[what: string, input: unknown]>([
    ["nothing given", {}],
    ["600 months", { horizon: 600 }],
    ["a horizon before the usual target", { horizon: 12 }],
    ["a district in full", { district: profile("small-rural") }],
    ["several districts", { district: [district(), "small-rural"] }],
    [
      "deep use where design may unlock it",
      { target: { of: "deep" }, levers: { practice: { scope: 0.6 }, design: {} } },
    ],
    [
      "deep use where an unknown scope may allow it",
      { target: { of: "deep" }, levers: { practice: { scope: { between: [0.2, 0.9] } } } },
    ],
    ["deep use where scope alone allows it", { target: { of: "deep" }, levers: { practice: { scope: 0.7 } } }],
    [
      "deep use while the whole practice is still taken up",
      { target: { of: "deep" }, levers: { practice: { scope: 0.2, start: 12 } } },
    ],
    [
      "deep use where design is no prerequisite",
      { target: { of: "deep" }, levers: { practice: { scope: 0.2 } }, switches: { designPrerequisite: false } },
    ],
  ])("%s", async ([, input]) => expect(await issuesOf(input)).toEqual([]));

  test.for(strategies.map(({ name }) => name))(
    "the strategy %s, by name and spelt out, without warnings",
    async (name) => {
      const expected = scenario({ strategy: name });
      expect(await validateScenario({ strategy: name })).toEqual({ scenario: expected, warnings: [], changes: [] });
      const spelt = await validateScenario({ levers: expected.levers });
      expect(spelt).toMatchObject({ scenario: { levers: expected.levers }, warnings: [] });
    },
  );
});

describe("warns of", () => {
  test.for<[levers: object, code: string, path: string]>([
    [{ coaching: {} }, "no-entry", "levers.coaching"],
    [{ coaching: {}, entry: { tailored: 1 } }, "no-entry", "levers.coaching"],
    [{ coaching: { start: 36 }, entry: { cohorts: 1 } }, "never-runs", "levers.coaching"],
    [{ design: { end: 12 }, entry: { cohorts: 1 } }, "never-runs", "levers.design"],
  ])("%o", async ([use, code, path]) => {
    expect(await validateScenario({ levers: use })).toMatchObject({ warnings: [{ code, path }] });
  });
});

describe("the schema", () => {
  test("has every setting, choice and count of every lever, with a description", () => {
    const { $defs } = scenarioSchema() as { $defs: Record<string, { properties: object }> };
    for (const lever of levers) {
      const names = [...lever.settings, ...(lever.choices ?? []), ...(lever.counts ?? [])].map(({ name }) => name);
      const described = $defs[`lever-${lever.name}`]?.properties as Record<string, { description?: string }>;
      expect(Object.keys(described)).toEqual(["intensity", "start", "end", "ramp", "delay", ...names]);
      for (const name of names) expect(described[name]?.description).toBeTruthy();
    }
  });
});

property.prop([fc.anything({ maxDepth: 4, withNullPrototype: true })])(
  "never throws, and gives every issue a message",
  async (input) => {
    for (const { code, message } of await issuesOf(input)) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(message).not.toBe("");
    }
  },
);

property.prop([
  fc.record(
    {
      strategy: fc.anything(),
      levers: fc.dictionary(fc.constantFrom(...levers.map((l) => l.name)), fc.anything()),
      horizon: fc.anything(),
      shocks: fc.array(fc.anything()),
      district: fc.anything(),
    },
    { requiredKeys: [] },
  ),
])("never throws on nearly right input", async (input) => {
  await expect(validateScenario(input)).resolves.toBeDefined();
});
