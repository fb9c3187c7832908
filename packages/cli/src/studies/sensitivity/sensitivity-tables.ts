import { parameters } from "@uptake/model";
import type { StudyMorris, StudySobol } from "@uptake/study/sensitivity";
import { integer, number, text, withEnds } from "../../tables/columns.ts";
import { estimateCells, meanCells } from "../../tables/interval-cells.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { outcomeUnit } from "../../words/describe-outcome.ts";

const describe = (parameter: string) => parameters.find((one) => one.name === parameter);

/** Describes what all rows of a table are of. */
const studied: readonly Column[] = [
  integer("month", "months", "Index at which the outcome is read, 0 = the start"),
  integer("runs", "runs", "Runs that the whole table rests on"),
];

/** Lists the indices of every parameter, and of luck. */
export function indicesTable({ indices, factors, outcome, runs }: StudySobol): AnswerTable {
  const of = (what: string, doc: string): readonly Column[] => withEnds(what, "share of variance", doc);
  const luck = indices.luck ? [{ ...indices.luck, againstLuck: null }] : [];
  return {
    name: "indices",
    doc: "Shares of the outcome's variance that go through each parameter, and through luck.",
    columns: [
      text("input", "Parameter, or luck"),
      ...of("first", "First-order index: the share due to the input alone"),
      ...of("total", "Total index: the share that involves the input at all; of luck, the share due to seed noise"),
      text("against_luck", "Whether the total index is more or less than luck's, or cannot be told"),
      number("lowest", "as `unit` says", "Lowest value the parameter had"),
      number("highest", "as `unit` says", "Highest value the parameter had"),
      text("unit", "Unit of the parameter"),
      text("doc", "What the parameter is"),
      ...studied,
    ],
    rows: [...indices.factors, ...luck].map((input) => {
      const range = factors.find((one) => one.name === input.name);
      const about = describe(input.name);
      return [
        input.name,
        ...estimateCells(input.first),
        ...estimateCells(input.total),
        input.againstLuck,
        range?.low ?? null,
        range?.high ?? null,
        about?.unit ?? null,
        about?.doc ?? null,
        ...[outcome.month, runs],
      ];
    }),
  };
}

/** Lists the elementary effects of every parameter, and of redrawing luck. */
export function effectsTable({ screening, outcome, factors, runs }: StudyMorris): AnswerTable {
  const unit = outcomeUnit(outcome) || "number";
  const sorted = screening.factors.toSorted((a, b) => b.muStar.mean - a.muStar.mean);
  return {
    name: "effects",
    doc: "Elementary effects of each parameter on the outcome, the largest first, and of redrawing luck.",
    columns: [
      text("input", "Parameter, or luck"),
      ...withEnds("mu_star", unit, "Mean size of the change across the parameter's values"),
      number("mu", unit, "Mean change, with sign"),
      number("sigma", unit, "Standard deviation of the changes: not zero where the effect is curved or not alone"),
      text("against_luck", "Whether effects are larger than what luck changes, smaller, or cannot be told"),
      number("lowest", "the parameter's", "Lowest value the parameter had"),
      number("highest", "the parameter's", "Highest value the parameter had"),
      ...studied,
    ],
    rows: [
      ...sorted.map(({ name: input, muStar, mu, sigma, againstLuck }) => {
        const range = factors.find((one) => one.name === input);
        return [
          input,
          ...meanCells(muStar),
          mu.mean,
          sigma,
          againstLuck,
          range?.low ?? null,
          range?.high ?? null,
          ...[outcome.month, runs],
        ];
      }),
      ...(screening.luck
        ? [[...["luck", ...meanCells(screening.luck)], ...[null, null, null, null, null, outcome.month, runs]]]
        : []),
    ],
  };
}
