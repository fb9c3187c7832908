import { namesOf } from "@uptake/study/design";
import { nameOfLevel, type Sweep, type SweptOutcome } from "@uptake/study/sweep";
import { integer, number, text, withEnds } from "../../tables/columns.ts";
import { meanCells } from "../../tables/interval-cells.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { factorUnit, outcomeUnit } from "../../words/describe-outcome.ts";

/** Unit of a column whose rows have units of their own. */
const own = "as `unit` says";

const outcomeColumns: readonly Column[] = [
  text("outcome", "Outcome asked for"),
  integer("month", "months", "Index at which it is read, 0 = the start"),
  text("unit", "Unit of the outcome; shares and chances are fractions"),
];

/** Lists the tables of a sweep: every outcome at every point, and by every factor. */
export function sweepTables(found: Sweep): AnswerTable[] {
  return [pointsTable(found), effectsTable(found)];
}

function factorColumn(factor: string): Column {
  if (namesOf(factor)) return text(factor, "Name that the factor has");
  return number(factor, factorUnit(factor) || "number", "Value of the factor");
}

function pointsTable({ design, outcomes, worlds }: Sweep): AnswerTable {
  const monthOf = ({ month, months }: SweptOutcome, p: number): number => months?.[p] ?? month;
  return {
    name: "points",
    doc: "Each outcome at each point of the sweep.",
    columns: [
      integer("point", "number", "Number of the point, from 1"),
      ...design.factors.map(factorColumn),
      ...outcomeColumns,
      number("value", own, "Mean over replicates, or the share of them that reach the target"),
      number("low", own, "Lower end of the 95% interval"),
      number("high", own, "Upper end of the 95% interval"),
      integer("replicates", "runs", "Replicates with a value"),
      integer("worlds", "worlds", "Different worlds among the replicates, the same at every point"),
      ...withEnds(
        "less_highest",
        own,
        "Difference: this point less the one with the highest value, in the same worlds and luck",
      ),
      ...withEnds(
        "less_lowest",
        own,
        "Difference: this point less the one with the lowest value, in the same worlds and luck",
      ),
    ],
    rows: design.points.flatMap((point, p) =>
      outcomes.map((outcome) => {
        const { value, low, high, replicates } = outcome.estimates[p]!;
        return [
          p + 1,
          ...point.map((level) => (typeof level === "number" ? level : nameOfLevel(level))),
          ...[outcome.name, monthOf(outcome, p), outcomeUnit(outcome)],
          ...[value, low, high, replicates, worlds],
          ...meanCells(outcome.highest?.differences[p]),
          ...meanCells(outcome.lowest?.differences[p]),
        ];
      }),
    ),
  };
}

function effectsTable({ outcomes }: Sweep): AnswerTable {
  return {
    name: "main-effects",
    doc: "Mean of each outcome over the points with the lowest and with the highest third of a factor's numbers, or with each of its names.",
    columns: [
      text("factor", "Parameter, setting, or what takes names"),
      text("levels", "Lowest third or highest third of its numbers, or one of its names"),
      ...outcomeColumns,
      ...withEnds("value", own, "Mean at these levels"),
      ...withEnds(
        "change",
        own,
        "Difference from the lowest third, or from the name with the lowest mean, in the same worlds and luck",
      ),
    ],
    rows: outcomes.flatMap((outcome) =>
      outcome.effects.flatMap(({ factor, groups }) =>
        groups.map((group) => [
          factor,
          group.levels,
          ...[outcome.name, outcome.month, outcomeUnit(outcome)],
          ...meanCells(group.outcome),
          ...meanCells(group.over),
        ]),
      ),
    ),
  };
}
