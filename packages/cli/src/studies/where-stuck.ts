import type { Provenance } from "@uptake/charts";
import {
  type Bottlenecks,
  bottlenecks,
  describeBottlenecks,
  type FunnelAt,
  stillSentence,
  usualEasedRuns,
} from "@uptake/study/funnel";
import { text } from "../tables/columns.ts";
import { bottleneckColumns, bottleneckRows, funnelColumns, funnelRows } from "../tables/funnel-tables.ts";
import { lazyTable } from "../tables/lazy-table.ts";
import type { AnswerTable, Column } from "../tables/table.ts";
import { counted } from "../words/format.ts";
import type { AnswerFigure, NamedPlan, StudyContext } from "./study-kind.ts";

const strategy: Column = text("strategy", "plan");

/** Says where the numbers of a funnel come from. */
type FunnelFrom = Pick<Provenance, "parameters" | "seed" | "version">;

/** Draws where a plan gets stuck; the figure's name ends with `end`. */
export function bottleneckFigure(one: Bottlenecks, end = ""): AnswerFigure {
  return {
    name: `bottleneck${end}`,
    title: `Where ${one.name} gets stuck`,
    draw: (charts, options) => charts.bottleneckBars(charts.bottleneckData(one), options),
  };
}

/** Draws who came how far with a plan; the figure's name ends with `end`. */
export function funnelFigure(name: string, funnel: FunnelAt, from: FunnelFrom, end = ""): AnswerFigure {
  return {
    name: `funnel${end}`,
    title: `Who came how far with ${name}`,
    draw: (charts, options) => charts.funnelBars(charts.funnelData(funnel, from), options),
  };
}

/** Says where each plan gets stuck: in as many replicates as there are, at most {@link usualEasedRuns}. */
export async function bottlenecksOf(
  plans: readonly NamedPlan[],
  replicates: number,
  { evaluate, progress, signal, seed }: StudyContext,
): Promise<readonly Bottlenecks[]> {
  const found: Bottlenecks[] = [];
  const runs = Math.min(usualEasedRuns, replicates);
  for (const { name, scenario } of plans) {
    const one = await bottlenecks(scenario, {
      evaluate,
      signal,
      seed,
      replicates: runs,
      onProgress: (done, total) =>
        progress("Making each step easier", found.length * total + done, plans.length * total),
    });
    found.push({ ...one, name });
  }
  return found;
}

/** Says where plans get stuck, a sentence or two each, and what that rests on; each begins with the plan's name where they are `named`. */
export function bottleneckNotes(found: readonly Bottlenecks[], named: boolean): string[] {
  if (found.length === 0) return [];
  const failed = found.reduce((sum, { failures }) => sum + failures.length, 0);
  return [
    ...found.flatMap((one) =>
      [describeBottlenecks(one, one.funnel), stillSentence(one)]
        .filter((sentence) => sentence !== "")
        .map((sentence) => (named ? `“${one.name}”: ${sentence}` : sentence)),
    ),
    "An obstacle is halved by doubling the odds of the step, or halving those of a step away, and nothing else. The largest of several gains is picked for being large, so it is a little too large; what it would cost to halve an obstacle is not asked.",
    ...(failed > 0 ? [`${counted(failed, "run")} with an easier step failed and are left out.`] : []),
  ];
}

/** Writes what each step would add to plans if it were half as hard; their names stand first where they are `named`. */
export function bottleneckTable(found: readonly Bottlenecks[], named: boolean): AnswerTable {
  return {
    name: "bottlenecks",
    doc: "What each step would add to what the target counts, at its month, if it were half as hard.",
    columns: [...(named ? [strategy] : []), ...bottleneckColumns("as in share of what the target counts")],
    rows: found.flatMap((one) => bottleneckRows(one).map((row) => (named ? [one.name, ...row] : row))),
  };
}

/** Holds where people are with a plan, at one index or several; asked for when the table is written. */
export interface PlanFunnels {
  readonly name: string;
  readonly funnels: () => readonly FunnelAt[];
}

/** Writes who came how far with plans, index by index; their names stand first where they are `named`. */
export function funnelTable(plans: readonly PlanFunnels[], named: boolean): AnswerTable {
  const head = {
    name: "funnel",
    doc: "Schools and teachers at an index, and the steps they took up to it, by membership and poverty third.",
    columns: [...(named ? [strategy] : []), ...funnelColumns],
  };
  return lazyTable(head, () =>
    plans.flatMap(({ name, funnels }) =>
      funnels().flatMap((funnel) => funnelRows(funnel).map((row) => (named ? [name, ...row] : row))),
    ),
  );
}
