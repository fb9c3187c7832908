import type { Scenario, Switches } from "@uptake/model";
import { attributeAssumptions, attributeLevers } from "@uptake/study/attribute";
import { minimumBudget } from "@uptake/study/budget";
import { evaluateTarget, targetSeries } from "@uptake/study/target";
import { givenFields } from "../given-fields.ts";
import { relocated } from "../relocated.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { answerAttributed } from "./attribute-answer.ts";
import { type AttributeInput, attributeSchema } from "./attribute-schema.ts";

/** Points what is wrong with the levers, or with what is shared out, at where the study file has them. */
const pathOf = (path: string): string => ({ levers: "scenario.strategy", measure: "of" })[path] ?? path;

async function run(input: AttributeInput, scenario: Scenario, context: StudyContext): Promise<StudyAnswer> {
  const { evaluate, progress, signal, seed } = context;
  const { month, replicates, exactPlayers, orders } = input;
  const series = input.of ?? targetSeries(scenario.target.of);
  const running = (stage: string) => ({
    evaluate,
    signal,
    seed,
    replicates,
    onProgress: (done: number, total: number): void => progress(stage, done, total),
  });
  const sharing = { series, ...(month === undefined ? {} : { month }), exactPlayers, orders };
  const rival: Partial<Switches> = givenFields(input.assumptions ?? {});
  const policy = await relocated(pathOf, () => attributeLevers(scenario, { ...running("Levers"), ...sharing }));
  const assumed =
    Object.keys(rival).length > 0
      ? await relocated(pathOf, () => attributeAssumptions(scenario, rival, { ...running("Assumptions"), ...sharing }))
      : null;
  const target = input.target ? await evaluateTarget(scenario, running("Target")) : null;
  const asked = input.minimumBudget;
  const budget = asked
    ? await relocated(pathOf, () => minimumBudget(scenario, { ...running("Budgets"), ...asked }))
    : null;
  const set = Object.entries(rival)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  return answerAttributed({ policy, assumed, target, budget }, scenario.name, set);
}

/** Shares out what a strategy adds between its levers and peers, and apart from them what rival assumptions change. */
export const attributeKind: StudyKind<AttributeInput> = {
  kind: "attribute",
  doc: "share out what a strategy adds between its levers and peers, and what rival assumptions change",
  schema: attributeSchema,
  adapts: ({ minimumBudget }) =>
    minimumBudget === undefined
      ? undefined
      : "minimumBudget halves an interval of budgets, each by what the one before gave. Leave minimumBudget out, and ask it on one machine",
  run,
};
