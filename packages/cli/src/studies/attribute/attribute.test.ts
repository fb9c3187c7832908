import { readFileSync } from "node:fs";
import * as charts from "@uptake/charts";
import { InputError } from "@uptake/model";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { cellsOf, claimsWithoutGround, figuresWithoutTable } from "../../../test-support/figures-in-sentence.ts";
import { studyContext } from "../../../test-support/study-context.ts";
import type { AnswerTable } from "../../tables/table.ts";
import { checkStudy } from "../check-study.ts";
import { headsOf } from "../kind-heads.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { attributeKind } from "./attribute.ts";

const kinds = headsOf([attributeKind as StudyKind]);
const { document } = new JSDOM("").window;
const strategy = { levers: { entry: { cohorts: 1 }, coaching: {} } };
const small = { kind: "attribute", scenario: { district: "small-rural", strategy, horizon: 36 }, replicates: 4 };

/** Checks and runs a study in this thread. */
async function answer(file: object, more: Partial<StudyContext> = {}): Promise<StudyAnswer> {
  const check = await checkStudy(file as Record<string, unknown>, kinds);
  if ("issues" in check) throw new InputError(check.issues);
  return check.kind.run(check.input, check.study.scenario, studyContext(more));
}

/** Returns a table by name. */
function tableOf({ tables }: StudyAnswer, name: string): AnswerTable {
  const found = tables.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

/** Tells of each row whether an interval lies clear of zero. */
const clearIn = (table: AnswerTable, name: string): boolean[] => {
  const [low, high] = [cellsOf(table, `${name}low`), cellsOf(table, `${name}high`)] as [number[], number[]];
  return low.map((end, r) => end > 0 || (high[r] as number) < 0);
};

/** Checks each figure of the sentence and the notes, and each claim, against the tables. */
function checkSentence(found: StudyAnswer): void {
  const [shares, totals] = [tableOf(found, "shares"), tableOf(found, "totals")];
  const policy = (table: AnswerTable): AnswerTable => ({
    ...table,
    rows: table.rows.filter(([section]) => section === "policy"),
  });
  expect(figuresWithoutTable(found.sentence, [policy(shares), policy(totals)])).toEqual([]);
  const sure = clearIn(policy(shares), "share_");
  const untold = (): boolean => !clearIn(policy(totals), "")[2] || !sure.includes(true);
  expect(claimsWithoutGround(found.sentence, { "cannot tell": untold })).toEqual([]);
  const named = cellsOf(policy(shares), "player").map((player) => (player === "peers" ? "influence" : String(player)));
  if (found.sentence.includes("the shares are"))
    expect(named.map((name) => found.sentence.split("the shares are")[1]?.includes(`${name} `))).toEqual(sure);
  const told = found.notes.filter((note) => /^(The chance|The median|The smallest|In |At |Two years)/.test(note));
  const asked = found.tables.filter(({ name }) => ["target", "levels", "minimum-budget"].includes(name));
  for (const note of told) expect(figuresWithoutTable(note, asked)).toEqual([]);
}

const issuesOf = async (run: Promise<unknown>): Promise<unknown> => {
  const error = await run.catch((thrown: unknown) => thrown);
  return error instanceof InputError ? error.issues : error;
};

describe("the shipped example", () => {
  let shipped: StudyAnswer;
  beforeAll(async () => {
    const text = readFileSync(new URL("../../../studies/attribute.yaml", import.meta.url), "utf8");
    shipped = await answer({ ...parse(text), replicates: 6, minimumBudget: { halvings: 2 } });
  });

  test("answers in a sentence and keeps assumptions apart from policy", () => {
    expect(shipped.sentence).toMatch(
      /^“Coaching, time and a way in” changes adoption in May of year 3 by [\d.]+ points/,
    );
    expect(shipped.sentence).not.toMatch(/contagion|levels/);
    const [apart] = shipped.notes.filter((note) => note.startsWith("Apart from policy"));
    expect(apart).toContain("contagion complex, levels weakest");
    expect(apart).not.toMatch(/coaching \d|entry \d/);
    for (const text of [shipped.sentence, ...shipped.notes]) expect(text).not.toMatch(/undefined|NaN|null/);
  });
  test("says no more than its tables show", () => {
    checkSentence(shipped);
    expect(shipped.tables.map(({ name }) => name)).toEqual([
      "shares",
      "totals",
      "target",
      "levels",
      "time-to-target",
      "minimum-budget",
      "budgets-tried",
    ]);
  });
  test("has shares that add up, by section, in its tables", () => {
    const [shares, totals] = shipped.tables;
    for (const section of ["policy", "assumptions"]) {
      const sum = shares?.rows.filter(([of]) => of === section).reduce((all, row) => all + (row[2] as number), 0);
      const change = totals?.rows.find(([of, value]) => of === section && value === "change");
      expect(sum).toBeCloseTo(change?.[2] as number, 12);
    }
    for (const { columns, rows } of shipped.tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  });
  test("draws each of its figures", () => {
    expect(shipped.figures.map(({ name }) => name)).toEqual([
      "shares-of-levers",
      "shares-of-assumptions",
      "time-to-target",
    ]);
    for (const { draw } of shipped.figures) {
      const { element, sentence } = draw(charts, { document, width: 640 });
      expect(element.getAttribute("aria-label")).toBe(sentence);
      expect(sentence).not.toMatch(/undefined|NaN|null/);
    }
  });
  test("lists the checksum of every run, and survives JSON", () => {
    expect(shipped.checksums.length).toBeGreaterThan(6 * 32);
    for (const checksum of shipped.checksums) expect(checksum).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.parse(JSON.stringify(shipped.data))).toEqual(shipped.data);
  });
});

describe("an honest answer", () => {
  test("where a strategy changes nothing: not whose work it is", async () => {
    const nothing = { ...small, scenario: { ...small.scenario, strategy: { levers: { coaching: { intensity: 0 } } } } };
    const { sentence, tables } = await answer({ ...nothing, target: false });
    expect(sentence).toContain("not to be told from nothing, so it cannot be said whose work it is");
    for (const row of tables[0]?.rows ?? []) expect([row[2], row[5]]).toEqual([0, null]);
  });
  test("of many levers says that orders were sampled, and how far that goes", async () => {
    const { notes, sentence } = await answer({ ...small, exactPlayers: 2, target: false });
    expect(sentence).toContain("mean of 4 kept worlds");
    expect(notes[0]).toMatch(/4 sampled orders .* \(up to \d\.\d points of it\)/);
  });
  test("of a median between two months is the same in note, chart and table", async () => {
    // Half of the replicates are there in May of year 3 or before, the others from a month later on.
    const times = [30, 31, 32, 33];
    const evaluate: StudyContext["evaluate"] = async ({ evaluations, statistics }) => ({
      values: Float64Array.from(
        evaluations.flatMap(({ replicate }) => statistics.map(({ month }) => (month >= times[replicate]! ? 0.9 : 0.1))),
      ),
      checksums: evaluations.map(() => ""),
      failures: [],
    });
    const found = await answer(small, { evaluate });
    expect(cellsOf(tableOf(found, "target"), "momentary_median")).toEqual([31.5]);
    expect(found.notes).toContainEqual(expect.stringMatching(/^The median time to 80% of teachers is 31\.5 months /));
    const chart = found.figures.find(({ name }) => name === "time-to-target");
    expect(chart?.draw(charts, { document, width: 640 }).sentence).toContain("The median time is 31.5 months.");
    checkSentence(found);
  });
  test("of a target never reached, and of one reached from the start, says no more than its tables", async () => {
    for (const value of [0.1, 0.9]) {
      const evaluate: StudyContext["evaluate"] = async ({ evaluations, statistics }) => ({
        values: new Float64Array(evaluations.length * statistics.length).fill(value),
        checksums: evaluations.map(() => ""),
        failures: [],
      });
      checkSentence(await answer(small, { evaluate }));
    }
  });
  test("of levers that need each other, and of those that do the same work, by an interval", async () => {
    // Entry and coaching bring .4 together and nothing alone; vision and guidance bring .2 each and no more together.
    const worth = (levers: Readonly<Record<string, unknown>>, replicate: number): number =>
      0.1 +
      0.01 * replicate +
      ("entry" in levers && "coaching" in levers ? 0.4 : 0) +
      ("vision" in levers || "guidance" in levers ? 0.2 + 0.01 * replicate : 0);
    const evaluate: StudyContext["evaluate"] = async ({ plans, evaluations, statistics }) => ({
      values: Float64Array.from(
        evaluations.flatMap(({ plan, replicate }) =>
          statistics.map(() => worth(plans[plan]?.scenario.levers ?? {}, replicate)),
        ),
      ),
      checksums: evaluations.map(() => ""),
      failures: [],
    });
    const four = { levers: { entry: { cohorts: 1 }, coaching: {}, vision: {}, guidance: {} } };
    const found = await answer(
      { ...small, scenario: { ...small.scenario, strategy: four }, target: false },
      { evaluate },
    );
    const [needing] = found.notes.filter((note) => note.startsWith("Some work together"));
    expect(needing).toMatch(/without (entry|coaching) 40\.0 points are lost, where it brings 0\.0 alone/);
    expect(needing).not.toMatch(/vision|guidance/);
    const [alike] = found.notes.filter((note) => note.startsWith("Some do the same work"));
    expect(alike).toMatch(/without (vision|guidance) 0\.0 points are lost, where it brings 21\.5 alone/);
    expect(alike).not.toMatch(/entry|coaching/);
    checkSentence(found);
  });
  test("where every run fails says so", async () => {
    const evaluate: StudyContext["evaluate"] = async ({ evaluations, statistics }) => ({
      values: new Float64Array(evaluations.length * statistics.length).fill(Number.NaN),
      checksums: evaluations.map(() => ""),
      failures: evaluations.map((_, evaluation) => ({ evaluation, stage: "worker", cause: "it died" })),
    });
    const { sentence, notes, figures } = await answer({ ...small, target: false }, { evaluate });
    expect(sentence).toContain("so nothing can be shared out");
    expect(notes.join(" ")).toContain("it died");
    expect(figures).toEqual([]);
  });
});

describe("is refused", () => {
  test("for fields out of range or unknown, with their paths", async () => {
    const wrong = { ...small, replicates: 1, orders: 3, of: "adoptoin", assumptions: { contagon: "none" } };
    const issues = await issuesOf(answer(wrong));
    const paths = (issues as readonly { path: string }[]).map(({ path }) => path).sort();
    expect(paths).toEqual(["assumptions.contagon", "of", "orders", "replicates"]);
  });
  test("for business as usual, a month beyond the horizon, and assumptions as they are", async () => {
    const usual = { ...small, scenario: { district: "small-rural", horizon: 36 } };
    expect(await issuesOf(answer({ ...usual, month: 40 }))).toMatchObject([
      { code: "no-levers", path: "scenario.strategy" },
      { path: "month", value: 40 },
    ]);
    const same = { ...small, assumptions: { network: "advice" } };
    expect(await issuesOf(answer(same))).toMatchObject([{ code: "no-change", path: "assumptions.network" }]);
  });
});
