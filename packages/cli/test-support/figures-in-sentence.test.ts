import { describe, expect, test } from "vitest";
import type { AnswerTable } from "../src/tables/table.ts";
import { claimsWithoutGround, figuresWithoutTable } from "./figures-in-sentence.ts";

const plans: AnswerTable = {
  name: "plans",
  doc: "Plans",
  columns: [
    { name: "plan", type: "text", unit: "–", doc: "Name" },
    { name: "cost", type: "number", unit: "$ of 2024", doc: "Cost" },
    { name: "chance", type: "number", unit: "chance", doc: "Chance" },
    { name: "month", type: "integer", unit: "months", doc: "Index" },
    { name: "worlds", type: "integer", unit: "worlds", doc: "Worlds" },
    { name: "tied", type: "boolean", unit: "–", doc: "Tie" },
  ],
  rows: [
    ["grant 1M", 2_967_621, 0.1858, 34, 1276, true],
    ["plan 2", 949_999, 0.004, 34, 1276, true],
    ["plan 3", 0, 1, 34, 1276, false],
  ],
};
const missing = (sentence: string, given: readonly number[] = []): string[] =>
  figuresWithoutTable(sentence, [plans], { given });

describe("figures of a sentence", () => {
  test("are found in the tables after the same rounding, by their unit", () => {
    expect(missing("For $2.97M, grant 1M reaches 18.6% (19%) in May of year 3 in 1,276 worlds.")).toEqual([]);
    expect(missing("For $950k, plan 2 reaches <1% and 2 plans tie; 95% interval 0.4% to 100%.")).toEqual([]);
    expect(missing("It is 18.6 points more, “by 77%”.")).toEqual([]);
  });
  test("that no cell shows are named, also where another unit has the same digits", () => {
    expect(missing("For $2.98M it reaches 18.7% in June of year 3 in 1,277 worlds.")).toEqual([
      "June of year 3",
      "$2.98M",
      "18.7%",
      "1,277",
    ]);
    expect(missing("It costs $34 and reaches 34%, 19–21%.")).toEqual(["$34", "34%", "21%"]);
  });
  test("that the question gave need no cell", () => {
    expect(missing("80% is reached.")).toEqual(["80%"]);
    expect(missing("80% is reached.", [0.8])).toEqual([]);
  });
});

test("claims need a rule, and a rule that holds", () => {
  const sentence = "The best plan is better than plan 2; the others cannot be told apart.";
  expect(claimsWithoutGround(sentence, {})).toEqual(["better", "best", "cannot tell"]);
  const yes = (): boolean => true;
  expect(claimsWithoutGround(sentence, { better: () => false, best: yes, "cannot tell": yes })).toEqual(["better"]);
  expect(claimsWithoutGround("Nothing is claimed.", {})).toEqual([]);
});
