import { describe, expect, test } from "vitest";
import { noticesOf } from "../../kit/status.js";
import type { PlanState } from "../../plan/plan-store.js";
import { budgetOf, budgets, floorOf, refusedOf } from "./asked.js";

const stateOf = (page: PlanState["page"]): PlanState => ({ scenario: {}, ...(page ? { page } : {}) }) as PlanState;

describe("what a link sets the question to", () => {
  test.for([
    [undefined, budgets.usual, 0],
    [{ "take.budget": "2000000", "take.floor": "0.2" }, 2_000_000, 0.2],
    [{ "take.floor": "0" }, budgets.usual, 0],
  ] as const)("is taken where it is a number in its range: %j", ([page, budget, floor]) => {
    const state = stateOf(page);
    expect([budgetOf(state), floorOf(state), refusedOf(state)]).toEqual([budget, floor, []]);
  });
  test.for([
    [
      "take.budget",
      "3,000,000",
      "take.budget: “3,000,000” is not a number (allowed: 50000 to 1000000000); did you mean 3000000?",
    ],
    ["take.budget", "$3M", "take.budget: “$3M” is not a number (allowed: 50000 to 1000000000); did you mean 3000000?"],
    ["take.budget", "3", "take.budget: 3 is out of range (allowed: 50000 to 1000000000)"],
    ["take.floor", "20%", "take.floor: “20%” is not a number (allowed: 0 to 1); did you mean 0.2?"],
    ["take.floor", "20", "take.floor: 20 is out of range (allowed: 0 to 1, so that 20% is written 0.2)"],
  ] as const)("is told where it is none: %s=%s", ([field, text, says]) => {
    const state = stateOf({ [field]: text });
    expect([budgetOf(state), floorOf(state)]).toEqual([budgets.usual, 0]);
    expect(noticesOf(refusedOf(state))).toEqual([expect.stringContaining(says)]);
  });
});
