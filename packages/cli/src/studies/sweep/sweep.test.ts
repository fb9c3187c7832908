import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError, scenario } from "@uptake/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsOf, claimsWithoutGround, figuresWithoutTable } from "../../../test-support/figures-in-sentence.ts";
import { soundAnswer } from "../../../test-support/sound-answer.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import { BadInput } from "../../host/fault.ts";
import type { AnswerTable } from "../../tables/table.ts";
import { checkStudy } from "../check-study.ts";
import { headsOf } from "../kind-heads.ts";
import { readStudy } from "../study-file.ts";
import type { StudyAnswer, StudyKind } from "../study-kind.ts";
import { sweepKind } from "./sweep.ts";

const base = scenario({ district: "small-rural", strategy: "all-six-lessons", horizon: 36, target: { share: 0.4 } });
const said: string[] = [];

/** Runs a sweep on fields as they stand in a file. */
async function answerOf(fields: object, own = base): Promise<StudyAnswer> {
  said.length = 0;
  const context = studyContext({ say: (text) => void said.push(text), seed: "a" });
  return sweepKind.run(sweepKind.schema.parse(fields), own, context);
}

/** Lists the figures of a sentence that the points do not show, and the claims that they do not bear out. */
function ungrounded({ sentence, tables }: StudyAnswer, given: readonly number[] = []): string[] {
  const [points, effects] = tables as [AnswerTable, AnswerTable];
  const ofFirst = {
    ...points,
    rows: points.rows.filter((row) => row[place(points)] === points.rows[0]![place(points)]),
  };
  const values = cellsOf(ofFirst, "value").filter((value) => value !== null) as number[];
  const open = (end: "less_highest" | "less_lowest"): number =>
    cellsOf(ofFirst, `${end}_low`).filter(
      (low, r) => low !== null && (low as number) <= 0 && (cellsOf(ofFirst, `${end}_high`)[r] as number) >= 0,
    ).length;
  const claims = claimsWithoutGround(sentence, {
    best: () => new Set(values).size > 1,
    least: () => new Set(values).size > 1,
    "cannot tell": () => open("less_highest") + open("less_lowest") > 0,
  });
  const counts = [
    open("less_highest"),
    open("less_lowest"),
    ...new Set(effects.rows.map((row) => row[0])).size.toString(),
  ];
  return [...figuresWithoutTable(sentence, [ofFirst], { given: [...given, ...counts.map(Number)] }), ...claims];
}

const place = ({ columns }: AnswerTable): number => columns.findIndex(({ name }) => name === "outcome");

const perCoach = "levers.coaching.teachersPerCoach";

describe("a sweep", () => {
  test("of a grid of two settings gives maps, a table of points and a sentence", async () => {
    const answer = await answerOf({
      design: "grid",
      factors: { [perCoach]: [8, 40], "levers.coaching.start": { from: 0, to: 12, steps: 3 } },
      replicates: 4,
      outcomes: ["adoption", "target", "gap"],
    });
    expect(said).toEqual(["6 points of 4 replicates: 24 runs."]);
    expect(answer.sentence).toMatch(
      /^Adoption in May of year 3 under “all-six-lessons” is highest, \d+% \(\d+–\d+%\) at .* \(6 settings of coaching teachers per coach and coaching start; 4 kept worlds at each, the same with the same luck; 95% intervals\)\.$/,
    );
    expect(answer.checksums).toHaveLength(24);
    expect(answer.figures.map(({ name }) => name)).toEqual(["map-adoption", "map-target", "map-gap"]);
    expect(answer.tables.map(({ rows }) => rows.length)).toEqual([18, 12]);
    for (const sentence of soundAnswer(answer)) expect(sentence).toMatch(/95% interval/);
  });
  test("of points spread over ranges and priors shows what each factor moves", async () => {
    const answer = await answerOf({
      design: "latin-hypercube",
      factors: { [perCoach]: [8, 40], "trying.support": "prior", "support.floor": [0.1, 0.4] },
      points: 12,
      replicates: 1,
      outcomes: ["cost", { series: "depth50", month: 22 }],
    });
    expect(answer.figures.map(({ name }) => name)).toEqual(["effects-cost", "effects-depth50"]);
    expect(answer.notes[0]).toMatch(/^One replicate a point has no interval/);
    soundAnswer(answer);
  });
  test("refuses a row with other factors", async () => {
    const rows = [{ "trying.support": 1 }, { "peers.strength": 1 }];
    await expect(answerOf({ design: "rows", rows })).rejects.toThrow("the row has other factors than the first");
  });
});

describe("what a sweep says is in its tables", () => {
  const small = scenario({
    district: "small-rural",
    strategy: "coaching-only",
    horizon: 12,
    target: { share: 0.2, month: 10 },
  });
  const grid = (factors: object, more: object = {}): object => ({
    design: "grid",
    factors,
    replicates: 6,
    outcomes: ["adoption", "target"],
    ...more,
  });
  test.for<[string, object, RegExp]>([
    ["over numbers", grid({ [perCoach]: [8, 40], "trying.support": [0.5, 3] }), /but for what is varied/],
    ["over strategies", grid({ strategy: ["coaching-only", "mandate"] }), /strategy (mandate|coaching-only)/],
    [
      "over names and a target",
      grid({ "switches.contagion": ["simple", "none"], "target.share": [0.15, 0.9] }, { outcomes: ["target"] }),
      /target share 15%/,
    ],
    ["over months of the target", grid({ "target.month": [4, 10] }), /^Adoption in the target’s month/],
    [
      "over what changes nothing",
      grid({ "levers.coaching.allocation": ["equal"], "target.share": [0.2, 0.21] }, { outcomes: ["cost"] }),
      /is the same at all settings: \$/,
    ],
    ["that is always reached", grid({ [perCoach]: [8, 40] }, { outcomes: ["target"] }), /setting/],
    [
      "of one point",
      grid({ strategy: ["mandate"] }),
      /^Adoption in May of year 1 is \d+% \(\d+–\d+%\) at strategy mandate \(1 setting/,
    ],
    [
      "of one run a point",
      grid({ [perCoach]: [8, 40] }, { replicates: 1 }),
      /one run each, so nothing is told from luck/,
    ],
    [
      "of more replicates than worlds",
      grid({ "target.share": [0.1, 0.3] }, { replicates: 1100, outcomes: ["target"] }),
      /1,100 replicates in \d,\d+ kept worlds at each/,
    ],
    [
      "over a spread",
      {
        design: "sobol",
        factors: { [perCoach]: [8, 40], "target.share": [0.1, 0.3] },
        points: 4,
        replicates: 4,
        outcomes: ["target"],
      },
      /^The chance of the target in May of year 1 under “coaching-only” (at its highest and at its lowest cannot|is)/,
    ],
  ])("%s", async ([, fields, pattern]) => {
    const answer = await answerOf(fields, small);
    expect(answer.sentence).toMatch(pattern);
    expect(answer.sentence).not.toMatch(/NaN|undefined|null/);
    // Settings of a point are its own figures, rounded as the table has them.
    expect(ungrounded(answer, [0.2])).toEqual([]);
    for (const sentence of soundAnswer(answer)) expect(sentence).not.toMatch(/NaN|undefined/);
  });
  test("and no interval of a share or of a difference of shares reaches beyond what it can be", async () => {
    const series = ["schoolsAbove80", "schoolsAdopting"].map((name) => ({ series: name, month: 34 }));
    const asked = grid({ [perCoach]: [8, 40], "trying.support": [0, 5] }, { replicates: 3, outcomes: series });
    const few = await answerOf(asked, scenario({ district: "small-rural", strategy: "coaching-only", horizon: 36 }));
    const ends = (table: AnswerTable, names: readonly string[]): number[] =>
      names.flatMap((name) => cellsOf(table, name).filter((cell) => cell !== null) as number[]);
    const [points, effects] = few.tables as [AnswerTable, AnswerTable];
    const shares = [...ends(points, ["low", "high"]), ...ends(effects, ["value_low", "value_high"])];
    const differences = [
      ...ends(points, ["less_highest_low", "less_highest_high", "less_lowest_low", "less_lowest_high"]),
      ...ends(effects, ["change_low", "change_high"]),
    ];
    expect([Math.min(...shares), Math.max(...shares)]).toEqual([0, 1]);
    expect([Math.min(...differences), Math.max(...differences)]).toEqual([-1, 1]);
    expect(few.sentence).toMatch(/^The share of schools where four in five teachers use the practice in May of year 3/);
  });
  test("and a map and a tornado give the intervals that the tables hold", async () => {
    const two = grid({ strategy: ["coaching-only", "mandate"], "switches.contagion": ["simple", "none"] });
    const [map] = soundAnswer(await answerOf(two, small));
    expect(map).toMatch(/^Adoption in May of year 1 is highest, \d+% \(95% interval \d+% to \d+%\)/);
    const three = grid({
      strategy: ["coaching-only", "mandate"],
      "switches.contagion": ["simple", "none"],
      "trying.support": [0, 5],
    });
    const answer = await answerOf(three, small);
    const [bars] = soundAnswer(answer);
    expect(bars).toMatch(/95% interval/);
    expect(bars).not.toContain("no interval is known");
    const [, effects] = answer.tables as [AnswerTable, AnswerTable];
    const said = bars!.slice(bars!.indexOf("moves "), bars!.indexOf(" (means of"));
    expect(figuresWithoutTable(said, [effects])).toEqual([]);
  });
});

describe("what a sweep cannot vary", () => {
  const issuesOf = async (fields: object): Promise<unknown> => {
    const error = await answerOf(fields).catch((thrown: unknown) => thrown);
    return error instanceof InputError ? error.issues : error;
  };
  test("is told with its place in the file", async () => {
    const spread = {
      design: "latin-hypercube",
      points: 4,
      factors: { strategy: ["mandate", "coaching-only"], "trying.support": [1, 2, 3] },
    };
    expect(await issuesOf(spread)).toMatchObject([
      { code: "named-factor", path: 'factors["strategy"]', allowed: "a grid, or rows" },
      { code: "wrong-kind", path: 'factors["trying.support"]' },
    ]);
    const grid = {
      design: "grid",
      factors: { strategy: ["mandat", "coaching-only"], "switches.contagion": ["complx"], distrct: ["small-rural"] },
    };
    expect(await issuesOf(grid)).toMatchObject([
      { code: "unknown-level", path: 'factors["strategy"]', nearest: "mandate" },
      { code: "unknown-level", path: 'factors["switches.contagion"]', nearest: "complex" },
      { code: "unknown-factor", path: 'factors["distrct"]', nearest: "district" },
    ]);
  });
});

describe("a file at fault in several fields", () => {
  test.for<[what: string, fields: object, ...issues: string[]]>([
    [
      "a misspelt design, beside what is wrong with its factors",
      { design: "gird", factors: { [perCoach]: { from: 8, to: 40 } }, replicates: 0 },
      "unknown-name design",
      `missing factors["${perCoach}"].steps`,
      "out-of-range replicates",
    ],
    [
      "no design, beside a field of none and what no design with factors takes",
      { factors: { [perCoach]: { from: 8, to: "many" } }, replicats: 4, replicates: 0 },
      "missing design",
      "out-of-range replicates",
      "unknown-field replicats",
    ],
    [
      "a design that is none, of rows",
      { design: 7, rows: [{ "trying.support": null }] },
      "unknown-name design",
      `wrong-kind rows[0]["trying.support"]`,
    ],
  ])("tells all of %s", async ([, fields, ...issues]) => {
    const found = await checkStudy({ kind: "sweep", ...fields }, headsOf([sweepKind as StudyKind]));
    expect("issues" in found && found.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(issues);
  });
});

describe("points in a file", () => {
  let cwd: string;
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), "uptake-points-"));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));
  const read = (points: string | undefined) => {
    const host = { cwd, out: () => {}, err: () => {}, interactive: false, color: false, debug: false };
    if (points !== undefined) writeFileSync(join(cwd, "points.csv"), points);
    const rows = points === undefined ? "missing.csv" : "points.csv";
    writeFileSync(
      join(cwd, "study.yaml"),
      `kind: sweep\nscenario: { district: small-rural }\ndesign: rows\nrows: ${rows}\n`,
    );
    return readStudy(host, "study.yaml", headsOf([sweepKind as StudyKind]));
  };
  test("are part of the study", async () => {
    const { study } = await read("trying.support\n1\n2\n");
    expect(study).toMatchObject({ design: "rows", rows: [{ "trying.support": 1 }, { "trying.support": 2 }] });
  });
  test("may be names", async () => {
    const { study } = await read("strategy,switches.everyoneAware,trying.support\nmandate,on,1\ncoaching-only,off,1\n");
    expect(study["rows"]).toEqual([
      { strategy: "mandate", "switches.everyoneAware": "on", "trying.support": 1 },
      { strategy: "coaching-only", "switches.everyoneAware": "off", "trying.support": 1 },
    ]);
  });
  test.for<[string | undefined, string]>([
    ["trying.support\n1\n99\n", "points.csv:3:1 trying.support: 99 is out of range (0 to 10)"],
    [undefined, "study.yaml:4:1 rows: there is no file missing.csv"],
  ])("%j is refused where it is wrong", async ([points, message]) => {
    const error = await read(points).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadInput);
    expect((error as BadInput).message).toBe(message);
  });
});
