import { type FunnelSeries, funnelSeries } from "@uptake/model";
import { type EasedSteps, type FunnelAt, funnelWords, isStock, transitionWords } from "@uptake/study/funnel";
import type { AnswerTable, Column } from "./table.ts";

type Row = AnswerTable["rows"][number];

/** Describes the columns of counts of a funnel. */
export const funnelColumns: readonly Column[] = [
  {
    name: "month",
    type: "integer",
    unit: "months",
    doc: "index at which schools and teachers are counted, or up to which steps are",
  },
  {
    name: "membership",
    type: "text",
    unit: "–",
    doc: "schools in the programme in that month (member), not in it (other), or both (all)",
  },
  {
    name: "poverty",
    type: "text",
    unit: "–",
    doc: "third of the district’s teachers by their schools’ poverty, or all",
  },
  {
    name: "series",
    type: "text",
    unit: "–",
    doc: `what is counted: ${funnelSeries.map((one) => `${one} (${funnelWords[one].doc})`).join("; ")}`,
  },
  { name: "kind", type: "text", unit: "–", doc: "stock: who is there at the month; flow: steps taken since the start" },
  { name: "mean", type: "number", unit: "as in series", doc: "mean count" },
  { name: "low", type: "number", unit: "as in series", doc: "lower end of its 95% interval" },
  { name: "high", type: "number", unit: "as in series", doc: "upper end of its 95% interval" },
  { name: "replicates", type: "integer", unit: "replicates", doc: "runs" },
];

/** Writes the rows of a funnel, one a group of schools and series. */
export function funnelRows({ month, parts }: FunnelAt): Row[] {
  return parts.flatMap(({ membership, tier, counts }) =>
    Object.entries(counts).map(([series, { mean, low, high, replicates }]) => [
      month,
      membership,
      tier,
      series,
      isStock(series as FunnelSeries) ? "stock" : "flow",
      mean,
      low,
      high,
      replicates,
    ]),
  );
}

/** Describes the columns of what each step would add if it were half as hard; `unit` is that of what is gained. */
export function bottleneckColumns(unit: string): readonly Column[] {
  return [
    {
      name: "transition",
      type: "text",
      unit: "–",
      doc: "step that is made easier: its odds doubled, or halved for a step away",
    },
    { name: "step", type: "text", unit: "–", doc: "the step in words" },
    { name: "month", type: "integer", unit: "months", doc: "index at which the gain is read" },
    {
      name: "moves",
      type: "boolean",
      unit: "–",
      doc: "whether anybody takes the step; where not, nothing can be told of it",
    },
    { name: "gain", type: "number", unit, doc: "mean gain, eased less as set in the same worlds and luck" },
    { name: "low", type: "number", unit, doc: "lower end of its 95% interval" },
    { name: "high", type: "number", unit, doc: "upper end of its 95% interval" },
    {
      name: "behind",
      type: "number",
      unit,
      doc: "how far it is behind the largest gain, paired; empty for the largest",
    },
    {
      name: "behind_low",
      type: "number",
      unit,
      doc: "lower end of its 95% interval: above 0 where the largest is told from it",
    },
    { name: "behind_high", type: "number", unit, doc: "upper end of its 95% interval" },
    { name: "replicates", type: "integer", unit: "replicates", doc: "pairs of runs" },
  ];
}

/** Writes the rows of what each step would add, the largest gain first. */
export function bottleneckRows({ transitions, month }: EasedSteps): Row[] {
  return transitions.map(({ transition, moves, gain, behind }) => [
    transition,
    transitionWords[transition].label,
    month,
    moves,
    gain.estimate,
    gain.low,
    gain.high,
    behind?.estimate ?? null,
    behind?.low ?? null,
    behind?.high ?? null,
    gain.replicates,
  ]);
}
