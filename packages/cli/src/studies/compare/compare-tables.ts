import type { Scenario } from "@uptake/model";
import type { MeasuredDifference, PreciseComparison } from "@uptake/study/compare";
import { targetSeries } from "@uptake/study/target";
import { ends, number } from "../../tables/columns.ts";
import type { AnswerTable, Value } from "../../tables/table.ts";
import { seriesUnit } from "../../words/series-words.ts";

/** Names the series whose differences are told in every month: what the target is of, adoption and gap. */
export const everyMonth = ({ target }: Scenario): string[] => [
  ...new Set([targetSeries(target.of), "adoption", "depth50", "gap", "cost"]),
];

const meanCells = (mean: MeasuredDifference["plan"]): Value[] => [
  mean?.mean ?? null,
  mean?.low ?? null,
  mean?.high ?? null,
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
      { name: "strategy", type: "text", unit: "–", doc: "strategy compared" },
      { name: "baseline", type: "text", unit: "–", doc: "strategy it is held against" },
      { name: "measure", type: "text", unit: "–", doc: "name of the measure" },
      { name: "month", type: "integer", unit: "months", doc: "index, 0 at the start" },
      { name: "unit", type: "text", unit: "–", doc: "unit of the numbers that follow" },
      { name: "estimate", type: "number", unit: "as in unit", doc: "mean difference, strategy less baseline" },
      { name: "low", type: "number", unit: "as in unit", doc: "lower end of its 95% interval" },
      { name: "high", type: "number", unit: "as in unit", doc: "upper end of its 95% interval" },
      { name: "half_width", type: "number", unit: "as in unit", doc: "half the width of the interval" },
      { name: "replicates", type: "integer", unit: "replicates", doc: "pairs of runs in which both have a value" },
      {
        name: "variance_reduction",
        type: "number",
        unit: "ratio",
        doc: "times as many replicates independent seeds would need",
      },
      number("strategy_mean", "as in unit", "mean with the strategy"),
      ...ends("strategy_mean", "as in unit", "that mean"),
      number("baseline_mean", "as in unit", "mean with the baseline"),
      ...ends("baseline_mean", "as in unit", "that mean"),
    ],
    rows: result.plans.flatMap(({ name, differences }) =>
      inOrder(differences.filter(keep)).map((one) => [
        name,
        baseline,
        one.series,
        one.month,
        seriesUnit(one.series),
        one.estimate,
        one.low,
        one.high,
        one.halfWidth,
        one.replicates,
        one.varianceReduction,
        ...meanCells(one.plan),
        ...meanCells(one.baseline),
      ]),
    ),
  };
}
