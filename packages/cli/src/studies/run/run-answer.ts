import type { AnyEnsemble } from "@uptake/study/ensemble";
import type { EvaluatedEnsembles } from "@uptake/study/evaluate";
import type { Bottlenecks, FunnelAt } from "@uptake/study/funnel";
import type { Answer } from "../../words/answer.ts";
import { schoolsSentence } from "../../words/describe-funnel.ts";
import { describeRun, runNotes } from "../../words/describe-run.ts";
import { counted } from "../../words/format.ts";
import { runSentence } from "../../words/run-sentence.ts";
import { type Headlines, withAsSet } from "../headlines.ts";
import { answerTable, costTable, seriesTable } from "../plan-tables.ts";
import { budgetNotes, budgetTable, type PlansAtBudget } from "../plans-at-budget.ts";
import { beliefsTable, headlineNotes } from "../strategy-headlines.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { bottleneckNotes, bottleneckTable, funnelTable } from "../where-stuck.ts";
import type { MadeRuns } from "./made-runs.ts";
import { runFigures } from "./run-figures.ts";

/** Holds what the runs of one scenario gave. */
export interface RunFindings {
  readonly answer: Answer;
  readonly ensemble: AnyEnsemble;
  readonly usual: AnyEnsemble | undefined;
  /** Where people are at the target's month, and at every index. */
  readonly funnel: FunnelAt;
  readonly funnels: () => readonly FunnelAt[];
  readonly stuck: Bottlenecks | undefined;
  readonly believed: Headlines;
  readonly made: Pick<MadeRuns, "failures" | "checksums" | "beyond">;
  /** Says how the runs were made, where that is to be told. */
  readonly making: readonly string[];
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
  const { answer, ensemble, usual, funnel, funnels, stuck, believed, made, making, budgeted, budget } = found;
  const { scenario } = ensemble;
  const { name } = scenario;
  const brought = budgeted && budget !== undefined ? budgetNotes(budgeted, budget) : [];
  const plans = [{ name, ensemble, answer }];
  const asSet = believed.headlines.map((one) => withAsSet(one, ensemble, name));
  const easier = stuck ? [stuck] : [];
  return {
    sentence: runSentence(answer),
    notes: [
      ...brought,
      ...runNotes(answer),
      schoolsSentence(funnel),
      ...bottleneckNotes(easier, false),
      ...headlineNotes(asSet, scenario, believed.failed),
      ...making,
      ...failureNotes(made),
    ],
    figures: runFigures(ensemble, usual, { funnel, stuck }),
    tables: [
      answerTable(plans, false),
      seriesTable(usual ? [...plans, { name: usual.scenario.name, ensemble: usual }] : plans),
      beliefsTable(asSet),
      ...(stuck ? [bottleneckTable(easier, false)] : []),
      funnelTable([{ name, funnels }], false),
      costTable(plans, false),
      ...(budgeted && budget !== undefined ? [budgetTable(budgeted, budget)] : []),
    ],
    plans: [{ name, scenario }],
    text: describeRun(answer, [...brought, ...making]),
    scenarios: [{ prefix: "", scenario, replicates: answer.replicates }],
    data: budgeted ? { ...answer, budget: { dollars: budget, ...planOf(budgeted) } } : answer,
    checksums: [...made.checksums, ...believed.checksums, ...(stuck?.checksums ?? [])],
    beyond: made.beyond,
  };
}

/** Returns how the one plan was brought to its budget. */
function planOf({ plans: [plan] }: PlansAtBudget): object {
  return plan ? { factor: plan.factor, plannedCost: plan.plannedCost } : {};
}
