import { prepare, type Scenario } from "@uptake/model";
import { evaluateEnsembles } from "@uptake/study/evaluate";
import { funnelAt } from "@uptake/study/funnel";
import { answerOf, needsBaseline, withoutLevers } from "../../words/run-answer.ts";
import { headlinesOf } from "../headlines.ts";
import { plansAtBudget } from "../plans-at-budget.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { bottlenecksOf } from "../where-stuck.ts";
import { answerRun } from "./run-answer.ts";
import { type RunInput, runSchema } from "./run-schema.ts";

/**
 * Runs one scenario, beside business as usual where it has levers, under each belief, and with each step made easier where
 * that is asked for.
 */
async function run(
  { replicates, bottleneck, budget }: RunInput,
  asked: Scenario,
  context: StudyContext,
): Promise<StudyAnswer> {
  const { evaluate, progress, signal, seed } = context;
  const budgeted =
    budget === undefined
      ? undefined
      : await plansAtBudget([{ name: asked.name, scenario: asked }], budget, { each: true });
  const scenario = budgeted?.plans[0]?.scenario ?? asked;
  const plans = await Promise.all(
    [scenario, ...(needsBaseline(scenario) ? [withoutLevers(scenario)] : [])].map((one) => prepare(one)),
  );
  const onProgress = (done: number, total: number): void => progress("Simulating", done, total);
  const made = await evaluateEnsembles(plans, { evaluate, signal, seed, replicates, funnel: true, onProgress });
  const [ensemble, usual] = made.ensembles;
  if (!ensemble) throw new Error("a scenario was not run");
  const believed = await headlinesOf([ensemble], made.numbers, context);
  const [stuck] = bottleneck
    ? await bottlenecksOf([{ name: scenario.name, scenario }], ensemble.replicates, context)
    : [];
  const funnel = funnelAt(ensemble, Math.min(scenario.target.month, ensemble.horizon));
  const [headline] = believed.headlines;
  const answer = answerOf(ensemble, { baseline: usual, headline, bottleneck: stuck, funnel });
  return answerRun({ answer, ensemble, usual, funnel, stuck, believed, made, budgeted, budget });
}

/** Runs one scenario many times. */
export const runKind: StudyKind<RunInput> = {
  kind: "run",
  doc: "simulate one scenario: adoption, chance of the target, gap, cost, and where people get stuck",
  schema: runSchema,
  run,
};
