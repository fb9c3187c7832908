import { describe, expect, test } from "vitest";
import { profile } from "../district/profile.ts";
import type { Issue } from "../issue.ts";
import { easeOf } from "./transition.ts";
import { transitions } from "./transition-kinds.ts";
import { validateScenario } from "./validate.ts";

const school = (id: string, teachers = 10) => ({
  id,
  name: id,
  level: "high",
  enrolment: 100,
  teachers,
  lowIncomeShare: 0.5,
});
const four = (over: object = {}): object => ({
  id: "d",
  name: "D",
  source: "invented",
  schools: ["north", "south", "east", "west"].map((id) => school(id)),
  ...over,
});
/** Comes to a quarter of the teachers of {@link four}. */
const quarter = { north: 0.1, south: 0.2, east: 0.3, west: 0.4 };
const fromQuarter = { values: { "start.adoption": 0.25 } };

async function issuesOf(input: unknown): Promise<readonly Issue[]> {
  const result = await validateScenario(input);
  return "issues" in result ? result.issues : [];
}
const short = ({ code, path, message, allowed, nearest }: Issue): string =>
  `${code} ${path}: ${message}${allowed && !nearest ? ` (${allowed})` : ""}${nearest ? `; did you mean ${nearest}?` : ""}`;

describe("what a district knows of itself is refused", () => {
  const cases: readonly [input: unknown, ...issues: string[]][] = [
    [
      { own: { turnover: 0, principalYears: 0.4, coaches: -1 } },
      "out-of-range own.turnover: 0 is out of range (0.001 to 0.6)",
      "out-of-range own.principalYears: 0.4 is out of range (0.5 to 15 years)",
      "out-of-range own.coaches: -1 is out of range (0 to 10000 posts)",
    ],
    [
      { own: { turnover: 0.61, principalYears: 15.1, coaches: 10_001 } },
      "out-of-range own.turnover: 0.61 is out of range (0.001 to 0.6)",
      "out-of-range own.principalYears: 15.1 is out of range (0.5 to 15 years)",
      "out-of-range own.coaches: 10001 is out of range (0 to 10000 posts)",
    ],
    [
      { own: { turnover: "a", coaches: Number.NaN, turnovr: 0.1 } },
      "wrong-kind own.turnover: “a” is not a number",
      "not-finite own.coaches: NaN is not a finite number",
      "unknown-field own.turnovr: there is no field called “turnovr”; did you mean turnover?",
    ],
    [{ own: 5 }, "wrong-kind own: 5 is not a group of fields"],
    [
      { district: four({ own: null }) },
      "wrong-kind district.own: nothing is not a group of fields; write {} to take every default",
    ],
    [
      { district: [four({ own: { turnover: 0.7 } })] },
      "out-of-range district[0].own.turnover: 0.7 is out of range (0.001 to 0.6)",
    ],
    [{ own: { adoption: [0.1] } }, "wrong-kind own.adoption: a list is not a group of fields"],
    [
      { district: four(), own: { adoption: { ...quarter, north: 1.2 } } },
      "out-of-range own.adoption.north: 1.2 is out of range (0 to 1)",
    ],
    [
      { district: four(), own: { adoption: { ...quarter, "the north": -0.1 } }, parameters: fromQuarter },
      'out-of-range own.adoption["the north"]: -0.1 is out of range (0 to 1)',
    ],
    [
      { district: four(), own: { adoption: { nrth: 0.1, south: 0.1 } } },
      "unknown-school own.adoption.nrth: no school of the district has the id “nrth”; did you mean north?",
      "missing own.adoption: has no share for north, east, west; a start by school needs all (a share for every school)",
    ],
    [
      { district: four(), own: { adoption: { ...quarter, zzzzzzzz: 0.1 } } },
      "unknown-school own.adoption.zzzzzzzz: no school of the district has the id “zzzzzzzz”",
    ],
    [
      { district: four(), own: { adoption: {} } },
      "missing own.adoption: has no share for north, south, east, and 1 more; a start by school needs all (a share for every school)",
    ],
    [
      { district: four({ schools: [school("constructor"), school("a")] }), own: { adoption: { a: 0.3 } } },
      "missing own.adoption: has no share for constructor; a start by school needs all (a share for every school)",
    ],
    [
      { district: four(), own: { adoption: quarter } },
      "contradicts-start own.adoption: the schools' shares come to 25.0% of the district's teachers, and the start is 15.0% (shares that come to 15.0%, or `parameters: values: start.adoption: 0.2500`)",
    ],
    [
      { district: four({ own: { adoption: quarter } }), parameters: { values: { "start.adoption": 0.2 } } },
      "contradicts-start district.own.adoption: the schools' shares come to 25.0% of the district's teachers, and the start is 20.0% (shares that come to 20.0%, or `parameters: values: start.adoption: 0.2500`)",
    ],
    [
      { district: [four({ id: "e" }), four({ own: { adoption: { north: 0.1 } } })], own: { coaches: 1 } },
      "missing district[1].own.adoption: has no share for south, east, west; a start by school needs all (a share for every school)",
      "ambiguous own: the scenario has 2 districts, and own figures are of one (`own` within each district)",
    ],
    [
      { district: "napa-valey-unified", own: { adoption: { north: 0.1 } } },
      "unknown-district district: no embedded district is called “napa-valey-unified”; did you mean napa-valley-unified?",
    ],
  ];
  test.for(cases.map(([input, ...issues]) => ({ input, issues })))("$issues.0", async ({ input, issues }) => {
    expect((await issuesOf(input)).map(short)).toEqual(issues);
  });

  test("where its teachers are supplied, and say themselves who uses the practice", async () => {
    const teachers = [
      { teacher: 0, school: "north", team: 0, experience: 3, disposition: 0, threshold: 0.2, stage: "using" },
      { teacher: 1, school: "north", team: 0, experience: 3, disposition: 0, threshold: 0.2, stage: "aware" },
    ];
    const supplied = four({ schools: [school("north", 2)], population: { teachers, ties: [] } });
    const one = { ...supplied, own: { adoption: { north: 0.5 } } };
    for (const [input, path] of [
      [{ district: supplied, own: { adoption: { north: 0.5 } } }, "own.adoption"],
      [{ district: [one] }, "district[0].own.adoption"],
    ] as const) {
      expect((await issuesOf(input)).map(short)).toEqual([
        `contradicts-population ${path}: the district's teachers are supplied with their stages, which say who uses the practice`,
      ]);
    }
    expect(await issuesOf({ district: supplied, own: { turnover: 0.2, principalYears: 4, coaches: 1 } })).toEqual([]);
  });

  test("with an end, where many ids are unknown", async () => {
    const unknown = Object.fromEntries(Array.from({ length: 3000 }, (_, k) => [`school-${k}`, 0.1]));
    const schools = Array.from({ length: 3000 }, (_, k) => school(`skool-${k}`));
    const issues = await issuesOf({ district: four({ schools }), own: { adoption: unknown } });
    expect(issues).toHaveLength(102);
    expect(issues.at(-1)).toMatchObject({ code: "more-faults", value: 2900 });
    expect(issues[0]).toMatchObject({ code: "unknown-school", nearest: "skool-0" });
  });
});

describe("what a district knows of itself is accepted", () => {
  test.for<[string, unknown]>([
    ["as nothing", { own: null }],
    ["as no figure", { own: {} }],
    ["at the ends of its ranges", { own: { turnover: 0.6, principalYears: 15, coaches: 0 } }],
    ["of an embedded district", { district: ["us-average"], own: { turnover: 0.001, principalYears: 0.5 } }],
    ["within a district and beside it", { district: four({ own: { turnover: 0.1 } }), own: { coaches: 2 } }],
    ["of one of several districts", { district: [four({ own: { turnover: 0.1 } }), "us-average"] }],
    ["by school, where the start is theirs", { district: four(), own: { adoption: quarter }, parameters: fromQuarter }],
    [
      "by school, where rounded shares are all that is between them",
      { district: four(), own: { adoption: { north: 0.1, south: 0.12, east: 0.2, west: 0.16 } } },
    ],
    [
      "by school of a district by name, though no number of teachers is quite that share",
      {
        district: "us-average",
        own: { adoption: Object.fromEntries(profile("us-average").schools.map(({ id }) => [id, 0.15])) },
      },
    ],
  ])("%s", async ([, input]) => expect(await issuesOf(input)).toEqual([]));
});

describe("the ease of transitions is", () => {
  test("refused out of range, of another kind, and of none that is known", async () => {
    const input = { ease: { join: 0, drop: 100.5, try: "x", hear: Number.POSITIVE_INFINITY, giveup: 2 } };
    expect((await issuesOf(input)).map(short)).toEqual([
      "out-of-range ease.join: 0 is out of range (0.01 to 100 ratio of odds)",
      "out-of-range ease.drop: 100.5 is out of range (0.01 to 100 ratio of odds)",
      "not-finite ease.hear: Infinity is not a finite number",
      "wrong-kind ease.try: “x” is not a number",
      "unknown-field ease.giveup: there is no field called “giveup”; did you mean give-up?",
    ]);
    expect((await issuesOf({ ease: 3 })).map(short)).toEqual(["wrong-kind ease: 3 is not a group of fields"]);
  });
  test("accepted of each from .01 to 100, and 1 where it is not given", async () => {
    for (const { name } of transitions) {
      for (const factor of [0.01, 100]) {
        const { scenario } = (await validateScenario({ ease: { [name]: factor } })) as { scenario: { ease: object } };
        expect(scenario.ease).toEqual(easeOf({ [name]: factor }));
      }
    }
  });
});

test("levels, places and decisions of a way in are refused out of range", async () => {
  const entry = (use: object) => issuesOf({ levers: { entry: use } });
  expect((await entry({ levels: "hig", places: -1, decided: 1.2 })).map(short)).toEqual([
    "out-of-range levers.entry.decided: 1.2 is out of range (0 to 1)",
    "unknown-name levers.entry.levels: “hig” is not one of the names allowed; did you mean high?",
    "out-of-range levers.entry.places: -1 is out of range (0 to 10000 schools a year)",
  ]);
  expect((await entry({ places: 1.5 })).map(short)).toEqual([
    "wrong-kind levers.entry.places: 1.5 is not a whole number or a group of fields",
  ]);
  expect((await entry({ places: 10_001 })).map(short)).toEqual([
    "out-of-range levers.entry.places: 10001 is out of range (0 to 10000 schools a year)",
  ]);
  for (const use of [{ places: 0 }, { places: 10_000 }, { decided: 0 }, { decided: 1 }, { levels: "secondary" }]) {
    expect(await entry(use)).toEqual([]);
  }
});
