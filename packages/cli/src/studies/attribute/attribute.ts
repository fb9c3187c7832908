import { InputError, type Scenario, type Switches } from "@uptake/model";
import { attributeAssumptions, attributeLevers } from "@uptake/study/attribute";
import { minimumBudget } from "@uptake/study/budget";
import { evaluateTarget, targetSeries } from "@uptake/study/target";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { answerAttributed } from "./attribute-answer.ts";
import { type AttributeInput, attributeSchema } from "./attribute-schema.ts";

/** Gives a switch its setting only where one is asked for. */
function given(all: AttributeInput["assumptions"]): Partial<Switches> {
  return Object.fromEntries(Object.entries(all ?? {}).filter(([, value]) => value !== undefined));
}

/** Points what is wrong with the levers at where the study file has them. */
async function located<T>(run: Promise<T>): Promise<T> {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const field: Readonly<Record<string, string>> = { levers: "scenario.strategy", measure: "of" };
    throw new InputError(error.issues.map((issue) => ({ ...issue, path: field[issue.path] ?? issue.path })));
  }
}

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
  const rival = given(input.assumptions);
  const policy = await located(attributeLevers(scenario, { ...running("Levers"), ...sharing }));
  const assumed =
    Object.keys(rival).length > 0
      ? await located(attributeAssumptions(scenario, rival, { ...running("Assumptions"), ...sharing }))
      : null;
  const target = input.target ? await evaluateTarget(scenario, running("Target")) : null;
  const budget = input.minimumBudget
    ? await located(minimumBudget(scenario, { ...running("Budgets"), ...input.minimumBudget }))
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
