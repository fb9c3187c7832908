import { scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { budgetNotes, plansAtBudget } from "./plans-at-budget.ts";

const plan = (strategy: string) => ({ name: strategy, scenario: scenario({ district: "small-rural", strategy }) });

test("what is said of a budget says that a plan without levers spends nothing of it", async () => {
  const idle = [plan("business-as-usual")];
  expect(budgetNotes(await plansAtBudget(idle, 300_000, { each: true }), 300_000)).toEqual([
    "“business-as-usual” uses no lever, so nothing of the budget of $300k is spent.",
  ]);
  const beside = budgetNotes(await plansAtBudget([...idle, plan("mandate")], 5e6, { each: true }), 5e6);
  expect(beside).toEqual([
    expect.stringMatching(
      /^“mandate” is planned to cost \$\d+k of 2024, within the budget of \$5\.00M, and runs in full\.$/,
    ),
    expect.stringMatching(/^A budget is held against planned cost/),
  ]);
});
