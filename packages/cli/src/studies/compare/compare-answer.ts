import type { MeasuredDifference } from "@uptake/study/compare";
import type { Bottlenecks } from "@uptake/study/funnel";
import { targetSeries, targetWords } from "@uptake/study/target";
import type { Answer } from "../../words/answer.ts";
import { describeCompare } from "../../words/describe-compare.ts";
import { differenceSentence, endingNotes, pairingNote } from "../../words/describe-precision.ts";
import { counted } from "../../words/format.ts";
import { answerOf } from "../../words/run-answer.ts";
import { seriesName } from "../../words/series-words.ts";
import { type Headlines, withAsSet } from "../headlines.ts";
import { answerTable, costTable, seriesTable } from "../plan-tables.ts";
import { budgetNotes, budgetTable, type PlansAtBudget } from "../plans-at-budget.ts";
import { beliefsTable, headlineNotes, type PlanHeadline } from "../strategy-headlines.ts";
import type { NamedPlan, StudyAnswer } from "../study-kind.ts";
import { bottleneckFigure, bottleneckNotes, bottleneckTable, funnelFigure, funnelTable } from "../where-stuck.ts";
import { byMonth, compareFigures } from "./compare-figures.ts";
import type { ComparedRuns } from "./compare-runs.ts";
import { differenceTable, everyMonth } from "./compare-tables.ts";

/** Holds what a comparison found. */
export interface CompareFindings {
  /** Plans by name, the baseline first. */
  readonly plans: readonly NamedPlan[];
  readonly runs: ComparedRuns;
  readonly believed: Headlines;
  readonly stuck: readonly Bottlenecks[];
  readonly budgeted: PlansAtBudget | undefined;
  readonly budget: number | undefined;
}

/** Holds a difference at every index, as columns. */
interface Columns {
  readonly month: readonly number[];
  readonly mean: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly replicates: number;
  readonly paired: true;
}

function columnsOf(differences: readonly MeasuredDifference[], series: string, replicates: number): Columns | null {
  const all = byMonth(differences, series);
  if (all.every(({ estimate }) => estimate === null)) return null;
  return {
    month: all.map(({ month }) => month),
    mean: all.map(({ estimate }) => estimate),
    low: all.map(({ low }) => low),
    high: all.map(({ high }) => high),
    replicates,
    paired: true,
  };
}

/** Returns what each plan comes to by itself. */
function answersOf({ runs, believed, stuck }: CompareFindings): Answer[] {
  return runs.ensembles.map((ensemble, p) => {
    const { decidesDifference: _, ...headline } = believed.headlines[p] as PlanHeadline;
    return answerOf(ensemble, {
      baseline: runs.usual[p],
      headline,
      bottleneck: stuck[p],
      funnel: runs.funnels[p],
    });
  });
}

/** Says what plans add, in a sentence each, and what stands behind these. */
function sentencesOf({ plans: [baseline], runs: { result } }: CompareFindings) {
  const { parameters, worlds, of, halfWidth, failures } = result;
  const about = (plan: string) => ({ plan, baseline: baseline?.name ?? "", parameters, worlds });
  const sentences = result.plans.map(({ name, differences }) =>
    differenceSentence(differences[0] as MeasuredDifference, about(name)),
  );
  const gaps = result.plans.flatMap(({ name, differences }) => {
    const gap = differences.find((one) => one.series === "gap" && one.month === of.month);
    return gap && of.series !== "gap" && gap.estimate !== null ? [differenceSentence(gap, about(name))] : [];
  });
  const pairing = result.plans.flatMap(({ name, differences }) =>
    pairingNote(differences[0] as MeasuredDifference, name),
  );
  const ending = halfWidth === null ? [] : endingNotes(of.series, { ...result, halfWidth });
  const [first] = failures;
  const failed = first
    ? [
        `${counted(failures.length, "run")} failed and left ${seriesName(of.series)} out of their pairs; the first: ${first.cause}.`,
      ]
    : [];
  return { sentences, gaps, pairing, ending, failed };
}

/** Returns what a comparison of two plans alone prints as data: both, and the difference by month. */
function dataOfTwo({ runs: { result, ensembles }, believed }: CompareFindings, [a, b]: readonly Answer[]): object {
  const [plan] = result.plans;
  if (!a || !b || !plan || ensembles.length !== 2) return {};
  const { replicates, of, halfWidth, cap, looks, ended } = result;
  const { of: kind } = a.target;
  const columns = (series: string): Columns | null => columnsOf(plan.differences, series, replicates);
  const series = targetSeries(kind);
  const decides = believed.headlines[1]?.decidesDifference;
  const precision = { ...plan.differences[0], ...of, asked: halfWidth, cap, looks, ended };
  return {
    a,
    b,
    ...(halfWidth === null ? {} : { precision }),
    difference: { of: series, unit: `${targetWords[kind].unit}, b less a`, ...columns(series), decides },
    differences: {
      adoption: columns("adoption"),
      depth50: columns("depth50"),
      gap: columns("gap"),
      cost: columns("cost"),
    },
  };
}

/** Turns a comparison into what is told of it. */
export function answerCompare(found: CompareFindings): StudyAnswer {
  const { plans, runs, believed, stuck, budgeted, budget } = found;
  const { result, ensembles, funnels } = runs;
  const [baseline] = plans as readonly [NamedPlan];
  const answers = answersOf(found);
  const [a, b] = answers;
  const { sentences, gaps, pairing, ending, failed } = sentencesOf(found);
  const brought = budgeted && budget !== undefined ? budgetNotes(budgeted, budget) : [];
  const asSet = believed.headlines.map((one, p) => withAsSet(one, ensembles[p]!, plans[p]!.name));
  const told = plans.map(({ name }, p) => ({ name, ensemble: ensembles[p]!, answer: answers[p]! }));
  const reported = new Set([result.of, ...runs.measures].map((one) => `${one.series} ${one.month}`));
  const sought = targetSeries(baseline.scenario.target.of);
  const { parameters, seed, version } = result;
  const difference = columnsOf(result.plans[0]!.differences, sought, result.replicates);
  const decides = believed.headlines[1]?.decidesDifference;
  const text =
    plans.length === 2 && a && b && difference && decides
      ? describeCompare({
          a,
          b,
          difference,
          sentences: [...sentences, ...pairing, ...ending, ...failed, ...runs.making],
          budget: brought,
          decides,
        })
      : undefined;
  return {
    sentence: sentences.join(" "),
    notes: [
      ...gaps,
      ...ending,
      ...pairing,
      ...failed,
      ...runs.making,
      ...brought,
      ...headlineNotes(asSet, baseline.scenario, believed.failed),
      ...bottleneckNotes(stuck, true),
    ],
    figures: [
      ...compareFigures(result, baseline.name, sought),
      ...plans.flatMap(({ name }, p) => {
        if (p === 0) return [];
        const end = `-${p}-${name}`;
        const one = stuck[p];
        return [
          ...(one ? [bottleneckFigure(one, end)] : []),
          funnelFigure(name, funnels[p]!, { parameters, seed, version }, end),
        ];
      }),
    ],
    tables: [
      differenceTable(result, baseline.name, {
        name: "differences",
        doc: "Each strategy less the baseline in the same worlds and luck, by measure.",
        keep: (one) => reported.has(`${one.series} ${one.month}`),
      }),
      differenceTable(result, baseline.name, {
        name: "differences-by-month",
        doc: "Each strategy less the baseline in adoption, deep use, what the target is of, the gap between poverty thirds and cost, month by month.",
        keep: (one) => everyMonth(baseline.scenario).includes(one.series),
      }),
      answerTable(told, true),
      seriesTable(told),
      beliefsTable(asSet),
      ...(stuck.length > 0 ? [bottleneckTable(stuck, true)] : []),
      funnelTable(
        plans.map(({ name }, p) => ({ name, funnels: () => [funnels[p]!] })),
        true,
      ),
      costTable(told, true),
      ...(budgeted && budget !== undefined ? [budgetTable(budgeted, budget)] : []),
    ],
    plans,
    ...(text === undefined ? {} : { text }),
    scenarios: plans.map(({ scenario }, p) => ({
      prefix: plans.length === 2 ? `${"ab"[p]}-` : `plan-${p + 1}-`,
      scenario,
      replicates: result.replicates,
    })),
    data: {
      ...result,
      checksums: runs.checksums,
      district: a?.district,
      ...(plans.length === 2 ? dataOfTwo(found, answers) : { answers }),
      headlines: asSet,
      ...(stuck.length > 0 ? { bottlenecks: stuck.map(({ checksums: _, ...one }) => one) } : {}),
    },
    checksums: [...runs.checksums, ...believed.checksums, ...stuck.flatMap(({ checksums }) => checksums)],
  };
}
