import { bottleneckBars, bottleneckData, funnelBars, funnelData } from "@uptake/charts";
import {
  type Bottlenecks,
  bottlenecks,
  describeBottlenecks,
  stillSentence,
  usualEasedRuns,
} from "@uptake/study/funnel";
import { bottleneckColumns, bottleneckRows, funnelColumns, funnelRows } from "../tables/funnel-tables.ts";
import type { AnswerTable, Column } from "../tables/table.ts";
import { counted } from "../words/format.ts";
import type { HeadlinePlan } from "./strategy-headlines.ts";
import type { AnswerFigure, StudyAnswer, StudyContext } from "./study-kind.ts";

const strategy: Column = { name: "strategy", type: "text", unit: "–", doc: "plan" };

/** Makes a table of several plans out of what each has. */
function tableOf(
  found: readonly Bottlenecks[],
  head: Pick<AnswerTable, "name" | "doc"> & { readonly columns: readonly Column[] },
  rows: (one: Bottlenecks) => AnswerTable["rows"],
): AnswerTable {
  return {
    ...head,
    columns: [strategy, ...head.columns],
    rows: found.flatMap((one) => rows(one).map((row) => [one.name, ...row])),
  };
}

/** Draws where a plan gets stuck, and who came how far; names of figures end with `end`. */
function figuresOf(one: Bottlenecks, end: string): AnswerFigure[] {
  return [
    {
      name: `bottleneck-${end}`,
      title: `Where ${one.name} gets stuck`,
      draw: (options) => bottleneckBars(bottleneckData(one), options),
    },
    {
      name: `funnel-${end}`,
      title: `Who came how far with ${one.name}`,
      draw: (options) => funnelBars(funnelData(one.funnel, one), options),
    },
  ];
}

/**
 * Adds to an answer where its plans get stuck: a sentence a plan, what each step would add if it were half as hard and who
 * came how far as tables and data, figures of those plans that `ends` names, and the checksums of the runs that were made
 * for it.
 */
export async function withBottlenecks(
  answer: StudyAnswer,
  plans: readonly HeadlinePlan[],
  { evaluate, progress, signal, seed }: StudyContext,
  { replicates, ends }: { readonly replicates: number; readonly ends: readonly (string | null)[] },
): Promise<StudyAnswer> {
  const found: Bottlenecks[] = [];
  const runs = Math.min(usualEasedRuns, replicates);
  for (const { name, scenario } of plans) {
    const made = found.length * 10 * runs;
    const one = await bottlenecks(scenario, {
      evaluate,
      signal,
      seed,
      replicates: runs,
      onProgress: (done, total) => progress("Making each step easier", made + done, plans.length * total),
    });
    found.push({ ...one, name });
  }
  const failed = found.reduce((sum, { failures }) => sum + failures.length, 0);
  return {
    ...answer,
    notes: [
      ...answer.notes,
      ...found.flatMap((one) =>
        [describeBottlenecks(one, one.funnel), stillSentence(one)]
          .filter((sentence) => sentence !== "")
          .map((sentence) => `“${one.name}”: ${sentence}`),
      ),
      "An obstacle is halved by doubling the odds of the step, or halving those of a step away, and nothing else. The largest of several gains is picked for being large, so it is a little too large; what it would cost to halve an obstacle is not asked.",
      ...(failed > 0 ? [`${counted(failed, "run")} with an easier step failed and are left out.`] : []),
    ],
    figures: [
      ...answer.figures,
      ...found.flatMap((one, p) => (typeof ends[p] === "string" ? figuresOf(one, ends[p]) : [])),
    ],
    tables: [
      ...answer.tables,
      tableOf(
        found,
        {
          name: "bottlenecks",
          doc: "What each step would add to what the target counts, at its month, if it were half as hard.",
          columns: bottleneckColumns("as in share of what the target counts"),
        },
        bottleneckRows,
      ),
      tableOf(
        found,
        {
          name: "funnel",
          doc: "Schools and teachers at the target’s month, and the steps they took up to it, by membership and poverty third.",
          columns: funnelColumns,
        },
        ({ funnel }) => funnelRows(funnel),
      ),
    ],
    data: { ...(answer.data as object), bottlenecks: found.map(({ checksums: _, ...one }) => one) },
    checksums: [...answer.checksums, ...found.flatMap(({ checksums }) => checksums)],
  };
}
