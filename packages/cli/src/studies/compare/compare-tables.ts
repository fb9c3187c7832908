import type { Scenario } from "@uptake/model";
import type { MeasuredDifference, PreciseComparison } from "@uptake/study/compare";
import { targetSeries } from "@uptake/study/target";
import { integer, number, text, withEnds } from "../../tables/columns.ts";
import { estimateCells, meanCells } from "../../tables/interval-cells.ts";
import type { AnswerTable } from "../../tables/table.ts";
import { seriesUnit } from "../../words/series-words.ts";

/** Names the series whose differences are told in every month: what the target is of, adoption and gap. */
export const everyMonth = ({ target }: Scenario): string[] => [
  ...new Set([targetSeries(target.of), "adoption", "depth50", "gap", "cost"]),
];

/** Lists differences measure by measure as they first come, each by month. */
function inOrder(differences: readonly MeasuredDifference[]): MeasuredDifference[] {
  const measures = [...new Set(differences.map(({ series }) => series))];
  return differences.toSorted((a, b) => measures.indexOf(a.series) - measures.indexOf(b.series) || a.month - b.month);
}

/** Writes the table of the differences that `keep` names, the months of each plan in their order. */
export function differenceTable(
  result: PreciseComparison,
  baseline: string,
  { keep, ...head }: Pick<AnswerTable, "name" | "doc"> & { readonly keep: (one: MeasuredDifference) => boolean },
): AnswerTable {
  return {
    ...head,
    columns: [
      text("strategy", "strategy compared"),
      text("baseline", "strategy it is held against"),
      text("measure", "name of the measure"),
      integer("month", "months", "index, 0 at the start"),
      text("unit", "unit of the numbers that follow"),
      number("estimate", "as in unit", "mean difference, strategy less baseline"),
      number("low", "as in unit", "lower end of its 95% interval"),
      number("high", "as in unit", "upper end of its 95% interval"),
      number("half_width", "as in unit", "half the width of the interval"),
      integer("replicates", "replicates", "pairs of runs in which both have a value"),
      number("variance_reduction", "ratio", "times as many replicates independent seeds would need"),
      ...withEnds("strategy_mean", "as in unit", "mean with the strategy", "that mean"),
      ...withEnds("baseline_mean", "as in unit", "mean with the baseline", "that mean"),
    ],
    rows: result.plans.flatMap(({ name, differences }) =>
      inOrder(differences.filter(keep)).map((one) => [
        name,
        baseline,
        one.series,
        one.month,
        seriesUnit(one.series),
        ...estimateCells(one),
        one.halfWidth,
        one.replicates,
        one.varianceReduction,
        ...meanCells(one.plan),
        ...meanCells(one.baseline),
      ]),
    ),
  };
}
