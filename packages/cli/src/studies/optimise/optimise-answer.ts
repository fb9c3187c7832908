import type { Scenario } from "@uptake/model";
import type { BudgetAnswer, JudgedPlan, Optimised } from "@uptake/study/optimise";
import type { StudyAnswer } from "../study-kind.ts";
import { optimiseFigures } from "./optimise-figures.ts";
import { optimiseNotes } from "./optimise-notes.ts";
import { budgetSentence } from "./optimise-sentence.ts";
import { optimiseTables } from "./optimise-tables.ts";

/** Turns what an optimiser found into what is told of it: of the largest sum first, of the others in notes. */
export function answerOptimised(result: Optimised, scenario: Scenario, seed: string): StudyAnswer {
  const last = result.budgets.length - 1;
  return {
    sentence: budgetSentence(result, scenario, last),
    notes: [
      ...result.budgets.slice(0, -1).map((_, b) => budgetSentence(result, scenario, b)),
      ...optimiseNotes(result, scenario),
    ],
    figures: optimiseFigures(result, scenario, seed),
    tables: optimiseTables(result),
    data: dataOf(result),
    checksums: result.checksums,
  };
}

/** Leaves out what the study and its receipt hold already: districts, which may be large, and checksums. */
function dataOf({ checksums: _, ...result }: Optimised): unknown {
  const lean = <Plan extends JudgedPlan>({ scenario: { levers }, ...plan }: Plan) => ({ ...plan, levers });
  const budgets = result.budgets.map((one: BudgetAnswer) => ({ ...one, plans: one.plans.map(lean) }));
  const frontiers = result.frontiers.map((one) => ({ ...one, plans: one.plans.map(lean) }));
  return { ...result, budgets, frontiers };
}
