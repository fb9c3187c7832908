import { pairedDifferenceChart, tierGapError } from "@uptake/charts";
import { InputError, prepare, type Scenario } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import {
  comparedMeasures,
  compareToPrecision,
  type MeasuredDifference,
  type PreciseComparison,
} from "@uptake/study/compare";
import type { Statistic } from "@uptake/study/evaluate";
import { targetSeries } from "@uptake/study/target";
import { z } from "zod";
import type { AnswerTable } from "../../tables/table.ts";
import { differenceSentence, endingNotes, pairingNote } from "../../words/describe-precision.ts";
import { capital, counted } from "../../words/format.ts";
import { seriesName, seriesUnit } from "../../words/series-words.ts";
import { withHeadlines } from "../strategy-headlines.ts";
import type { AnswerFigure, StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { withBottlenecks } from "../where-stuck.ts";

/** Series whose difference may be asked for as precisely as wanted. */
const compared = ["adoption", "worstTier", "gap", "depth50", "studentsTwice", "label", "schoolsAdopting"] as const;

/** Holds what a study of this kind is told. */
export interface CompareInput {
  readonly baseline: StrategyFields;
  readonly strategies?: readonly StrategyFields[] | undefined;
  readonly of?: (typeof compared)[number] | undefined;
  readonly month?: number | undefined;
  readonly halfWidth: number;
  readonly cap: number;
  readonly bottleneck: boolean;
}

/** Names a strategy, or holds the fields of one, which are checked with the scenario. */
type StrategyFields = string | Readonly<Record<string, unknown>>;

const strategy = z
  .union([z.string().min(1).max(200), z.record(z.string().max(200), z.unknown())])
  .describe("name of a strategy, or { base, name, levers }");

const schema: z.ZodType<CompareInput> = z.strictObject({
  baseline: strategy
    .default("business-as-usual")
    .describe("strategy that the others are held against (default business-as-usual)"),
  strategies: z
    .array(strategy)
    .min(1)
    .max(20)
    .optional()
    .describe("strategies compared with the baseline (default: that of the scenario)"),
  of: z
    .enum(compared)
    .optional()
    .describe("what must be as precise as asked for (default what the target is of: adoption, for teachers)"),
  month: z.int().min(0).max(600).optional().describe("index at which that is read (default: the target's month)"),
  halfWidth: z
    .number()
    .min(0.0001)
    .max(0.5)
    .default(0.01)
    .describe("half the width that its 95% interval may have; 0.01 is one percentage point (default 0.01)"),
  cap: z.int().min(2).max(100_000).default(2_000).describe("most replicates (default 2,000)"),
  bottleneck: z
    .boolean()
    .default(true)
    .describe("whether each step is made easier in turn, to tell where each strategy gets stuck (default true)"),
});

/** Completes the scenario with another strategy. @throws InputError with paths inside the study file. */
async function withStrategy(scenario: Scenario, other: StrategyFields, path: string): Promise<Scenario> {
  const { name: _, levers: __, target, ...rest } = scenario;
  // The usual target lies beyond a short horizon, where asking for it is refused.
  const asked = target.month > scenario.horizon ? { share: target.share, of: target.of } : target;
  const result = await validateScenario({ ...rest, target: asked, strategy: other });
  if ("scenario" in result) return result.scenario;
  throw new InputError(
    result.issues.map((issue) => ({ ...issue, path: issue.path.replace(/^(strategy|target\.of)/, path) })),
  );
}

/** Names the series that are read in every month: what the target is of, adoption and gap. */
const everyMonth = ({ target }: Scenario): string[] => [...new Set([targetSeries(target.of), "adoption", "gap"])];

/** Lists what is read of each run: what comparisons report, and some series in every month. */
function measuresOf(measures: readonly Statistic[], scenario: Scenario): Statistic[] {
  const months = Array.from({ length: scenario.horizon + 1 }, (_, month) => month);
  const monthly = everyMonth(scenario).flatMap((series) => months.map((month) => ({ series, month })));
  const known = new Set(monthly.map(({ series, month }) => `${series} ${month}`));
  return [...measures.filter(({ series, month }) => !known.has(`${series} ${month}`)), ...monthly];
}

/** Returns a difference in every month. */
function byMonth(differences: readonly MeasuredDifference[], series: string): MeasuredDifference[] {
  return differences.filter((one) => one.series === series).sort((a, b) => a.month - b.month);
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** Ends the names of the figures of a strategy, from its place. */
const endOf = (name: string, p: number): string => `${p + 1}-${slug(name)}`;

function figuresOf(result: PreciseComparison, baseline: string, series: string): AnswerFigure[] {
  const { replicates, worlds, parameters, seed, version } = result;
  const from = { replicates, worlds, parameters, seed, version };
  return result.plans.flatMap(({ name, differences }, p): AnswerFigure[] => {
    const reached = byMonth(differences, series);
    const gap = byMonth(differences, "gap");
    const columns = (all: readonly MeasuredDifference[]) => ({
      months: all.map(({ month }) => month),
      estimate: all.map(({ estimate }) => estimate),
      low: all.map(({ low }) => low),
      high: all.map(({ high }) => high),
    });
    const names = { a: baseline, b: name };
    const of = seriesName(series);
    const end = endOf(name, p);
    return [
      {
        name: `${slug(series)}-${end}`,
        title: `${capital(of)}: ${name} less ${baseline}`,
        draw: (options) =>
          pairedDifferenceChart({ ...columns(reached), of, unit: seriesUnit(series), ...names, ...from }, options),
      },
      {
        name: `gap-${end}`,
        title: `Gap between poverty thirds with ${name}`,
        draw: (options) =>
          tierGapError(
            {
              months: gap.map(({ month }) => month),
              estimate: gap.map(({ plan }) => plan?.mean ?? null),
              low: gap.map(({ plan }) => plan?.low ?? null),
              high: gap.map(({ plan }) => plan?.high ?? null),
              ...from,
            },
            options,
          ),
      },
    ];
  });
}

/** Writes the table of the differences that `keep` names. */
function tableOf(
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
      { name: "strategy_mean", type: "number", unit: "as in unit", doc: "mean with the strategy" },
      { name: "baseline_mean", type: "number", unit: "as in unit", doc: "mean with the baseline" },
    ],
    rows: result.plans.flatMap(({ name, differences }) =>
      differences
        .filter(keep)
        .map((one) => [
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
          one.plan?.mean ?? null,
          one.baseline?.mean ?? null,
        ]),
    ),
  };
}

async function run(input: CompareInput, scenario: Scenario, context: StudyContext): Promise<StudyAnswer> {
  const { evaluate, progress, signal, seed } = context;
  const { halfWidth, cap } = input;
  const sought = targetSeries(scenario.target.of);
  const series = input.of ?? sought;
  const baseline = await withStrategy(scenario, input.baseline, "baseline");
  const others = input.strategies
    ? await Promise.all(input.strategies.map((one, i) => withStrategy(scenario, one, `strategies[${i}]`)))
    : [scenario];
  const [first, ...plans] = await Promise.all([baseline, ...others].map((one) => prepare(one)));
  if (!first) throw new Error("there is no baseline");
  const of = { series, month: input.month ?? Math.min(scenario.target.month, scenario.horizon) };
  const result = await compareToPrecision(first, plans, {
    of,
    measures: measuresOf(comparedMeasures(first), scenario),
    halfWidth,
    cap,
    seed,
    evaluate,
    signal,
    onProgress: (done, total) => progress("Simulating", done, total),
  });
  const { parameters, worlds, failures } = result;
  const reported = [of, ...comparedMeasures(first)].map((one) => `${one.series} ${one.month}`);
  const sentences = result.plans.map(({ name, differences }) =>
    differenceSentence(differences[0] as MeasuredDifference, {
      plan: name,
      baseline: baseline.name,
      parameters,
      worlds,
    }),
  );
  const gaps = result.plans.flatMap(({ name, differences }) => {
    const gap = differences.find((one) => one.series === "gap" && one.month === of.month);
    return gap && series !== "gap" && gap.estimate !== null
      ? [differenceSentence(gap, { plan: name, baseline: baseline.name, parameters, worlds })]
      : [];
  });
  const pairing = result.plans.flatMap(({ name, differences }) =>
    pairingNote(differences[0] as MeasuredDifference, name),
  );
  const failed =
    failures.length === 0
      ? []
      : [
          `${counted(failures.length, "run")} failed and left ${seriesName(series)} out of their pairs; the first: ${failures[0]?.cause}.`,
        ];
  const answer: StudyAnswer = {
    sentence: sentences.join(" "),
    notes: [...gaps, ...endingNotes(series, result), ...pairing, ...failed],
    figures: figuresOf(result, baseline.name, sought),
    tables: [
      tableOf(result, baseline.name, {
        name: "differences",
        doc: "Each strategy less the baseline in the same worlds and luck, by measure.",
        keep: (one) => reported.includes(`${one.series} ${one.month}`),
      }),
      tableOf(result, baseline.name, {
        name: "differences-by-month",
        doc: "Each strategy less the baseline in adoption, what the target is of and the gap between poverty thirds, month by month.",
        keep: (one) => everyMonth(scenario).includes(one.series),
      }),
    ],
    data: result,
    checksums: result.checksums,
  };
  const told = [baseline, ...others].map((one) => ({ name: one.name, scenario: one }));
  const { replicates } = result;
  const headlined = await withHeadlines(answer, told, context, { replicates, paired: true });
  if (!input.bottleneck) return headlined;
  return withBottlenecks(headlined, told, context, {
    replicates,
    ends: [null, ...others.map(({ name }, p) => endOf(name, p))],
  });
}

/** Compares strategies with a baseline in the same worlds and luck, as precisely as asked for. */
export const compareKind: StudyKind<CompareInput> = {
  kind: "compare",
  doc: "compare strategies with a baseline in the same worlds and luck, as precisely as asked for",
  schema,
  run,
};
