import { readFileSync } from "node:fs";
import { InputError } from "@uptake/model";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { studyContext } from "../../../test-support/study-context.ts";
import { checkStudy } from "../check-study.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { attributeKind } from "./attribute.ts";

const kinds = [attributeKind as StudyKind];
const { document } = new JSDOM("").window;
const strategy = { levers: { entry: { cohorts: 1 }, coaching: {} } };
const small = { kind: "attribute", scenario: { district: "small-rural", strategy, horizon: 36 }, replicates: 4 };

/** Checks and runs a study in this thread. */
async function answer(file: object, more: Partial<StudyContext> = {}): Promise<StudyAnswer> {
  const check = await checkStudy(file as Record<string, unknown>, kinds);
  if ("issues" in check) throw new InputError(check.issues);
  return check.kind.run(check.input, check.study.scenario, studyContext(more));
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
      const { element, sentence } = draw({ document, width: 640 });
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
