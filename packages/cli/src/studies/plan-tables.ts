import { bandsOf, summarise } from "@uptake/study";
import { type AnyEnsemble, quantileOfTotals } from "@uptake/study/ensemble";
import { integer, number, text } from "../tables/columns.ts";
import { lazyTable } from "../tables/lazy-table.ts";
import type { AnswerTable, Column } from "../tables/table.ts";
import type { Answer } from "../words/answer.ts";
import { targetSummary } from "../words/run-answer.ts";

/** Names a plan, and holds its ensemble and its answer. */
export interface AnsweredPlan {
  readonly name: string;
  readonly ensemble: AnyEnsemble;
  readonly answer: Answer;
}

type Row = AnswerTable["rows"][number];

const percentileWords = (p: number): string =>
  p === 50 ? "median of the replicates" : `${p}th percentile of the replicates`;

const strategy: Column = text("strategy", "plan");
const replicates: Column = integer("replicates", "replicates", "runs");

/** Describes the columns of a mean with its 95% interval. */
const meanColumns = (unit: string): Column[] => [
  number("mean", unit, "mean over replicates"),
  number("low", unit, "lower end of its 95% interval"),
  number("high", unit, "upper end of its 95% interval"),
];

/** Names the shares without a group: of teachers, then of schools and of students' teaching time. */
const ofAll = [
  "adoption",
  "adoptionMembers",
  "adoptionFounded",
  "adoptionJoined",
  "label",
  "depth30",
  "depth50",
  "depth70",
  "compliant",
  "schoolsAdopting",
  "members",
  "students",
  "studentsEver",
  "studentsTwice",
  "worstTier",
  "gap",
];

/** Lists the shares among the series: the group of schools and the stage each is of. */
function sharesOf(ensemble: AnyEnsemble): { name: string; group: string; stage: string }[] {
  return [...ensemble.series.keys()].flatMap((name) => {
    const [kind = "", of = ""] = name.split(/\.(.*)/);
    if (kind === "stage") return [{ name, group: "all", stage: of }];
    if (ofAll.includes(kind)) return [{ name, group: "all", stage: kind }];
    return kind === "tier" || kind === "band" ? [{ name, group: `${kind} ${of}`, stage: "adoption" }] : [];
  });
}

/** Writes the shares of a plan, one row per month, group and stage. */
function seriesRows({ ensemble }: Pick<AnsweredPlan, "ensemble">): Row[] {
  const all = sharesOf(ensemble).map((one) => ({
    ...one,
    summary: summarise(ensemble, one.name),
    bands: bandsOf(ensemble, one.name),
  }));
  return Array.from({ length: ensemble.horizon + 1 }, (_, month) =>
    all.map(({ group, stage, summary: { mean, low, high, p10, p90, replicates: runs }, bands }) => [
      month,
      group,
      stage,
      ...[mean, low, high, bands.p5, p10, bands.p25, bands.p50, bands.p75, p90, bands.p95].map(
        (column) => column[month] ?? null,
      ),
      runs,
    ]),
  ).flat();
}

/** Puts the name of each plan before its rows, where they are `named`. */
const ofPlans = (plans: readonly AnsweredPlan[], named: boolean, rows: (plan: AnsweredPlan) => Row[]): Row[] =>
  plans.flatMap((plan) => rows(plan).map((row) => (named ? [plan.name, ...row] : row)));

/**
 * Writes shares by month as a tidy table. They are shares of teachers, `adoption` being using or owning, and
 * `adoptionMembers` the same among teachers of schools in the programme, `adoptionFounded` and `adoptionJoined` of those
 * founded and joined; `schoolsAdopting` and `members` are shares of schools, `students` is adoption weighted by students,
 * `studentsEver` and `studentsTwice` are shares of students; `worstTier` is adoption in the poverty third with least of it,
 * `gap` that in low-poverty schools less that in high-poverty ones.
 */
export function seriesTable(plans: readonly Pick<AnsweredPlan, "name" | "ensemble">[]): AnswerTable {
  const head: Omit<AnswerTable, "rows"> = {
    name: "series",
    doc: "Shares of teachers, schools and students by month, group of schools and stage, over replicates.",
    columns: [
      strategy,
      integer("month", "months", "index, 0 at the start"),
      text("group", "schools counted: all, a poverty third (tier) or a band of size (band)"),
      text("stage", "what is counted, as in adoption (using or owning), label (trying too), depth50, members"),
      ...meanColumns("share"),
      ...[5, 10, 25, 50, 75, 90, 95].map((p) => number(`p${p}`, "share", percentileWords(p))),
      replicates,
    ],
  };
  return lazyTable(head, () => plans.flatMap((plan) => seriesRows(plan).map((row) => [plan.name, ...row])));
}

function costRows({ ensemble, answer: { cost, replicates: runs } }: AnsweredPlan): Row[] {
  const [p5, p95] = [0.05, 0.95].map((p) => quantileOfTotals(ensemble.cost.total, p)) as [number, number];
  const part = (by: string, all: Answer["cost"]["byCategoryInterval"]): Row[] =>
    Object.entries(all).map(([name, { mean, low, high }]) => [by, name, mean, low, high, null, null, null, null, runs]);
  return [
    ["total", "total", cost.total, cost.low, cost.high, p5, cost.p10, cost.p90, p95, runs],
    ...part("category", cost.byCategoryInterval),
    ...part("tier", cost.byTierInterval),
  ];
}

/** Writes what plans cost over the whole run, in all and by kind of spending and by who it is spent on. */
export function costTable(plans: readonly AnsweredPlan[], named: boolean): AnswerTable {
  return {
    name: "cost",
    doc: "Cost over the whole run, in all, by kind of spending, and by poverty third of schools and the central office.",
    columns: [
      ...(named ? [strategy] : []),
      text("by", "total, category (kind of spending) or tier (where the money goes)"),
      text("part", "which of them"),
      ...meanColumns("$ of 2024"),
      ...[5, 10, 90, 95].map((p) => number(`p${p}`, "$ of 2024", `${percentileWords(p)}; of the total alone`)),
      replicates,
    ],
    rows: ofPlans(plans, named, costRows),
  };
}

/** Holds a quantity of an answer: which, at which index, its value, its interval and its unit. */
type Quantity = readonly [
  quantity: string,
  month: number | null,
  unit: string,
  value: number | null,
  low: number | null,
  high: number | null,
  replicates?: number,
];

function quantitiesOf(answer: Answer): Quantity[] {
  const { target, sustained, shortfallWhenMissed: missed, gap, cost, adoption } = answer;
  const { momentary, held } = answer.timeToTarget;
  const reached = targetSummary(answer);
  const at = (series: Answer["gap"], name: string, unit: string, month: number): Quantity => [
    name,
    month,
    unit,
    series?.mean[month] ?? null,
    series?.low[month] ?? null,
    series?.high[month] ?? null,
  ];
  const last = adoption.month.length - 1;
  return [
    ["target", target.month, "share", target.share, null, null],
    ["chance of target", target.month, "chance", target.probability, target.low, target.high],
    at(reached, "reached", "share", Math.min(target.month, last)),
    at(gap, "gap", "share", Math.min(target.month, last)),
    ["shortfall where missed", target.month, "share", missed.mean, missed.low, missed.high, missed.replicates],
    ["median time to target", null, "months", momentary.median, momentary.medianLow, momentary.medianHigh],
    [
      "share that reaches it",
      last,
      "chance",
      momentary.reached.probability,
      momentary.reached.low,
      momentary.reached.high,
    ],
    ["median time to target held", null, "months", held.median, held.medianLow, held.medianHigh],
    ["sustained", sustained.month, "share", sustained.mean, sustained.low, sustained.high],
    ["cost", last, "$ of 2024", cost.total, cost.low, cost.high],
    [
      "cost per added sustained adopter",
      sustained.month,
      "$ of 2024",
      cost.perAddedSustainedAdopter,
      cost.perAddedSustainedAdopterInterval?.low ?? null,
      cost.perAddedSustainedAdopterInterval?.high ?? null,
    ],
    [
      "cost per added student-year",
      last,
      "$ of 2024",
      cost.perAddedStudentYear,
      cost.perAddedStudentYearInterval?.low ?? null,
      cost.perAddedStudentYearInterval?.high ?? null,
    ],
  ];
}

/** Writes what an answer comes to, one quantity a row: what its sentences say. */
export function answerTable(plans: readonly AnsweredPlan[], named: boolean): AnswerTable {
  return {
    name: "answer",
    doc: "What is asked of a plan and what it comes to: the numbers that the sentences are made of.",
    columns: [
      ...(named ? [strategy] : []),
      text("quantity", "what it is; reached and sustained are of what the target is of"),
      integer("month", "months", "index at which it is read; empty for a time"),
      text("unit", "unit of the numbers that follow"),
      number("value", "as in unit", "mean, chance or median over replicates; empty where there is none"),
      number("low", "as in unit", "lower end of its 95% interval"),
      number("high", "as in unit", "upper end of its 95% interval"),
      replicates,
    ],
    rows: ofPlans(plans, named, ({ answer }) =>
      quantitiesOf(answer).map(([quantity, month, unit, value, low, high, runs = answer.replicates]) => [
        quantity,
        month,
        unit,
        value,
        low,
        high,
        runs,
      ]),
    ),
  };
}
