import type { Attribution } from "@uptake/study/attribute";
import { integer, number, text, withEnds } from "../../tables/columns.ts";
import { meanCells } from "../../tables/interval-cells.ts";
import type { AnswerTable } from "../../tables/table.ts";
import { seriesUnit } from "../../words/series-words.ts";
import { budgetTables, targetTables } from "./attribute-target-tables.ts";
import type { Attributed } from "./attributed.ts";

/** Holds a part of the answer: the levers and peers, or the assumptions. */
interface Part {
  readonly section: string;
  readonly attribution: Attribution;
}

/** Lists the tables: shares, what they add up to and, where asked for, the target, its levels, waiting and budgets. */
export function attributeTables({ policy, assumed, target, budget }: Attributed): AnswerTable[] {
  const unit = seriesUnit(policy.statistic.series);
  const parts = [
    { section: "policy", attribution: policy },
    ...(assumed ? [{ section: "assumptions", attribution: assumed }] : []),
  ];
  return [
    sharesTable(parts, unit),
    totalsTable(parts, unit),
    ...(target ? targetTables(target) : []),
    ...(budget ? budgetTables(budget) : []),
  ];
}

const section = text("section", "policy: levers and peers; assumptions: switches. Never to be added up");
const replicatesOf = integer("replicates", "replicates", "Replicates in which all runs have a value");

function sharesTable(parts: readonly Part[], unit: string): AnswerTable {
  return {
    name: "shares",
    doc: "Shapley shares: of levers and peers in what the strategy adds, and apart from them of assumptions in how that changes.",
    columns: [
      section,
      text("player", "Lever, peers, or switch"),
      ...withEnds("share", unit, "Mean of what it adds over all orders of joining"),
      number("of_change", "ratio", "Share of the whole change; empty where the change may be none"),
      ...withEnds("alone", unit, "What it changes on its own"),
      ...withEnds("last", unit, "What is lost when it alone is left out"),
      ...withEnds(
        "together",
        unit,
        "What is lost when it is left out, less what it changes on its own: above 0 where it needs others, below where others do the same work",
      ),
      number("order_error", unit, "Half-width of the interval that sampled orders make; empty without sampling"),
      replicatesOf,
    ],
    rows: parts.flatMap(({ section: of, attribution: { shares, replicates } }) =>
      shares.map((share) => [
        of,
        share.player,
        ...meanCells(share),
        share.ofChange.value,
        ...[share.alone, share.last, share.together].flatMap(meanCells),
        share.orderError,
        replicates,
      ]),
    ),
  };
}

function totalsTable(parts: readonly Part[], unit: string): AnswerTable {
  return {
    name: "totals",
    doc: "What is shared out: the value without any player, with all of them, and the change, which shares add up to.",
    columns: [
      section,
      text("value", "from, to or change"),
      number("mean", unit, "Mean over replicates"),
      number("low", unit, "Lower end of its 95% interval"),
      number("high", unit, "Upper end of its 95% interval"),
      integer("month", "months", "Index at which it is read"),
      replicatesOf,
      integer("worlds", "worlds", "Different worlds among them"),
    ],
    rows: parts.flatMap(({ section: of, attribution }) =>
      (["from", "to", "change"] as const).map((value) => [
        of,
        value,
        ...meanCells(attribution[value]),
        attribution.statistic.month,
        attribution[value].replicates,
        attribution.worlds,
      ]),
    ),
  };
}
