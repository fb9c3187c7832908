import { kaplanMeierChart, shapleyWaterfall } from "@uptake/charts";
import { InputError, type Scenario, type Switches } from "@uptake/model";
import { type Attribution, attributeAssumptions, attributeLevers } from "@uptake/study/attribute";
import { type MinimumBudget, minimumBudget } from "@uptake/study/budget";
import { type EvaluatedTarget, evaluateTarget, targetSeries, targetWords } from "@uptake/study/target";
import { z } from "zod";
import type { AnswerTable, Column } from "../../tables/table.ts";
import {
  assumptionsSentence,
  attributionNotes,
  budgetNote,
  describeStatistic,
  leversSentence,
  playerName,
  targetNotes,
} from "../../words/describe-attribution.ts";
import { percent } from "../../words/format.ts";
import { seriesUnit } from "../../words/series-words.ts";
import type { AnswerFigure, StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";

/** Series that may be shared out. */
const shared = [
  "adoption",
  "depth50",
  "students",
  "studentsTwice",
  "label",
  "schoolsAdopting",
  "worstTier",
  "gap",
] as const;

/** Holds what a study of this kind is told. */
export interface AttributeInput {
  readonly of?: (typeof shared)[number] | undefined;
  readonly month?: number | undefined;
  readonly replicates: number;
  readonly exactPlayers: number;
  readonly orders: number;
  readonly assumptions?: { readonly [Name in keyof Switches]?: Switches[Name] | undefined } | undefined;
  readonly target: boolean;
  readonly minimumBudget?: { readonly chance: number; readonly halvings: number } | undefined;
}

const assumptions = z
  .strictObject({
    contagion: z.enum(["simple", "complex", "none"]).optional(),
    network: z.enum(["advice", "complete"]).optional(),
    everyoneAware: z.boolean().optional(),
    designPrerequisite: z.boolean().optional(),
    levels: z.enum(["drawn", "sum", "product", "weakest"]).optional(),
    prescriptionCosts: z.boolean().optional(),
  })
  .describe("rival assumptions whose effect on the answer is shared out, apart from the levers (default none)");

const schema: z.ZodType<AttributeInput> = z.strictObject({
  of: z.enum(shared).optional().describe("what is shared out (default what the target is of: adoption, for teachers)"),
  month: z.int().min(0).max(600).optional().describe("index at which it is read (default the target's month)"),
  replicates: z.int().min(2).max(10_000).default(32).describe("number of replicates (default 32)"),
  exactPlayers: z
    .int()
    .min(1)
    .max(12)
    .default(10)
    .describe("most players (levers, and peers) for whom every coalition is run (default 10)"),
  orders: z
    .int()
    .min(2)
    .max(1000)
    .multipleOf(2)
    .default(4)
    .describe("orders sampled a replicate with more (default 4)"),
  assumptions: assumptions.optional(),
  target: z
    .boolean()
    .default(true)
    .describe("whether the chance of the scenario's target and the time to it are told (default true)"),
  minimumBudget: z
    .strictObject({
      chance: z.number().gt(0).lt(1).default(0.5).describe("chance of the target asked for (default 0.5)"),
      halvings: z.int().min(1).max(12).default(6).describe("halvings of the interval of budgets (default 6)"),
    })
    .optional()
    .describe("looks for the smallest budget at which the target has this chance (default not)"),
});

/** Gives a switch its setting only where one is asked for. */
function given(all: AttributeInput["assumptions"]): Partial<Switches> {
  return Object.fromEntries(Object.entries(all ?? {}).filter(([, value]) => value !== undefined));
}

function waterfall(attribution: Attribution, name: string, title: string, of: string): AnswerFigure[] {
  const { from, to, shares, replicates, worlds, parameters, seed, version } = attribution;
  const unit = seriesUnit(attribution.statistic.series);
  if (from.mean === null || to.mean === null) return [];
  const data = {
    of,
    unit,
    from: from.mean,
    parts: shares.map(({ player, mean, low, high }) => ({
      label: playerName(player),
      share: { value: mean ?? 0, low, high },
    })),
    to: to.mean,
    replicates,
    worlds,
    parameters,
    seed,
    version,
  };
  return [{ name, title, draw: (options) => shapleyWaterfall(data, options) }];
}

function waiting(target: EvaluatedTarget, { parameters, seed, version }: Attribution): AnswerFigure {
  const { share, of, replicates, worlds, momentary } = target;
  const goal = `${percent(share)} ${targetWords[of].who}`;
  const data = {
    of: of === "teachers" ? `${goal} using the practice` : goal,
    steps: momentary.curve.steps.map(({ time, waiting: survival, low, high, atRisk }) => ({
      month: time,
      survival,
      low,
      high,
      atRisk,
    })),
    replicates,
    worlds,
    parameters,
    seed,
    version,
  };
  return {
    name: "time-to-target",
    title: `Time to ${goal}`,
    draw: (options) => kaplanMeierChart(data, options),
  };
}

/** Holds a part of the answer: the levers and peers, or the assumptions. */
interface Part {
  readonly section: string;
  readonly attribution: Attribution;
}

function sharesTable(parts: readonly Part[], unit: string): AnswerTable {
  const interval = (name: string, doc: string): Column[] => [
    { name, type: "number", unit, doc },
    { name: `${name}_low`, type: "number", unit, doc: `lower end of its 95% interval` },
    { name: `${name}_high`, type: "number", unit, doc: `upper end of its 95% interval` },
  ];
  return {
    name: "shares",
    doc: "Shapley shares: of levers and peers in what the strategy adds, and apart from them of assumptions in how that changes.",
    columns: [
      {
        name: "section",
        type: "text",
        unit: "–",
        doc: "policy: levers and peers; assumptions: switches. Never to be added up",
      },
      { name: "player", type: "text", unit: "–", doc: "lever, peers, or switch" },
      ...interval("share", "mean of what it adds over all orders of joining"),
      {
        name: "of_change",
        type: "number",
        unit: "ratio",
        doc: "share of the whole change; empty where the change may be none",
      },
      ...interval("alone", "what it changes on its own"),
      ...interval("last", "what is lost when it alone is left out"),
      {
        name: "order_error",
        type: "number",
        unit,
        doc: "half-width of the interval that sampled orders make; empty without sampling",
      },
      { name: "replicates", type: "integer", unit: "replicates", doc: "replicates in which all runs have a value" },
    ],
    rows: parts.flatMap(({ section, attribution: { shares, replicates } }) =>
      shares.map(({ player, mean, low, high, ofChange, alone, last, orderError }) => [
        section,
        player,
        ...[mean, low, high, ofChange.value],
        ...[alone.mean, alone.low, alone.high, last.mean, last.low, last.high],
        orderError,
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
      { name: "section", type: "text", unit: "–", doc: "policy, or assumptions" },
      { name: "value", type: "text", unit: "–", doc: "from, to or change" },
      { name: "mean", type: "number", unit, doc: "mean over replicates" },
      { name: "low", type: "number", unit, doc: "lower end of its 95% interval" },
      { name: "high", type: "number", unit, doc: "upper end of its 95% interval" },
      { name: "replicates", type: "integer", unit: "replicates", doc: "replicates in which all runs have a value" },
    ],
    rows: parts.flatMap(({ section, attribution }) =>
      (["from", "to", "change"] as const).map((value) => {
        const { mean, low, high, replicates } = attribution[value];
        return [section, value, mean, low, high, replicates];
      }),
    ),
  };
}

function waitingTable({ momentary, held }: EvaluatedTarget): AnswerTable {
  return {
    name: "time-to-target",
    doc: "Share of replicates still waiting for the target's share (Kaplan–Meier), by month.",
    columns: [
      {
        name: "how",
        type: "text",
        unit: "–",
        doc: "momentary: first month there; held: first of two consecutive Mays there",
      },
      { name: "month", type: "integer", unit: "months", doc: "index, 0 at the start" },
      { name: "at_risk", type: "integer", unit: "replicates", doc: "replicates watched and waiting just before" },
      { name: "reached", type: "integer", unit: "replicates", doc: "replicates that reach it then" },
      { name: "censored", type: "integer", unit: "replicates", doc: "replicates watched no longer" },
      { name: "waiting", type: "number", unit: "share of replicates", doc: "chance of waiting beyond this month" },
      { name: "low", type: "number", unit: "share of replicates", doc: "lower end of its 95% interval" },
      { name: "high", type: "number", unit: "share of replicates", doc: "upper end of its 95% interval" },
    ],
    rows: Object.entries({ momentary, held }).flatMap(([how, { curve }]) =>
      curve.steps.map((step) => [
        how,
        ...[step.time, step.atRisk, step.reached, step.censored, step.waiting, step.low, step.high],
      ]),
    ),
  };
}

/** Points what is wrong with the levers at where the study file has them. */
async function located<T>(run: Promise<T>): Promise<T> {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const field: Readonly<Record<string, string>> = { levers: "scenario.strategy", measure: "of" };
    throw new InputError(error.issues.map((issue) => ({ ...issue, path: field[issue.path] ?? issue.path })));
  }
}

async function run(input: AttributeInput, scenario: Scenario, context: StudyContext): Promise<StudyAnswer> {
  const { evaluate, progress, signal, seed } = context;
  const { month, replicates, exactPlayers, orders } = input;
  const series = input.of ?? targetSeries(scenario.target.of);
  const running = (stage: string) => ({
    evaluate,
    signal,
    seed,
    replicates,
    onProgress: (done: number, total: number): void => progress(stage, done, total),
  });
  const sharing = { series, ...(month === undefined ? {} : { month }), exactPlayers, orders };
  const rival = given(input.assumptions);
  const asked = Object.keys(rival).length > 0;
  const policy = await located(attributeLevers(scenario, { ...running("Levers"), ...sharing }));
  const assumed: Attribution | null = asked
    ? await located(attributeAssumptions(scenario, rival, { ...running("Assumptions"), ...sharing }))
    : null;
  const target: EvaluatedTarget | null = input.target ? await evaluateTarget(scenario, running("Target")) : null;
  const budget: MinimumBudget | null = input.minimumBudget
    ? await located(minimumBudget(scenario, { ...running("Budgets"), ...input.minimumBudget }))
    : null;

  const set = Object.entries(rival)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  const what = describeStatistic(policy);
  const parts = [
    { section: "policy", attribution: policy },
    ...(assumed ? [{ section: "assumptions", attribution: assumed }] : []),
  ];
  return {
    sentence: leversSentence(policy, scenario.name),
    notes: [
      ...attributionNotes(policy),
      ...(assumed ? [assumptionsSentence(assumed, scenario.name, set)] : []),
      ...(target ? targetNotes(target) : []),
      ...(budget ? [budgetNote(budget)] : []),
    ],
    figures: [
      ...waterfall(policy, "shares-of-levers", `What adds to ${what}`, what),
      ...(assumed
        ? waterfall(
            assumed,
            "shares-of-assumptions",
            "What the answer owes to assumptions",
            `what the strategy adds to ${what}`,
          )
        : []),
      ...(target ? [waiting(target, policy)] : []),
    ],
    tables: [
      sharesTable(parts, seriesUnit(series)),
      totalsTable(parts, seriesUnit(series)),
      ...(target ? [waitingTable(target)] : []),
    ],
    data: { policy, assumptions: assumed, target, minimumBudget: budget },
    checksums: [policy, assumed, target, budget].flatMap((one) => one?.checksums ?? []),
  };
}

/** Shares out what a strategy adds between its levers and peers, and apart from them what rival assumptions change. */
export const attributeKind: StudyKind<AttributeInput> = {
  kind: "attribute",
  doc: "share out what a strategy adds between its levers and peers, and what rival assumptions change",
  schema,
  run,
};
