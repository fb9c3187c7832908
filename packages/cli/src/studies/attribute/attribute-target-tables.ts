import type { MinimumBudget } from "@uptake/study/budget";
import { type EvaluatedTarget, targetWords, type WaitingTime } from "@uptake/study/target";
import { ends, integer, number, text, withEnds, yesNo } from "../../tables/columns.ts";
import { chanceCells, meanCells } from "../../tables/interval-cells.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";

/** Lists the tables of a target: what is asked of it, the levels reached, and who still waits for it. */
export function targetTables(target: EvaluatedTarget): AnswerTable[] {
  return [targetTable(target), levelsTable(target), waitingTable(target)];
}

/** Lists the tables of the smallest budget: what it is, and what was tried. */
export function budgetTables(budget: MinimumBudget): AnswerTable[] {
  return [minimumTable(budget), triedTable(budget)];
}

function targetTable({
  of,
  share,
  month,
  horizon,
  chance,
  whenMissed,
  momentary,
  held,
  sustained,
  ...rest
}: EvaluatedTarget): AnswerTable {
  const { unit } = targetWords[of];
  const waiting = (name: string, doc: string): Column[] => [
    ...withEnds(`${name}_reached`, "chance", `Share of replicates that reach it within the horizon: ${doc}`),
    number(
      `${name}_median`,
      "months",
      "Median time to it, midway where half rest between two months; empty where fewer reach it",
    ),
    ...ends(`${name}_median`, "months", "that median"),
  ];
  const waitingCells = ({ reached, median, medianLow, medianHigh }: WaitingTime): (number | null)[] => [
    ...chanceCells(reached),
    median,
    medianLow,
    medianHigh,
  ];
  return {
    name: "target",
    doc: "What is asked of the target: its chance, how long it takes, what is lacking, and what lasts",
    columns: [
      text("of", "What the target is of"),
      number("share", unit, "Share that is the target"),
      integer("month", "months", "Index at which it is asked for"),
      integer("horizon", "months", "Index at which runs end"),
      ...withEnds("chance", "chance", "Chance of the target; empty beyond the horizon"),
      ...withEnds("lacking", unit, "Mean of what is lacking where the target is missed"),
      ...waiting("momentary", "first month there"),
      ...waiting("held", "first of two consecutive Mays there"),
      integer("sustained_month", "months", "Index two years after funding ends"),
      ...withEnds("sustained", unit, "Mean of the target’s measure then; empty beyond the horizon"),
      ...withEnds("sustained_chance", "chance", "Share of replicates that are at the target’s share then"),
      integer("replicates", "replicates", "Replicates without a failed run"),
      integer("worlds", "worlds", "Different worlds among them"),
    ],
    rows: [
      [
        of,
        share,
        month,
        horizon,
        ...chanceCells(chance),
        ...meanCells(whenMissed),
        ...waitingCells(momentary),
        ...waitingCells(held),
        sustained.month,
        ...meanCells(sustained),
        ...chanceCells(sustained.chance),
        rest.replicates,
        rest.worlds,
      ],
    ],
  };
}

function levelsTable({ of, month, levels }: EvaluatedTarget): AnswerTable {
  const { unit } = targetWords[of];
  return {
    name: "levels",
    doc: "The level that what the target is of comes to with some chance, at the target’s index",
    columns: [
      number("chance", "chance", "Share of runs that come to the level"),
      ...withEnds("level", unit, "Largest level that at least this share of runs comes to"),
      integer("month", "months", "Index at which it is read"),
    ],
    rows: levels.map(({ chance, level, low, high }) => [chance, level, low, high, month]),
  };
}

function waitingTable({ momentary, held }: EvaluatedTarget): AnswerTable {
  const share = "share of replicates";
  return {
    name: "time-to-target",
    doc: "Share of replicates still waiting for the target's share (Kaplan–Meier), by month.",
    columns: [
      text("how", "momentary: first month there; held: first of two consecutive Mays there"),
      integer("month", "months", "Index, 0 at the start"),
      integer("at_risk", "replicates", "Replicates watched and waiting just before"),
      integer("reached", "replicates", "Replicates that reach it then"),
      integer("censored", "replicates", "Replicates watched no longer"),
      number("waiting", share, "Chance of waiting beyond this month"),
      number("low", share, "Lower end of its 95% interval"),
      number("high", share, "Upper end of its 95% interval"),
    ],
    rows: Object.entries({ momentary, held }).flatMap(([how, { curve }]) =>
      curve.steps.map((step) => [
        how,
        ...[step.time, step.atRisk, step.reached, step.censored, step.waiting, step.low, step.high],
      ]),
    ),
  };
}

const dollars = "$ of 2024";

function minimumTable({ target, chance, withinReach, budget, low, high, full }: MinimumBudget): AnswerTable {
  return {
    name: "minimum-budget",
    doc: "The smallest budget at which the target has the chance asked for, all intensities scaled by one factor",
    columns: [
      number("chance", "chance", "Chance asked for"),
      number("share", targetWords[target.of].unit, "Share that is the target"),
      integer("month", "months", "Index at which it is asked for"),
      yesNo("within_reach", "Whether the chance is reached within full intensity"),
      number("budget", dollars, "Smallest budget that has it, planned; empty where none is within reach"),
      number("budget_low", dollars, "Smallest budget whose chance may be as high; empty where none is"),
      number("budget_high", dollars, "Smallest budget whose chance is so beyond chance; empty where none is"),
      number("full", dollars, "Planned cost at full intensity"),
      ...withEnds("full_chance", "chance", "Chance of the target at full intensity"),
    ],
    rows: [
      [
        chance,
        target.share,
        target.month,
        withinReach,
        budget?.dollars ?? null,
        low,
        high,
        full.dollars,
        ...chanceCells(full.probability),
      ],
    ],
  };
}

function triedTable({ tried }: MinimumBudget): AnswerTable {
  return {
    name: "budgets-tried",
    doc: "The chance of the target at each factor that intensities were multiplied by",
    columns: [
      number("factor", "ratio", "What intensities were multiplied by"),
      ...withEnds("chance", "chance", "Chance of the target"),
      integer("replicates", "replicates", "Replicates"),
    ],
    rows: tried.map(({ factor, probability }) => [factor, ...chanceCells(probability), probability.replicates]),
  };
}
