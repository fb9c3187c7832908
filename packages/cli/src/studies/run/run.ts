import { prepare, type Scenario } from "@uptake/model";
import { answerOf, needsBaseline, withoutLevers } from "../../words/run-answer.ts";
import { headlinesOf } from "../headlines.ts";
import { plansAtBudget } from "../plans-at-budget.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { bottlenecksOf } from "../where-stuck.ts";
import { madeRuns } from "./made-runs.ts";
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
  const budgeted =
    budget === undefined
      ? undefined
      : await plansAtBudget([{ name: asked.name, scenario: asked }], budget, { each: true });
  const scenario = budgeted?.plans[0]?.scenario ?? asked;
  const plans = await Promise.all(
    [scenario, ...(needsBaseline(scenario) ? [withoutLevers(scenario)] : [])].map((one) => prepare(one)),
  );
  const made = await madeRuns(plans, replicates, context);
  const [ensemble, usual] = made.ensembles;
  if (!ensemble) throw new Error("a scenario was not run");
  const believed = await headlinesOf([ensemble], made.numbers, context);
  const [stuck] = bottleneck
    ? await bottlenecksOf([{ name: scenario.name, scenario }], ensemble.replicates, context)
    : [];
  const funnel = made.funnelAt(Math.min(scenario.target.month, ensemble.horizon));
  const funnels = () => Array.from({ length: ensemble.horizon + 1 }, (_, month) => made.funnelAt(month));
  const [headline] = believed.headlines;
  const { own: checksums, making } = made;
  const answer = answerOf(ensemble, { baseline: usual, headline, bottleneck: stuck, funnel, checksums });
  return answerRun({ answer, ensemble, usual, funnel, funnels, stuck, believed, made, making, budgeted, budget });
}

/** Runs one scenario many times. */
export const runKind: StudyKind<RunInput> = {
  kind: "run",
  doc: "simulate one scenario: adoption, chance of the target, gap, cost, and where people get stuck",
  schema: runSchema,
  adapts: () => undefined,
  run,
};
