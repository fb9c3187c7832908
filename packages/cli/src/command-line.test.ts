import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { ownFolder } from "../test-support/own-folder.ts";
import { dollars } from "./words/format.ts";

const own = ownFolder();
const { uptake, file } = own;

const small = ["--district", "small-rural", "--replicates", "2", "--months", "12"];

describe("wrong options", () => {
  test.for<[argv: string[], ...errors: string[]]>([
    [["run", "--replicates", "0"], "error: --replicates: 0 is out of range (1 to 1000000 replicates)"],
    [
      ["start", "--replicates", "20000"],
      "error: --replicates: 20000 is out of range (1 to 10000 replicates; uptake run takes up to 1000000)",
    ],
    [["run", "--replicates", "ten"], "error: --replicates: “ten” is not a whole number (1 to 1000000 replicates)"],
    [["run", "--replicates", "1e3"], "error: --replicates: “1e3” is not a whole number (1 to 1000000 replicates)"],
    [["run", "--seed", ""], "error: --seed: is empty (1 to 200 characters)"],
    [["run", "--months", "601"], "error: --months: 601 is out of range (1 to 600 months)"],
    [
      ["run", "--months", "0", "--seed", "", "--replicates", "-1", "--district", "smal-rural", "--strategy", "mandat"],
      "error: --seed: is empty (1 to 200 characters)",
      "error: --replicates: -1 is out of range (1 to 1000000 replicates)",
      "error: --months: 0 is out of range (1 to 600 months)",
      "error: --district: no embedded district is called “smal-rural”; did you mean small-rural?",
      "error: --strategy: no strategy is called “mandat”; did you mean mandate?",
    ],
    [
      ["run", "--replicate", "3"],
      "error: unknown option '--replicate'",
      "(Did you mean --replicates?)",
      "Try: uptake run --help",
    ],
    ...["stress", "rivals", "sweep", "optimise"].map((kind): [string[], string] => [
      [kind, "--example", "--budget", "3M"],
      "error: --budget: is no option of a study file: it says budget (run, compare, start, explain) or budgets (optimise) itself. Other kinds take their plans as they are; uptake run --budget with --out writes one that is scaled to a sum, as scenario.yaml",
    ]),
    [["runn"], "error: unknown command 'runn'", "(Did you mean run?)", "Try: uptake --help"],
    [
      ["run", "--seed", "a", "--seed", "b"],
      "error: option '--seed <text>' argument 'b' is invalid. It is given twice.",
      "Try: uptake run --help",
    ],
    [["compare", "mandate"], "error: b: is needed: a strategy to compare mandate with"],
    [
      ["compare", "mandate", "coaching-onli"],
      "error: strategy: no strategy is called “coaching-onli”; did you mean coaching-only?",
    ],
    [["list", "lever"], "error: list: “lever” is not one of the names allowed; did you mean levers?"],
    [["schema", "scenarios"], "error: schema: “scenarios” is not one of the names allowed; did you mean scenario?"],
    [
      ["run", "--roster", "r.csv"],
      "error: --format: is needed with --roster: generic, ca, co, ma, nces, tx, ca-prepared, ma-prepared, tx-prepared",
    ],
    [
      ["run", "--district-id", "x"],
      "error: --district-id: is of use only with --roster; --district names an embedded district",
    ],
    [
      ["run", "--district", "oak/district.json"],
      "error: --district: names an embedded district; a file is named in a scenario, as district: oak/district.json",
    ],
    [
      ["run", "--district", "schools.csv"],
      "error: --district: names an embedded district; a roster is given with --roster FILE --format NAME",
    ],
    [
      ["import"],
      "error: roster: is needed: the file to read, CSV or Parquet",
      "error: --format: is needed: generic, ca, co, ma, nces, tx, ca-prepared, ma-prepared, tx-prepared",
    ],
    [["population"], "error: --out: is needed: the folder to write to"],
    [
      ["explain", "mandte", "--teacher", "x", "--replicate", "-1"],
      "error: --replicate: -1 is out of range (0 to 1000000000 replicates)",
      "error: --teacher: “x” is not a whole number (0 to 1000000000 in teachers.csv)",
      "error: strategy: no strategy is called “mandte”; did you mean mandate?",
    ],
    [
      ["explain", "mandate", "--district", "small-rural", "--teacher", "47", "--school", "hihg-1"],
      "error: --teacher: there is no teacher 47 (a whole number, 0 to 46)",
      "error: --school: no school is called “hihg-1”; did you mean high-1?",
    ],
    [["run", "nothing.yaml"], "error: nothing.yaml: there is no such file"],
    [["run", "."], "error: .: is a folder"],
  ])("%j", async ([argv, ...errors]) => {
    expect(await uptake(...argv)).toEqual({ code: 2, out: "", err: `${errors.join("\n")}\n` });
    expect(readdirSync(own.cwd)).toEqual([]);
  });

  const named = async (...argv: string[]): Promise<string[]> => {
    const [, commands = ""] = (await uptake(...argv, "--help")).out.split("\nCommands:\n");
    return [...commands.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name as string).filter((one) => one !== "help");
  };
  test("no command takes an option with a value twice in silence, but for --column", async () => {
    const shard = (await named("shard")).map((name) => ["shard", name]);
    const commands = [...(await named()).map((name) => [name]), ...shard];
    let tried = 0;
    for (const command of commands) {
      const { out } = await uptake(...command, "--help");
      const options = [...out.matchAll(/^ {2}(--[a-z-]+) [<[]/gm)].map(([, option]) => option as string);
      for (const option of options.filter((one) => one !== "--column")) {
        const { err } = await uptake(...command, option, "1", option, "2");
        expect([...command, option, err]).toEqual([...command, option, expect.stringContaining("It is given twice.")]);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(140);
  });
});

describe("explain", () => {
  const place = ["--district", "small-rural", "--months", "24"];
  test("tells of who changed most when nobody is named, a teacher and a school", async () => {
    const { code, out, err } = await uptake("explain", "all-six-lessons", ...place);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Teacher \d+, /);
    expect(out).toContain("One run of many: an example, not a finding.");
    expect(out.match(/At the end: /g)).toHaveLength(2);
    expect(await uptake("explain", "all-six-lessons", ...place)).toEqual({ code, out, err });
  });
  test("tells of the one named, by replicate, as data too", async () => {
    const one = await uptake("explain", "mandate", ...place, "--teacher", "3", "--replicate", "2", "--json");
    const { stories } = JSON.parse(one.out);
    expect(stories).toHaveLength(1);
    expect(stories[0]).toMatchObject({ teacher: 3, replicate: 2, school: { id: "elementary-1" } });
    const school = await uptake("explain", "mandate", ...place, "--school", "High 1");
    expect(school.out).toMatch(/^High 1 \(/);
    const both = JSON.parse((await uptake("explain", ...place, "--school", "--teacher", "0", "--json")).out);
    expect(both.stories).toHaveLength(2);
  });
});

describe("wrong scenarios", () => {
  test.for<[what: string, text: string | Uint8Array, ...errors: string[]]>([
    [
      "a setting out of range and a misspelt lever",
      "district: small-rural\nstrategy: mandate\nlevers:\n  coaching:\n    intensity: 1\n    teachersPerCoach: 3\n  coachng: {}\n",
      "s.yaml:6:5 levers.coaching.teachersPerCoach: 3 is out of range (4 to 400 teachers per coach)",
      "s.yaml:7:3 levers.coachng: no lever is called “coachng”; did you mean coaching?",
    ],
    [
      "numbers that are not finite",
      "levers:\n  coaching: { release: .nan, intensity: .inf }\n",
      "s.yaml:2:15 levers.coaching.release: NaN is not a finite number",
      "s.yaml:2:30 levers.coaching.intensity: Infinity is not a finite number",
    ],
    [
      "formulas that fail",
      "levers:\n  coaching:\n    intensity: 1 / t\n    release: sine(t)\n",
      "s.yaml:3:5 levers.coaching.intensity: the formula is Infinity in month 0",
      "s.yaml:4:5 levers.coaching.release: the formula calls sine, which is not a known function (character 1); did you mean min?",
    ],
    ["a horizon of 0", "horizon: 0\n", "s.yaml:1:1 horizon: 0 is out of range (1 to 600 months)"],
    [
      "JSON in Windows lines",
      '{\r\n  "horizon": 12,\r\n  "target": { "month": 34 }\r\n}\r\n',
      "s.yaml:3:15 target.month: the target is asked for at index 34, beyond the horizon of 12 months (0 to 12 months)",
    ],
    [
      "duplicate schools",
      "district:\n  id: d\n  name: D\n  source: none\n  schools:\n    - &a { id: a, name: A, level: high, enrolment: 90, teachers: 5, lowIncomeShare: 0.4 }\n    - *a\n",
      "s.yaml:7:7 district.schools[1].id: the school “a” is number 1 of the list already",
    ],
    [
      "a school with no teachers",
      "district: { id: d, name: D, source: none, schools: [{ id: b, name: B, level: high, enrolment: 9, teachers: 0, lowIncomeShare: 0.4 }] }\n",
      "s.yaml:1:98 district.schools[0].teachers: 0 is out of range (1 to 10000 teachers)",
    ],
    ["a duplicate key", "horizon: 12\nhorizon: 24\n", "s.yaml:2:1: Map keys must be unique"],
    ["tabs", "levers:\n\tcoaching: {}\n", "s.yaml:2:1: Tabs are not allowed as indentation"],
    ["two documents", "a: 1\n---\nb: 2\n", "s.yaml:2:1: holds more than one document"],
    ["an unknown tag", "horizon: !!js 12\n", "s.yaml:1:10: Unresolved tag: tag:yaml.org,2002:js"],
    ["an empty file", "", "s.yaml: is empty"],
    ["a list", "- horizon: 12\n", "s.yaml:1:1: a scenario is a group of fields, as in strategy: all-six-lessons"],
    ["a nest of brackets", "[".repeat(5000), "s.yaml: nests deeper than 64 levels"],
    [
      "a bomb of aliases",
      `a: &a [${"x,".repeat(20)}]\nb: &b [${"*a,".repeat(20)}]\nc: [${"*b,".repeat(20)}]\n`,
      "s.yaml:3:14: *b is beyond the 100 aliases read, counting those it repeats",
    ],
    ["an alias of nothing", "name: *a\n", "s.yaml:1:7: *a repeats nothing: no &a is before it"],
    [
      "merge keys",
      "levers:\n  coaching: &a { release: 1 }\n  learning: { <<: *a }\n",
      "s.yaml:3:15: merge keys (<<) are not read; write the fields out",
    ],
    [
      "a district file that is not there, beside other faults",
      "district: nowhere/district.json\nstrategy: mandat\nshocks: [{ kind: budget-cut, month: 1, districts: [d] }]\n",
      "s.yaml:1:1 district: there is no file nowhere/district.json",
      "s.yaml:2:1 strategy: no strategy is called “mandat”; did you mean mandate?",
    ],
    [
      "rosters in the place of districts",
      "district: [small-rural, schools.csv, schools.parquet]\n",
      "s.yaml:1:25 district[1]: is a table: a roster is named as roster: { file: schools.csv, format: NAME }, in place of district",
      "s.yaml:1:38 district[2]: is a table: a roster is named as roster: { file: schools.parquet, format: NAME }, in place of district",
    ],
    [
      "one district file of several that is not there",
      "district: [small-rural, d.json]\nhorizon: 0\n",
      "s.yaml:1:25 district[1]: there is no file d.json",
      "s.yaml:2:1 horizon: 0 is out of range (1 to 600 months)",
    ],
    [
      "a figure beyond every limit, and a school that comes twice",
      "district:\n  id: d\n  name: D\n  source: none\n  schools:\n    - { id: a, name: A, level: high, enrolment: 90, teachers: 1e300, lowIncomeShare: 0.4 }\n    - { id: a, name: A, level: high, enrolment: 90, teachers: 5, lowIncomeShare: 0.4 }\n",
      "s.yaml:6:53 district.schools[0].teachers: 1e+300 is out of range (1 to 10000 teachers)",
      "s.yaml:7:9 district.schools[1].id: the school “a” is number 1 of the list already",
    ],
    ["bytes that are not UTF-8", Uint8Array.of(0x61, 0x3a, 0x20, 0xff), "s.yaml: is not UTF-8 text; save it as UTF-8"],
  ])("%s", async ([, text, ...errors]) => {
    const { code, out, err } = await uptake("run", file("s.yaml", text), "--out", "results");
    expect(err).toBe(errors.map((error) => `error: ${error}\n`).join(""));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(readdirSync(own.cwd)).toEqual(["s.yaml"]);
  });

  test("a byte-order mark is no fault", async () => {
    expect(
      (await uptake("run", file("s.yaml", "\uFEFFdistrict: small-rural\nhorizon: 3\n"), "--replicates", "1")).code,
    ).toBe(0);
  });

  test.for([
    ["big.csv", ["run", "--roster", "big.csv", "--format", "generic"], "32 MB"],
    ["big.yaml", ["run", "big.yaml"], "1 MB"],
  ] as const)("%s of 100 MB is refused by its size", async ([name, argv, limit]) => {
    file(name, "");
    truncateSync(join(own.cwd, name), 100 * 1024 * 1024);
    expect(await uptake(...argv)).toEqual({
      code: 2,
      out: "",
      err: `error: ${name}: has 100 MB; the limit is ${limit}\n`,
    });
  });

  test("warns of doses that reach nobody", async () => {
    const { code, err } = await uptake(
      "run",
      file("s.yaml", "district: small-rural\nhorizon: 3\nlevers:\n  coaching: {}\n"),
      "--replicates",
      "1",
    );
    expect(code).toBe(0);
    expect(err).toBe(
      "warning: s.yaml:4:3 levers.coaching: no school can join, so nobody is reached by coaching; set volunteers, cohorts, mandate or newSchools of entry\n",
    );
  });
});

const roster =
  'school,level,enrolment,low_income,teachers\r\n"Adams, East",elementary,300,150,20\r\n"Bell\nNorth",middle,200,40,14\r\nClark,high,0,0,3\r\nDale,high,280,70,18\r\n';

describe("a roster", () => {
  test("is imported with every row accounted for, and used in a scenario", async () => {
    file("roster.csv", `\uFEFF${roster}`);
    const { code, out } = await uptake("import", "roster.csv", "--format", "generic", "--out", "in", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).report).toMatchObject({ rowsRead: 4, kept: 3, dropped: [{ school: "Clark" }] });
    file("s.yaml", "district: in/district.json\nstrategy: mandate\nhorizon: 12\n");
    const run = JSON.parse((await uptake("run", "s.yaml", "--replicates", "2", "--json")).out);
    expect(run.district).toMatchObject({ schools: 3, teachers: 52, students: 780 });
    const direct = await uptake(
      "run",
      "--roster",
      "roster.csv",
      "--format",
      "generic",
      "--strategy",
      "mandate",
      "--months",
      "12",
      "--replicates",
      "2",
      "--json",
    );
    expect(JSON.parse(direct.out).checksums).toEqual(run.checksums);
  });
  test("at fault is refused with file, line and column", async () => {
    file("roster.csv", roster.replace(",14", ",few").replace("280,70", "280,-7"));
    const { code, err } = await uptake("run", "--roster", "roster.csv", "--format", "generic", "--out", "results");
    expect(code).toBe(2);
    expect(err.match(/^error: roster\.csv:\d+:\d+ \w+: .*$/gm)).toHaveLength(2);
    expect(readdirSync(own.cwd)).toEqual(["roster.csv"]);
  });
  test("in JSON is refused in one line, as a district that an import wrote", async () => {
    file("roster.csv", roster);
    await uptake("import", "roster.csv", "--format", "generic", "--out", "in");
    file("list.json", '[\n  { "id": "oak" }\n]\n');
    const says = "is JSON and no table; a district.json that an import wrote is named in a scenario, as district: FILE";
    const given = ["--format", "generic"];
    for (const json of ["in/district.json", "list.json"]) {
      const err = `error: ${json}: ${says}\n`;
      expect(await uptake("run", "--roster", json, ...given)).toEqual({ code: 2, out: "", err });
      expect(await uptake("import", json, ...given)).toEqual({ code: 2, out: "", err });
    }
    file("titled.csv", `[2023-24] {draft}\n${roster}`);
    expect(await uptake("import", "titled.csv", ...given)).toMatchObject({ code: 0 });
  });
  test.for([
    ["csv", " (known: generic, ca, co, ma, nces, tx, ca-prepared, ma-prepared, tx-prepared)"],
    ["genric", "; did you mean generic?"],
  ] as const)("of a format called %s is told of those there are", async ([format, told]) => {
    file("roster.csv", roster);
    const { err } = await uptake("import", "roster.csv", "--format", format);
    expect(err).toBe(`error: roster.csv format: there is no roster format "${format}"${told}\n`);
  });
  test("without the district asked for offers the nearest names", async () => {
    file(
      "roster.csv",
      "district,school,level,enrolment,low_income,teachers\nNapa Valley,A,high,90,9,5\nOak,B,high,90,9,5\n",
    );
    const { err } = await uptake("run", "--roster", "roster.csv", "--format", "generic", "--district-id", "Napa Vally");
    expect(err).toBe('error: --district-id: the roster has no district "Napa Vally"; did you mean Napa Valley, Oak?\n');
  });
});

describe("run --json", () => {
  test("prints one object and nothing else, with every field", async () => {
    const { code, out, err } = await uptake("run", ...small, "--strategy", "all-six-lessons", "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      version: expect.any(String),
      seed: "uptake",
      replicates: 2,
      parameters: "sampled",
      scenario: { strategy: "all-six-lessons", horizon: 12 },
      district: { name: expect.any(String), schools: 3, teachers: 47, students: 574 },
      target: { share: 0.8, month: 34, probability: null, low: null, high: null },
      cost: { total: expect.any(Number), perAddedSustainedAdopter: null },
    });
    for (const column of ["month", "mean", "low", "high", "p10", "p90"])
      expect(answer.adoption[column]).toHaveLength(13);
    expect(answer.byTier.map(({ tier }: { tier: string }) => tier)).toHaveLength(3);
    for (const { mean } of answer.byTier) expect(mean).toHaveLength(13);
  });
  test("has the measures of schools, students and hours, and intervals of the parts of the cost", async () => {
    const strategy = ["--strategy", "all-six-lessons", "--months", "46"];
    const argv = ["run", "--district", "small-rural", "--replicates", "8", ...strategy, "--json"];
    const { cost, coachHours, ...answer } = JSON.parse((await uptake(...argv)).out);
    for (const name of ["worstTier", "schoolsAdopting", "members", "adoptionByStudents"])
      expect(answer[name].mean).toHaveLength(47);
    const tiers = ["low poverty", "middle poverty", "high poverty"];
    const estimate = { mean: expect.any(Number), low: expect.any(Number), high: expect.any(Number) };
    expect(coachHours).toEqual(tiers.map((tier) => ({ tier, unit: "hours per teacher", ...estimate })));
    for (const part of ["byCategory", "byTier"]) {
      for (const [name, mean] of Object.entries(cost[part]))
        expect(cost[`${part}Interval`][name]).toEqual({ ...estimate, mean });
    }
    expect(cost.perAddedSustainedAdopterReason).toBe("the horizon is under 58 months");
    expect([cost.perAddedStudentYear, cost.perAddedStudentYearReason]).not.toEqual([null, undefined]);
  });
  test("is the same for the same seed, and another for another", async () => {
    const [a, b, c] = await Promise.all(
      ["x", "x", "y"].map((seed) => uptake("run", ...small, "--seed", seed, "--json")),
    );
    expect(a?.out).toBe(b?.out);
    expect(a?.out).not.toBe(c?.out);
  });
});

describe("run --out", () => {
  test("writes a report, tidy tables, the answer, and the scenario, which gives the same again", async () => {
    const first = await uptake("run", ...small, "--strategy", "mandate", "--out", "results", "--json");
    expect(readdirSync(join(own.cwd, "results"))).toEqual(
      expect.arrayContaining(["report.html", "receipt.json", "columns.csv", "series.parquet", "scenario.yaml"]),
    );
    expect(readdirSync(join(own.cwd, "results"))).not.toContain("journal.jsonl");
    expect(JSON.parse(readFileSync(join(own.cwd, "results/answer.json"), "utf8")).data).toEqual(JSON.parse(first.out));
    const [header, ...rows] = readFileSync(join(own.cwd, "results/series.csv"), "utf8").trimEnd().split("\n");
    expect(header).toBe("strategy,month,group,stage,mean,low,high,p5,p10,p25,p50,p75,p90,p95,replicates");
    expect(new Set(rows.map((row) => row.split(",").slice(0, 4).join())).size).toBe(rows.length);
    const stages = new Set(rows.map((row) => row.split(",")[3]));
    expect([...stages]).toEqual(expect.arrayContaining(["schoolsAdopting", "members", "students"]));
    const again = await uptake("run", "results/scenario.yaml", "--replicates", "2", "--json");
    expect(JSON.parse(again.out)).toEqual(JSON.parse(first.out));
  });
  test("refuses a file in place of a folder, before it simulates", async () => {
    file("results", "mine");
    expect(await uptake("run", ...small, "--out", "results")).toEqual({
      code: 2,
      out: "",
      err: `error: --out: “results” cannot be a folder: ${join(own.cwd, "results")} is a file\n`,
    });
    expect(readFileSync(join(own.cwd, "results"), "utf8")).toBe("mine");
  });
});

test("results that cannot be written leave everything as it was, the answer is said, and the exit code is 1", async () => {
  // A folder in the place of the last file to be written makes the last step fail.
  mkdirSync(join(own.cwd, "results/receipt.json/inside"), { recursive: true });
  file("results/series.csv", "mine");
  const { code, out, err } = await uptake("run", ...small, "--out", "results");
  expect(code).toBe(1);
  expect(out).toMatch(/^business-as-usual\nSmall rural district /);
  expect(err).toMatch(
    /^uptake failed: nothing was written to results: .*\nWhat is finished is kept in results; run the same command again to go on from there\.\nSet DEBUG=1 to see where\.\n$/,
  );
  expect(readdirSync(own.cwd)).toEqual(["results"]);
  expect(
    readdirSync(join(own.cwd, "results"))
      .filter((name) => name !== "journal.jsonl")
      .sort(),
  ).toEqual(["receipt.json", "series.csv"]);
  expect(readFileSync(join(own.cwd, "results/series.csv"), "utf8")).toBe("mine");
});

test("results take the place of earlier ones, and leave other files alone", async () => {
  await uptake("run", ...small, "--out", "results");
  const before = readdirSync(join(own.cwd, "results"));
  file("results/notes.txt", "mine");
  const { code } = await uptake("run", ...small, "--seed", "other", "--out", "results");
  expect(code).toBe(0);
  expect(readdirSync(join(own.cwd, "results")).sort()).toEqual([...before, "notes.txt"].sort());
  expect(JSON.parse(readFileSync(join(own.cwd, "results/answer.json"), "utf8")).seed).toBe("other");
});

/** A roster of a school. */
const ours = "school,level,enrolment,low_income,teachers\nOak,high,300,100,20\n";

test("import and population leave a folder with the result of a study as it is", async () => {
  file("r.csv", ours);
  file("s.yaml", "roster: { file: r.csv, format: generic }\nname: Ours\nhorizon: 12\ntarget: { month: 10 }\n");
  await uptake("run", "s.yaml", "--replicates", "2", "--no-bottleneck", "--out", "mine");
  const folder = join(own.cwd, "mine");
  const all = (): string[] => readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
  const before = all();
  for (const words of [
    ["import", "r.csv", "--format", "generic"],
    ["population", "--district", "small-rural"],
  ])
    expect(await uptake(...words, "--out", "mine")).toEqual({
      code: 2,
      out: "",
      err: "error: --out: “mine” holds the result of a study, run “Ours”; choose another folder, or remove it first\n",
    });
  expect(all()).toEqual(before);
});

test.for([
  [
    "an import",
    "district.json",
    (): unknown => uptake("import", file("r.csv", ours), "--format", "generic", "--out", "mine"),
  ],
  ["a scenario of one's own", "scenario.yaml", (): unknown => own.file("mine/scenario.yaml", "strategy: mandate\n")],
] as const)("a result leaves a folder with %s as it is", async ([, name, make]) => {
  mkdirSync(join(own.cwd, "mine"));
  await make();
  const before = readdirSync(join(own.cwd, "mine"));
  const text = readFileSync(join(own.cwd, "mine", name), "utf8");
  expect(await uptake("run", ...small, "--out", "mine")).toEqual({
    code: 2,
    out: "",
    err: `error: --out: “mine” holds a file ${name} that is of no result, and a result would take its place; choose another folder\n`,
  });
  expect(readdirSync(join(own.cwd, "mine"))).toEqual(before);
  expect(readFileSync(join(own.cwd, "mine", name), "utf8")).toBe(text);
});

test("a district given as an option takes the place of a file that is not there", async () => {
  file("s.yaml", "district: nowhere/district.json\n");
  expect((await uptake("run", "s.yaml", ...small)).code).toBe(0);
});

describe("where people get stuck", () => {
  const stuck = ["--district", "small-rural", "--replicates", "2", "--months", "24"];
  test("is told by run: a funnel of members and others, and what halving an obstacle adds", async () => {
    const argv = ["run", ...stuck, "--strategy", "coaching-only"];
    const { out } = await uptake(...argv);
    expect(out).toContain("\nWhere people get stuck, by August after year 2: mean counts (95% intervals)\n");
    expect(out).toMatch(/\n {2,}member schools {2}other schools\nschools /);
    expect(out).toMatch(/\nSchools: [\d.]+.* of 3 were asked to join, .* in the programme then\.\n/);
    expect(out).toMatch(/(halving that obstacle adds|cannot be told).* \(95% intervals?, 2 worlds, paired\)\.\n/);
    const { funnel, bottleneck } = JSON.parse((await uptake(...argv, "--json")).out);
    expect(funnel).toMatchObject({ month: 24, replicates: 2, worlds: 2 });
    expect(bottleneck).toMatchObject({ series: "adoption", month: 24, replicates: 2, name: "coaching-only" });
    expect(bottleneck.transitions).toHaveLength(9);
    const asked = ({ membership, tier }: { membership: string; tier: string }) =>
      membership === "all" && tier === "all";
    expect(funnel.parts.find(asked).counts.schools.mean).toBe(3);
  });
  test("leaves the runs with easier steps out when it is told to", async () => {
    const argv = ["run", ...stuck, "--no-bottleneck"];
    const { out } = await uptake(...argv);
    expect(out).toContain("\nWhere people get stuck, ");
    expect(out).not.toContain("halving");
    const answer = JSON.parse((await uptake(...argv, "--json", "--out", "results")).out);
    expect([answer.funnel.month, answer.bottleneck]).toEqual([24, undefined]);
    expect(readdirSync(join(own.cwd, "results"))).not.toContain("bottlenecks.csv");
    expect(await uptake("verify", "results")).toMatchObject({ code: 0, err: "" });
  });
  test("is told by compare, of both", async () => {
    const argv = ["compare", "business-as-usual", "coaching-only", ...stuck];
    const { out } = await uptake(...argv, "--out", "results");
    expect(out).toMatch(/\n {2,}A: members {2}A: others {2}B: members {2}B: others\nschools /);
    expect(out).toContain("\nA: Of what nobody does, nothing can be told: no school joins the programme, ");
    expect(out).toMatch(/\nB: .*(halving that obstacle adds|cannot be told)/);
    const files = readdirSync(join(own.cwd, "results"));
    expect(files).toEqual(
      expect.arrayContaining(["funnel.csv", "bottlenecks.csv", "a-scenario.yaml", "b-scenario.yaml", "report.html"]),
    );
    const funnel = readFileSync(join(own.cwd, "results/funnel.csv"), "utf8");
    for (const name of ["business-as-usual", "coaching-only"]) expect(funnel).toContain(`\n${name},24,member,all,`);
    expect(await uptake("verify", "results")).toMatchObject({ code: 0, err: "" });
    const { a, b } = JSON.parse((await uptake(...argv, "--json")).out);
    expect([a.bottleneck.first, b.funnel.month]).toEqual([null, 24]);
    expect((await uptake(...argv, "--no-bottleneck")).out).not.toContain("halving");
  });
  test("is told alike in words and in files, of more replicates than steps are eased in", async () => {
    const argv = ["run", "--district", "small-rural", "--strategy", "all-six-lessons", "--months", "36"];
    const { out } = await uptake(...argv, "--replicates", "40", "--out", "results");
    const said = out.split("\n").filter((line) => line.includes("halving that obstacle"));
    expect(said).toEqual([expect.stringMatching(/^By May of year 3, \d+% of teachers/)]);
    expect(JSON.parse(readFileSync(join(own.cwd, "results/answer.json"), "utf8")).notes).toEqual(
      expect.arrayContaining(said),
    );
  });
  test("is written month by month, by third, and by step", async () => {
    await uptake("run", ...stuck, "--strategy", "mandate", "--out", "results");
    const rows = (name: string): string[][] =>
      readFileSync(join(own.cwd, "results", name), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.split(","));
    const [header, ...funnel] = rows("funnel.csv");
    expect(header).toEqual(["month", "membership", "poverty", "series", "kind", "mean", "low", "high", "replicates"]);
    expect(funnel).toHaveLength(25 * 9 * 18);
    expect(new Set(funnel.map((row) => row.slice(0, 4).join())).size).toBe(funnel.length);
    const at = (...key: string[]): number =>
      Number(funnel.find((row) => key.every((value, i) => row[i] === value))?.[5]);
    const thirds = ["low poverty", "middle poverty", "high poverty"].map((tier) => at("10", "member", tier, "tried"));
    expect(thirds.reduce((sum, one) => sum + one, 0)).toBeCloseTo(at("10", "member", "all", "tried"), 9);
    const [, ...steps] = rows("bottlenecks.csv");
    expect(steps).toHaveLength(9);
    for (const row of steps.filter(([, , , moves]) => moves === "false")) expect(row.slice(4, 7)).toEqual(["", "", ""]);
  });
});

describe("run and compare for people", () => {
  test("name the month two years after funding ends", async () => {
    for (const [funded, shown] of [
      [36, /\(May of year 5\): \d+% \(95%/],
      [24, /\(May of year 4\): \d+% \(95%/],
      [48, /\(May of year 6\): –, as the horizon is shorter\.$/m],
    ] as const) {
      file("s.yaml", `district: small-rural\nfunded: ${funded}\n`);
      const { out } = await uptake("run", "s.yaml", "--replicates", "2", "--no-bottleneck");
      expect(out).toMatch(new RegExp(`Adoption two years after funding ends ${shown.source}`, "m"));
    }
  });
  test("say one of one thing", async () => {
    const school = "{ id: a, name: A, level: high, enrolment: 9, teachers: 1, lowIncomeShare: 0.4 }";
    file("s.yaml", `district: { id: d, name: D, source: none, schools: [${school}] }\nhorizon: 36\n`);
    const { out } = await uptake("run", "s.yaml", "--replicates", "1");
    expect(out).toContain("D: 1 school, 1 teacher, 9 students\n1 replicate, in a world of its own");
    expect(out).toContain(", 1 replicate).");
    expect(out).toContain("Cost: $0 of 2024 (95% interval –, 1 replicate; p10–p90 $0 to $0); per added");
    expect((await uptake("compare", "s.yaml", "mandate", "--replicates", "1")).out).toContain("the same 1 world with");
  });
  test("warn of what is faster than any record, of coached schools that are too slow, and of nothing else", async () => {
    const values = '"start.adoption": 0.15, "exit.novice": 0, "exit.early": 0, "exit.middle": 0, "exit.senior": 0';
    file(
      "s.yaml",
      `name: Fast\ndistrict: small-rural\nswitches: { everyoneAware: true }\nparameters: { values: { ${values}, "trying.intercept": 20, "lapsing.intercept": -40 } }\n`,
    );
    const fast =
      "goes on average faster than if 40% of those not yet using began each year (48, 63 and 69% in May of years 1, 2 and 3)";
    expect((await uptake("run", "s.yaml", "--replicates", "2", "--no-bottleneck")).out).toContain(
      `\nSuspect: “Fast” ${fast}`,
    );
    file("t.yaml", readFileSync(join(own.cwd, "s.yaml"), "utf8").replace("Fast", "Faster").concat("funded: 30\n"));
    const both = (await uptake("compare", "s.yaml", "t.yaml", "--replicates", "2", "--no-bottleneck")).out;
    expect(both).toContain("\nSuspect: “A: Fast”, “B: Faster” go on average faster");
    file(
      "slow.yaml",
      `name: Slow\ndistrict: small-rural\nstrategy: coaching-only\nparameters: { values: { ${values}, "trying.intercept": -40, "entry.rate": 1, "entry.risk": 0, "entry.legitimacy": 10, "entry.vision": 10, "entry.mismatch": 0, "entry.openness": 0, "membership.drop": -20 } }\n`,
    );
    const slow =
      "adoption in member schools stays on average below what the evidence on coaching allows (18, 24 and 28%";
    const { out } = await uptake("run", "slow.yaml", "--replicates", "2", "--no-bottleneck");
    expect(out).toContain("\nSuspect: under “Slow”, with a coach for 20 teachers or fewer up to May of year 3, ");
    expect(out).toContain(slow);
    expect((await uptake("run", ...small)).out).not.toContain("Suspect");
  });
  test("say what the headline is under each belief, and what decides it", async () => {
    const asked = ["--district", "small-rural", "--months", "36", "--replicates", "3", "--no-bottleneck"];
    const { out } = await uptake("run", "--strategy", "mandate", ...asked);
    const rows = [
      "as set: as the worlds have them",
      "sceptical: all at their first quartile",
      "tied: all succeed or fail together",
    ];
    for (const row of rows) expect(out).toMatch(new RegExp(`\n${row} +\\d+% `));
    expect(out).toContain(
      "The effects of lessons are as the worlds have them; tied, so that all succeed or fail together, they make that chance ",
    );
    expect(out).toContain("\nQuartiles are among the kept worlds;");
    expect(out).toContain("\n3 worlds are too few to tell which number decides most.\n");
    const { headline, target } = JSON.parse((await uptake("run", "--strategy", "mandate", ...asked, "--json")).out);
    expect(headline.beliefs.map(({ belief }: { belief: string }) => belief)).toEqual([
      "sceptical",
      "central",
      "hopeful",
      "common",
    ]);
    expect(headline).toMatchObject({
      month: target.month,
      replicates: 3,
      decides: { parameter: null, lacking: "worlds" },
    });
    const tied = (await uptake("run", "--strategy", "mandate", ...asked, "--effects", "common")).out;
    expect(tied).toMatch(/\nas set: tied +\d+% /);
    expect(tied).not.toContain("they make that chance");
    const level = (await uptake("run", "--strategy", "mandate", ...asked, "--level", "hopeful")).out;
    expect(level).toMatch(/\nas set: all at their third quartile +\d+% /);
    expect(level).toContain("Every effect of a lesson is held at a level; tied, ");
    const both = (await uptake("compare", "mandate", "coaching-only", ...asked)).out;
    expect(both).toMatch(/\nA: mandate( +\d+%){8} {2}–\n/);
    const all = await uptake("start", "--district", "small-rural", "--months", "36", "--replicates", "2", "--json");
    expect(Object.values<{ headline?: unknown }>(JSON.parse(all.out)).every((one) => one.headline)).toBe(true);
  });
  test("say nothing of beliefs that make no difference", async () => {
    file("f.yaml", "name: F\ndistrict: small-rural\nhorizon: 12\nparameters: { draw: fixed }\n");
    const { out } = await uptake("run", "f.yaml", "--replicates", "2");
    expect(out).toMatch(/\nas set: those of the fixed world +\d+% /);
    expect(out).not.toContain("tied");
    expect(out).toContain("All runs have the same numbers of the model, so none can be told to decide.");
  });
  test("refuse rosters of one id and other schools", async () => {
    file("one.csv", roster);
    file("two.csv", roster.replace(",14", ",15"));
    for (const name of ["one", "two"]) {
      await uptake("import", `${name}.csv`, "--format", "generic", "--out", name);
      file(`${name}.yaml`, `district: ${name}/district.json\nhorizon: 12\n`);
    }
    const { code, err } = await uptake("compare", "one.yaml", "two.yaml");
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: b: the schools of the district “roster” differ in teachers of the school “Bell North”: 15 here, 14 in the baseline\n",
    });
  });
});

/** A strategy of one lever that does nothing. */
const idle = "name: Idle\nstrategy: { name: Idle, levers: { vision: { clarity: 0, intensity: 0 } } }\n";

describe("compare --json", () => {
  test("adds the paired difference", async () => {
    const { code, out } = await uptake("compare", "business-as-usual", "mandate", ...small, "--json");
    expect(code).toBe(0);
    const { difference, a, b } = JSON.parse(out);
    expect(difference).toMatchObject({ paired: true, replicates: 2 });
    for (const column of ["month", "mean", "low", "high"]) expect(difference[column]).toHaveLength(13);
    expect(difference.mean[12]).toBeCloseTo(b.adoption.mean[12] - a.adoption.mean[12], 12);
  });
  test("of plans that do the same, though they are written otherwise, is exactly zero", async () => {
    const { out } = await uptake("compare", "business-as-usual", file("s.yaml", idle), ...small, "--json");
    const { mean, low, high } = JSON.parse(out).difference;
    expect(new Set([...mean, ...low, ...high])).toEqual(new Set([0]));
  });
  test.for([
    ["mandate", "mandate"],
    ["s.yaml", "s.yaml"],
  ] as const)("of %s with itself is refused before any run", async ([a, b]) => {
    file("s.yaml", idle);
    const { code, out, err } = await uptake("compare", a, b, ...small, "--out", "results");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^error: b: “.*” would be compared with itself\n$/);
    expect(existsSync(join(own.cwd, "results"))).toBe(false);
  });
  test("of different horizons is refused", async () => {
    file("a.yaml", "district: small-rural\nhorizon: 12\n");
    file("b.yaml", "district: small-rural\nhorizon: 13\n");
    expect(await uptake("compare", "a.yaml", "b.yaml")).toEqual({
      code: 2,
      out: "",
      err: "error: b: the horizons differ: 13 here, 12 in the baseline\n",
    });
  });
});

describe("population", () => {
  test("is written as three tables, and read back to the same run", async () => {
    expect((await uptake("population", "--district", "small-rural", "--seed", "p", "--out", "people")).code).toBe(0);
    const head = (name: string): string => readFileSync(join(own.cwd, "people", name), "utf8").split("\n")[0] as string;
    expect(head("teachers.csv")).toBe("teacher,school,team,experience,disposition,threshold,stage");
    expect(head("ties.csv")).toBe("from,to,from_school,to_school,same_team");
    expect(head("schools.csv")).toBe("school,name,level,enrolment,teachers,low_income_share");
    const options = [...small, "--seed", "p", "--replicates", "1", "--json"].filter((_, i) => i !== 2 && i !== 3);
    const drawn = JSON.parse((await uptake("run", ...options)).out);
    const supplied = JSON.parse((await uptake("run", ...options, "--population", "people")).out);
    expect(supplied.adoption.mean[0]).toBe(drawn.adoption.mean[0]);
  });
  test("at fault is refused with file and line", async () => {
    await uptake("population", "--district", "small-rural", "--out", "people");
    const path = join(own.cwd, "people/teachers.csv");
    writeFileSync(path, readFileSync(path, "utf8").replace(/^3,elementary-1,/m, "3,elementry-1,"));
    const { code, err } = await uptake("run", ...small, "--population", "people");
    expect(code).toBe(2);
    expect(err).toContain("people/teachers.csv:5 school:");
    expect(err).toContain("did you mean elementary-1?");
  });
});

describe("for people", () => {
  test.for(["strategies", "districts", "levers", "parameters", "series"])("list %s says what each is", async (what) => {
    const { code, out } = await uptake("list", what);
    expect(code).toBe(0);
    expect(out).toContain("what it is");
    expect(JSON.parse((await uptake("list", what, "--json")).out).length).toBeGreaterThan(5);
  });
  test("list strategies NAME says what each setting rests on", async () => {
    const { code, out } = await uptake("list", "strategies", "new-tech");
    expect(code).toBe(0);
    expect(out).toContain("New Tech Network\n");
    expect(out).toMatch(/\nimprovement\.cycle 1\n {2}[A-Z].*\n {2}from 000_0fe0482461563678\.txt\n/);
    const [one, ...others] = JSON.parse((await uptake("list", "strategies", "new-tech", "--json")).out);
    expect(one).toMatchObject({ name: "new-tech", kind: "network" });
    expect(one.readings.length).toBeGreaterThan(10);
    expect(others).toEqual([]);
    const place = await uptake("list", "strategies", "napa-one-to-all");
    expect(place.out).toContain("Run it: uptake run --strategy napa-one-to-all --district napa-valley-unified\n");
  });
  test("list of one thing is refused where it is no strategy", async () => {
    expect((await uptake("list", "strategies", "new-teck")).err).toContain("did you mean new-tech?");
    const { code, err } = await uptake("list", "levers", "vision");
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: list levers: only strategies can be listed one at a time\n",
    });
  });
  test("schema scenario is JSON Schema", async () => {
    expect(JSON.parse((await uptake("schema", "scenario")).out)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
    });
  });
  test("help and version are said, and exit 0", async () => {
    expect(await uptake("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
    for (const [argv, usage] of [
      [["run", "--help"], "Usage: uptake run "],
      [["--help"], "Usage: uptake "],
      [[], "Usage: uptake "],
    ] as const) {
      const { code, out, err } = await uptake(...argv);
      expect([code, err, out.slice(0, usage.length)]).toEqual([0, "", usage]);
    }
  });
  test("start prints a row for each reference strategy and says where the files are", async () => {
    const { code, out } = await uptake("start", "--district", "small-rural", "--replicates", "2");
    expect(code).toBe(0);
    for (const title of ["Business as usual", "Mandate", "All six lessons"]) expect(out).toContain(`\n${title} `);
    expect(out).not.toContain("Big Picture");
    expect(out).toContain(
      "\nAdoption, gap and cost are means over 2 replicates; costs are of the whole run (60 months), in dollars of 2024.\n95% intervals that are not in the table: of adoption and the gap in series.csv, of the cost in cost.csv, of the cost per added adopter in answer.json.\n",
    );
    const [head = "", ...costs] = readFileSync(join(own.cwd, "out/start/cost.csv"), "utf8").split("\n");
    const total = costs.find((row) => row.startsWith("all-six-lessons,total,"))?.split(",") ?? [];
    const of = (name: string): number => Number(total[head.split(",").indexOf(name)]);
    expect(of("low")).toBeLessThan(of("mean"));
    expect(of("high")).toBeGreaterThan(of("mean"));
    expect(out).toMatch(new RegExp(`\nAll six lessons .* \\${dollars(of("mean"))} `));
    expect(out).toContain("2 replicates");
    for (const name of ["strategies.csv", "series.parquet", "report.html", "columns.csv"])
      expect(existsSync(join(own.cwd, "out/start", name))).toBe(true);
    expect(await uptake("verify", "out/start")).toMatchObject({ code: 0, err: "" });
    expect((await uptake("start", ...small)).out).toContain("The horizon ends before May of year 3");
    const once = (await uptake("start", "--district", "small-rural", "--months", "1", "--replicates", "1")).out;
    expect(once).toContain(
      "\nAdoption, gap and cost are means over 1 replicate; costs are of the whole run (1 month), in dollars of 2024.\n\n",
    );
  });
  test("start takes 256 replicates unless told otherwise, and says so", async () => {
    const help = async (name: string) => (await uptake(name, "--help")).out.replaceAll(/\s+/g, " ");
    expect(await help("start")).toContain("(default 256)");
    expect(await help("run")).toContain("(default 64)");
    const { out } = await uptake("start", "--district", "small-rural", "--months", "1");
    expect(out).toContain("256 replicates, each in a world of its own");
  });
});
