import { parameters } from "@uptake/model";
import type { Interval, StudyMorris, StudySobol } from "@uptake/study/sensitivity";
import { integer } from "../../tables/columns.ts";
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
  const of = (what: string, doc: string): Column[] => [
    { name: what, type: "number", unit: "share of variance", doc },
    { name: `${what}_low`, type: "number", unit: "share of variance", doc: "Lower end of the 95% interval" },
    { name: `${what}_high`, type: "number", unit: "share of variance", doc: "Upper end of the 95% interval" },
  ];
  const ends = (interval: Interval) => [interval.estimate, interval.low, interval.high];
  const luck = indices.luck ? [{ ...indices.luck, againstLuck: null }] : [];
  return {
    name: "indices",
    doc: "Shares of the outcome's variance that go through each parameter, and through luck.",
    columns: [
      { name: "input", type: "text", unit: "–", doc: "Parameter, or luck" },
      ...of("first", "First-order index: the share due to the input alone"),
      ...of("total", "Total index: the share that involves the input at all; of luck, the share due to seed noise"),
      {
        name: "against_luck",
        type: "text",
        unit: "–",
        doc: "Whether the total index is more or less than luck's, or cannot be told",
      },
      { name: "lowest", type: "number", unit: "as `unit` says", doc: "Lowest value the parameter had" },
      { name: "highest", type: "number", unit: "as `unit` says", doc: "Highest value the parameter had" },
      { name: "unit", type: "text", unit: "–", doc: "Unit of the parameter" },
      { name: "doc", type: "text", unit: "–", doc: "What the parameter is" },
      ...studied,
    ],
    rows: [...indices.factors, ...luck].map((input) => {
      const range = factors.find((one) => one.name === input.name);
      const about = describe(input.name);
      return [
        input.name,
        ...ends(input.first),
        ...ends(input.total),
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
      { name: "input", type: "text", unit: "–", doc: "Parameter, or luck" },
      { name: "mu_star", type: "number", unit, doc: "Mean size of the change across the parameter's values" },
      { name: "mu_star_low", type: "number", unit, doc: "Lower end of the 95% interval" },
      { name: "mu_star_high", type: "number", unit, doc: "Upper end of the 95% interval" },
      { name: "mu", type: "number", unit, doc: "Mean change, with sign" },
      {
        name: "sigma",
        type: "number",
        unit,
        doc: "Standard deviation of the changes: not zero where the effect is curved or not alone",
      },
      {
        name: "against_luck",
        type: "text",
        unit: "–",
        doc: "Whether effects are larger than what luck changes, smaller, or cannot be told",
      },
      { name: "lowest", type: "number", unit: "the parameter's", doc: "Lowest value the parameter had" },
      { name: "highest", type: "number", unit: "the parameter's", doc: "Highest value the parameter had" },
      ...studied,
    ],
    rows: [
      ...sorted.map(({ name: input, muStar, mu, sigma, againstLuck }) => {
        const range = factors.find((one) => one.name === input);
        return [
          input,
          muStar.mean,
          muStar.low,
          muStar.high,
          mu.mean,
          sigma,
          againstLuck,
          range?.low ?? null,
          range?.high ?? null,
          ...[outcome.month, runs],
        ];
      }),
      ...(screening.luck
        ? [
            [
              ...["luck", screening.luck.mean, screening.luck.low, screening.luck.high],
              ...[null, null, null, null, null, outcome.month, runs],
            ],
          ]
        : []),
    ],
  };
}
