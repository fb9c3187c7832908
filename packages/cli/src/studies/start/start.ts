import { InputError, prepare, type Scenario, strategies } from "@uptake/model";
import type { AnyEnsemble } from "@uptake/study/ensemble";
import { evaluateEnsembles } from "@uptake/study/evaluate";
import { forecastSentence } from "@uptake/study/forecast";
import { answerOf, needsBaseline, withoutLevers } from "../../words/run-answer.ts";
import { headlinesOf, withAsSet } from "../headlines.ts";
import { costTable, seriesTable } from "../plan-tables.ts";
import { budgetNotes, budgetTable, plansAtBudget } from "../plans-at-budget.ts";
import { failureNotes } from "../run/run-answer.ts";
import { costFigure, fanFigure, tierFigure } from "../run/run-figures.ts";
import { repeatedPlans } from "../same-plan.ts";
import { beliefsTable, headlineNotes } from "../strategy-headlines.ts";
import { strategyScenarios } from "../strategy-scenarios.ts";
import type { AnswerFigure, StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { bestPlan, describeStart, notesOf, type StartPlan, sentenceOf, strategiesTable } from "./start-answer.ts";
import { type StartInput, startSchema } from "./start-schema.ts";

/** Returns the title that people read of a strategy. */
const titleOf = (name: string): string => strategies.find((one) => one.name === name)?.title ?? name;

/** Runs strategies in the same worlds and luck, each under every belief, and holds them against business as usual. */
async function start(
  { strategies: asked, replicates, budget }: StartInput,
  scenario: Scenario,
  context: StudyContext,
): Promise<StudyAnswer> {
  const { evaluate, progress, signal, seed } = context;
  const scenarios = await strategyScenarios(asked, scenario);
  const twice = repeatedPlans(scenarios.map((one, i) => ({ path: `strategies[${i}]`, scenario: one })));
  if (twice.length > 0) throw new InputError(twice);
  const named = scenarios.map((one) => ({ name: one.name, scenario: one }));
  const budgeted = budget === undefined ? undefined : await plansAtBudget(named, budget, { each: false });
  const brought = budgeted && budget !== undefined ? budgetNotes(budgeted, budget) : [];
  const tried = budgeted?.plans ?? named;
  const has = tried.findIndex((one) => !needsBaseline(one.scenario));
  const usual = has < 0 ? [withoutLevers(scenario)] : [];
  const plans = await Promise.all([...tried.map((one) => one.scenario), ...usual].map((one) => prepare(one)));
  const onProgress = (done: number, total: number): void => progress("Simulating", done, total);
  const made = await evaluateEnsembles(plans, { evaluate, signal, seed, replicates, onProgress });
  const ensembles = made.ensembles.slice(0, tried.length);
  const baseline = made.ensembles[has < 0 ? tried.length : has];
  const believed = await headlinesOf(ensembles, made.numbers, context);
  const told = ensembles.map((ensemble, i): StartPlan => {
    const { name } = tried[i] as (typeof tried)[number];
    const parts = {
      baseline: needsBaseline(ensemble.scenario) ? baseline : undefined,
      headline: believed.headlines[i],
    };
    return { name, title: titleOf(name), ensemble, answer: answerOf(ensemble, parts) };
  });
  const asSet = believed.headlines.map((one, i) => withAsSet(one, told[i]!.ensemble, told[i]!.name));
  const best = bestPlan(told);
  return {
    sentence: sentenceOf(told),
    notes: [
      ...notesOf(told),
      ...(told.some(({ answer }) => answer.target.probability !== null) ? [forecastSentence()] : []),
      ...brought,
      ...headlineNotes(asSet, scenario, believed.failed),
      ...failureNotes(made),
    ],
    figures: best ? figuresOf(best.ensemble, baseline) : [],
    tables: [
      strategiesTable(told),
      seriesTable(told),
      beliefsTable(asSet),
      costTable(told, true),
      ...(budgeted && budget !== undefined ? [budgetTable(budgeted, budget)] : []),
    ],
    plans: told.map(({ name, ensemble }) => ({ name, scenario: ensemble.scenario })),
    text: describeStart(told, brought),
    data: Object.fromEntries(told.map(({ name, answer }) => [name, answer])),
    checksums: [...made.checksums, ...believed.checksums],
  };
}

/** Draws the strategy that the answer names: what it reaches, who is left behind, and what it costs. */
function figuresOf(ensemble: AnyEnsemble, baseline: AnyEnsemble | undefined): AnswerFigure[] {
  const spends = needsBaseline(ensemble.scenario);
  return [
    fanFigure(ensemble, spends ? baseline : undefined),
    ...(ensemble.series.has("gap") ? [tierFigure(ensemble)] : []),
    ...(spends ? [costFigure(ensemble)] : []),
  ];
}

/** Gives a first look at strategies on a district. */
export const startKind: StudyKind<StartInput> = {
  kind: "start",
  doc: "compare the reference strategies on a district: a first look at what each comes to",
  schema: startSchema,
  adapts: () => undefined,
  run: start,
};
