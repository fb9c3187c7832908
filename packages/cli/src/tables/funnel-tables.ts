import { type FunnelSeries, funnelSeries } from "@uptake/model";
import { type EasedSteps, type FunnelAt, funnelWords, isStock, transitionWords } from "@uptake/study/funnel";
import { integer, number, text, yesNo } from "./columns.ts";
import { estimateCells } from "./interval-cells.ts";
import type { AnswerTable, Column } from "./table.ts";

type Row = AnswerTable["rows"][number];

/** Describes the columns of counts of a funnel. */
export const funnelColumns: readonly Column[] = [
  integer("month", "months", "index at which schools and teachers are counted, or up to which steps are"),
  text("membership", "schools in the programme in that month (member), not in it (other), or both (all)"),
  text("poverty", "third of the district’s teachers by their schools’ poverty, or all"),
  {
    name: "series",
    type: "text",
    unit: "–",
    doc: `what is counted: ${funnelSeries.map((one) => `${one} (${funnelWords[one].doc})`).join("; ")}`,
  },
  text("kind", "stock: who is there at the month; flow: steps taken since the start"),
  number("mean", "as in series", "mean count"),
  number("low", "as in series", "lower end of its 95% interval"),
  number("high", "as in series", "upper end of its 95% interval"),
  integer("replicates", "replicates", "runs"),
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
    text("transition", "step that is made easier: its odds doubled, or halved for a step away"),
    text("step", "the step in words"),
    integer("month", "months", "index at which the gain is read"),
    yesNo("moves", "whether anybody takes the step; where not, nothing can be told of it"),
    number("gain", unit, "mean gain, eased less as set in the same worlds and luck"),
    number("low", unit, "lower end of its 95% interval"),
    number("high", unit, "upper end of its 95% interval"),
    number("behind", unit, "how far it is behind the largest gain, paired; empty for the largest"),
    number("behind_low", unit, "lower end of its 95% interval: above 0 where the largest is told from it"),
    number("behind_high", unit, "upper end of its 95% interval"),
    integer("replicates", "replicates", "pairs of runs"),
  ];
}

/** Writes the rows of what each step would add, the largest gain first. */
export function bottleneckRows({ transitions, month }: EasedSteps): Row[] {
  return transitions.map(({ transition, moves, gain, behind }) => [
    transition,
    transitionWords[transition].label,
    month,
    moves,
    ...estimateCells(gain),
    ...estimateCells(behind),
    gain.replicates,
  ]);
}
