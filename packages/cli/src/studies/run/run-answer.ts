import type { Ensemble } from "@uptake/study";
import type { EvaluatedEnsembles } from "@uptake/study/evaluate";
import { type Bottlenecks, type FunnelAt, funnelAt } from "@uptake/study/funnel";
import { schoolsSentence } from "../../words/describe-funnel.ts";
import { describeRun, runNotes } from "../../words/describe-run.ts";
import { counted } from "../../words/format.ts";
import type { Answer } from "../../words/run-answer.ts";
import { runSentence } from "../../words/run-sentence.ts";
import { type Headlines, withAsSet } from "../headlines.ts";
import { answerTable, costTable, seriesTable } from "../plan-tables.ts";
import { budgetNotes, budgetTable, type PlansAtBudget } from "../plans-at-budget.ts";
import { beliefsTable, headlineNotes } from "../strategy-headlines.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { bottleneckNotes, bottleneckTable, funnelTable } from "../where-stuck.ts";
import { runFigures } from "./run-figures.ts";

/** Holds what the runs of one scenario gave. */
export interface RunFindings {
  readonly answer: Answer;
  readonly ensemble: Ensemble;
  readonly usual: Ensemble | undefined;
  /** Where people are at the target's month. */
  readonly funnel: FunnelAt;
  readonly stuck: Bottlenecks | undefined;
  readonly believed: Headlines;
  readonly made: EvaluatedEnsembles;
  readonly budgeted: PlansAtBudget | undefined;
  readonly budget: number | undefined;
}

/** Says how many runs failed, which leave their replicates out; nothing where none did. */
export function failureNotes({ failures }: Pick<EvaluatedEnsembles, "failures">): string[] {
  const [first] = failures;
  if (!first) return [];
  const runs = counted(failures.length, "run");
  return [
    `${runs} failed and left ${failures.length === 1 ? "its replicate" : "their replicates"} out; the first: ${first.cause}.`,
  ];
}

/** Turns the runs of one scenario into what is told of them. */
export function answerRun(found: RunFindings): StudyAnswer {
  const { answer, ensemble, usual, funnel, stuck, believed, made, budgeted, budget } = found;
  const { scenario } = ensemble;
  const { name } = scenario;
  const brought = budgeted && budget !== undefined ? budgetNotes(budgeted, budget) : [];
  const plans = [{ name, ensemble, answer }];
  const asSet = believed.headlines.map((one) => withAsSet(one, ensemble, name));
  const months = Array.from({ length: ensemble.horizon + 1 }, (_, month) => month);
  const easier = stuck ? [stuck] : [];
  return {
    sentence: runSentence(answer),
    notes: [
      ...brought,
      ...runNotes(answer),
      schoolsSentence(funnel),
      ...bottleneckNotes(easier, false),
      ...headlineNotes(asSet, scenario, believed.failed),
      ...failureNotes(made),
    ],
    figures: runFigures(ensemble, usual, { funnel, stuck }),
    tables: [
      answerTable(plans, false),
      seriesTable(usual ? [...plans, { name: usual.scenario.name, ensemble: usual }] : plans),
      beliefsTable(asSet),
      ...(stuck ? [bottleneckTable(easier, false)] : []),
      funnelTable([{ name, funnels: () => months.map((month) => funnelAt(ensemble, month)) }], false),
      costTable(plans, false),
      ...(budgeted && budget !== undefined ? [budgetTable(budgeted, budget)] : []),
    ],
    plans: [{ name, scenario }],
    text: describeRun(answer, brought),
    scenarios: [{ prefix: "", scenario, replicates: answer.replicates }],
    data: budgeted ? { ...answer, budget: { dollars: budget, ...planOf(budgeted) } } : answer,
    checksums: [...made.checksums, ...believed.checksums, ...(stuck?.checksums ?? [])],
  };
}

/** Returns how the one plan was brought to its budget. */
function planOf({ plans: [plan] }: PlansAtBudget): object {
  return plan ? { factor: plan.factor, plannedCost: plan.plannedCost } : {};
}
