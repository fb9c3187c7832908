import type { JudgedPlan, Optimised, ValueInterval } from "@uptake/study/optimise";
import { integer, number, text, withEnds, yesNo } from "../../tables/columns.ts";
import { meanCells } from "../../tables/interval-cells.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { seriesUnit } from "../../words/series-words.ts";
import { againstIn, reachedIn, soughtIn } from "./optimise-words.ts";

const inShare = (name: string, doc: string): Column => number(name, "share", doc);
const inDollars = (name: string, doc: string): Column => number(name, "$ of 2024", doc);
const intervalInShare = (name: string, doc: string): readonly Column[] => withEnds(name, "share", doc);

const valueCells = (value: ValueInterval | null): (number | null)[] =>
  value ? [value.value, value.low, value.high] : [null, null, null];

const plan = text("plan", "Name of the plan; found ones are numbered from the smallest sum, best first");
const budget = inDollars("budget", "Sum to spend");
const found = yesNo("found", "Whether the search found it; else it is a yardstick");
const month = integer("month", "months", "Index at which what is sought is read");

/** Lists the tables of an optimiser: the plans of each sum, the frontier, what was chosen, and the levels reached. */
export function optimiseTables(result: Optimised): AnswerTable[] {
  return [plansTable(result), frontierTable(result), settingsTable(result), levelsTable(result)];
}

/** What every table says of a plan in worlds held out. */
const outcomes = (result: Optimised): Column[] => [
  ...intervalInShare("value", `What is sought: ${soughtIn(result)}`),
  ...intervalInShare("reached", `Mean of ${reachedIn(result)}`),
  ...intervalInShare("adoption", "Mean adoption at the same index"),
  ...intervalInShare("worst_tier", "Mean adoption of the poverty third that has least of it"),
  ...intervalInShare("gap", "Mean lead of the low-poverty over the high-poverty third"),
  ...withEnds("cost", "$ of 2024", "Mean spending over the run, at the worlds' prices"),
  inDollars("cost_p10", "10th percentile of spending over the runs"),
  inDollars("cost_p90", "90th percentile of spending over the runs"),
  text("floor", "Whether it keeps the equity floor: kept, broken, cannot-tell; empty without one"),
];
const outcomeCells = (of: JudgedPlan): (number | string | null)[] => [
  ...valueCells(of.value),
  ...[of.reached, of.adoption, of.worstTier, of.gap, of.cost].flatMap(meanCells),
  of.costSpread?.p10 ?? null,
  of.costSpread?.p90 ?? null,
  of.floor,
];

function plansTable(result: Optimised): AnswerTable {
  const { objective } = result;
  const share = objective.of === "target" ? objective.share : null;
  return {
    name: "plans",
    doc: "Every plan within each sum, best first, in worlds held out from the search",
    columns: [
      budget,
      integer("place", "place", "Place within the sum: by floor, then by what is sought, then by mean and cost"),
      plan,
      inDollars("planned_cost", "What it is planned to cost"),
      ...outcomes(result),
      ...intervalInShare(
        "less_best",
        "What is sought, less that of the best: in the same worlds and luck; empty for the best",
      ),
      ...intervalInShare("reached_less_best", "The mean, less that of the best, likewise"),
      yesNo("tied", "Whether these runs do not tell it from the best; of the best, whether any other is so"),
      found,
      number("factor", "ratio", "What a yardstick's intensities were multiplied by; 1 where not scaled"),
      month,
      inShare("target", "Share that is the target; empty where a mean is sought"),
      integer("replicates", "replicates", "Replicates, none of which a search has seen"),
      integer("worlds", "worlds", "Different worlds among them"),
    ],
    rows: result.budgets.flatMap(({ budget: sum, plans }) =>
      plans.map((one, i) => [
        sum,
        i + 1,
        one.label,
        one.plannedCost,
        ...outcomeCells(one),
        ...valueCells(one.lessBest),
        ...valueCells(one.reachedLessBest),
        one.tied,
        one.found,
        one.factor,
        objective.month,
        share,
        result.replicates,
        result.worlds.judged,
      ]),
    ),
  };
}

function frontierTable(result: Optimised): AnswerTable {
  return {
    name: "frontier",
    doc: "Plans that no other beats, by their means, in what is sought and what it is traded against; least of that first",
    columns: [
      text("against", "What is sought is traded against: planned cost, the gap, or both"),
      plan,
      inDollars("planned_cost", "What it is planned to cost"),
      ...outcomes(result),
      ...intervalInShare(
        "gain",
        "What is sought, less that of the plan before it: in the same worlds and luck; empty for the first",
      ),
      found,
      month,
    ],
    rows: result.frontiers.flatMap((frontier) =>
      frontier.plans.map((one) => [
        againstIn(frontier),
        one.label,
        one.plannedCost,
        ...outcomeCells(one),
        ...valueCells(one.gain),
        one.found,
        result.objective.month,
      ]),
    ),
  };
}

/** Each plan once, by label. */
const eachPlan = ({ budgets }: Optimised): JudgedPlan[] => [
  ...new Map(budgets.flatMap(({ plans }) => plans.map((one) => [one.label, one] as const))).values(),
];

function settingsTable(result: Optimised): AnswerTable {
  return {
    name: "settings",
    doc: "What each plan that was found chooses",
    columns: [
      plan,
      text("decision", "Name of the lever's setting"),
      number("value", "the setting's own", "Chosen number; empty where a name was chosen"),
      text("name", "Chosen name; empty where a number was chosen"),
    ],
    rows: eachPlan(result).flatMap(({ label, values }) =>
      Object.entries(values ?? {}).map(([name, value]) => [
        label,
        name,
        ...(typeof value === "number" ? [value, null] : [null, value]),
      ]),
    ),
  };
}

function levelsTable(result: Optimised): AnswerTable {
  const { objective } = result;
  const unit = seriesUnit(objective.of === "mean" ? objective.series : (objective.series ?? "adoption"));
  return {
    name: "levels",
    doc: `The level that ${reachedIn(result)} comes to with some chance, for each plan`,
    columns: [
      plan,
      number("chance", "chance", "Share of runs that come to the level"),
      ...withEnds("level", unit, "Largest level that at least this share of runs comes to"),
    ],
    rows: eachPlan(result).flatMap(({ label, levels }) =>
      levels.map(({ chance, level: reached, low, high }) => [label, chance, reached, low, high]),
    ),
  };
}
