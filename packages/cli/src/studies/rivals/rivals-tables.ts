import type { Ranked, Rivals } from "@uptake/study/rivals";
import { integer, number, text, withEnds, yesNo } from "../../tables/columns.ts";
import { chanceCells, estimateCells, meanCells } from "../../tables/interval-cells.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { seriesUnit } from "../../words/series-words.ts";

/** Lists the tables of a ranking under rival assumptions: every strategy, and every pair where there are several. */
export function rivalsTables(found: Rivals): AnswerTable[] {
  return [rankingTable(found), pairTable(found)];
}

function rankingTable(found: Rivals): AnswerTable {
  const unit = seriesUnit(found.measure.series);
  const { month } = found.measure;
  const rows = (rival: string, series: string, ranking: readonly Ranked[]) =>
    ranking.map(({ change, ...one }) => [
      ...[rival, series, month, one.plan, one.rank, ...meanCells(one), ...estimateCells(change)],
      ...[one.p10, one.p90, one.replicates, found.worlds],
    ]);
  return {
    name: "rankings",
    doc: "One row a strategy under a set of assumptions",
    columns: [
      text("assumption", "Rival assumption, or default"),
      text("measure", "Series that is ranked by"),
      integer("month", "months", "Index at which it is read, 0 = the start"),
      text("strategy", "Name of the strategy"),
      integer("place", "place", "Place by the mean, 1 is best; equals share it, and one strategy alone has none"),
      ...withEnds("mean", unit, "Mean over replicates", "the mean"),
      ...withEnds(
        "change",
        unit,
        "Difference: mean less that under the assumptions made, in the same worlds and luck",
        "that difference",
      ),
      number("p10", unit, "Tenth percentile of replicates"),
      number("p90", unit, "Ninetieth percentile of replicates"),
      integer("replicates", "replicates", "Replicates with a value"),
      integer("worlds", "worlds", "Different worlds among the replicates"),
    ],
    rows: [
      ...rows("default", found.measure.series, found.ranking),
      ...found.rivals.flatMap(({ name, series, ranking }) => rows(name, series, ranking)),
    ],
  };
}

function pairTable(found: Rivals): AnswerTable {
  const unit = seriesUnit(found.measure.series);
  const three = (name: string, when_: string): readonly Column[] =>
    withEnds(name, unit, `Difference: first less second ${when_}, in the same worlds and luck`);
  return {
    name: "flips",
    doc: "One row a pair of strategies under a rival assumption, and under the assumptions made",
    columns: [
      text("rival", "Name of the rival assumption, or default"),
      text("first", "Name of a strategy"),
      text("second", "Name of another"),
      ...three("before", "under the assumptions made"),
      ...three("after", "under the rival"),
      yesNo("flips", "Whether the mean difference changes its sign"),
      yesNo("beyond_chance", "Whether it does and neither interval covers zero"),
      ...withEnds("replicates_flipped", "share of replicates", "Replicates in which the two change places"),
    ],
    rows: [
      ...found.pairs.map(({ first, second, difference }) => [
        ...["default", first, second, ...estimateCells(difference)],
        ...Array.from({ length: 8 }, () => null),
      ]),
      ...found.rivals.flatMap((rival) =>
        rival.pairs.map(({ first, second, before, after, flips, decided, changed }) => [
          ...[rival.name, first, second, ...estimateCells(before), ...estimateCells(after)],
          ...[flips, decided, ...chanceCells(changed)],
        ]),
      ),
    ],
  };
}
