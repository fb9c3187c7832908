import { type Scenario, scenario } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { cellsOf, claimsWithoutGround, figuresWithoutTable } from "../../test-support/figures-in-sentence.ts";
import { studyContext } from "../../test-support/study-context.ts";
import type { AnswerTable } from "../tables/table.ts";
import { compareKind } from "./compare/compare.ts";
import { explainKind } from "./explain/explain.ts";
import { runKind } from "./run/run.ts";
import { startKind } from "./start/start.ts";
import type { StudyAnswer, StudyKind } from "./study-kind.ts";

const place = (target: object, fields: object = {}): Scenario =>
  scenario({ district: "small-rural", strategy: "mandate", horizon: 24, target: { month: 22, ...target }, ...fields });

const ask = <Input>(kind: StudyKind<Input>, fields: object, on: Scenario): Promise<StudyAnswer> =>
  kind.run(kind.schema.parse(fields), on, studyContext({ seed: "a" }));

const tableOf = ({ tables }: StudyAnswer, name: string): AnswerTable => {
  const found = tables.find((table) => table.name === name);
  if (!found) throw new Error(`there is no table ${name}`);
  return found;
};

const cases: [string, Scenario][] = [
  ["a target that some runs reach", place({ share: 0.25 })],
  ["a target that no run reaches", place({ share: 1 })],
  ["a target that every run reaches", place({ share: 0.01 })],
  ["a target of students", place({ share: 0.2, of: "students" })],
  ["a horizon before the target", place({ share: 0.5, month: 34 }, { target: {} })],
];

describe("what a run says is in its tables, of", () => {
  test.for(cases)("%s", async ([, on]) => {
    for (const replicates of [1, 6]) {
      const answer = await ask(runKind, { replicates, bottleneck: false }, on);
      expect(answer.sentence).toContain("on average");
      const given = [on.target.share];
      expect(figuresWithoutTable(answer.sentence, [tableOf(answer, "answer")], { given })).toEqual([]);
      expect(claimsWithoutGround(answer.sentence, {})).toEqual([]);
    }
  });
});

describe("what a first look says is in its tables, of", () => {
  const strategies = ["business-as-usual", "mandate", "coaching-only"];
  test.for(cases)("%s", async ([, on]) => {
    const answer = await ask(startKind, { strategies, replicates: 6 }, on);
    const table = tableOf(answer, "strategies");
    const given = [on.target.share];
    expect(figuresWithoutTable(answer.sentence, [table], { given })).toEqual([]);
    const chances = cellsOf(table, "chance_of_target") as number[];
    const top = Math.max(...chances);
    const first = chances.filter((chance) => chance === top).length;
    const best = () => / has the best /.test(answer.sentence) === (first === 1);
    expect(claimsWithoutGround(answer.sentence, { best })).toEqual([]);
    // Every strategy of the best chance is named, and no other.
    if (/ ha(?:s|ve) the best /.test(answer.sentence)) expect(answer.sentence.match(/“/g)).toHaveLength(first);
  });
});

describe("what a comparison says is in its tables, of", () => {
  test.for(cases)("%s", async ([, on]) => {
    for (const fields of [
      { baseline: "business-as-usual", strategies: ["mandate", "coaching-only"], replicates: 6 },
      { baseline: "coaching-only", strategies: ["institutes-only"], replicates: 2 },
      { strategies: ["mandate"], replicates: 1 },
    ]) {
      const answer = await ask(compareKind, { ...fields, bottleneck: false }, on);
      const table = tableOf(answer, "differences");
      expect(figuresWithoutTable(answer.sentence, [table])).toEqual([]);
      const low = cellsOf(table, "low") as (number | null)[];
      const high = cellsOf(table, "high") as (number | null)[];
      const open = () => low.some((end, r) => end !== null && end <= 0 && (high[r] as number) >= 0);
      expect(claimsWithoutGround(answer.sentence, { "cannot tell": open })).toEqual([]);
    }
  });
});

test("what a story says is in its table", async () => {
  const answer = await ask(explainKind, {}, place({ share: 0.25 }));
  expect(answer.sentence).toContain("At the end");
  expect(figuresWithoutTable(answer.sentence, answer.tables)).toEqual([]);
  expect(claimsWithoutGround(answer.sentence, {})).toEqual([]);
});
