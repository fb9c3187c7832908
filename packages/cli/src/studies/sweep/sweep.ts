import { responseCurve, tornado, twoLeverMap } from "@uptake/charts";
import { InputError, type Issue, type Scenario } from "@uptake/model";
import { type Factor, factorOf } from "@uptake/study/design";
import {
  type Extreme,
  gridDesign,
  mainEffects,
  mostPoints,
  type PointEstimate,
  rowsDesign,
  type Sweep,
  type SweepDesign,
  type SweptOutcome,
  spreadDesign,
  sweep,
  sweepMap,
} from "@uptake/study/sweep";
import { type AskedOutcome, outcomeNames } from "@uptake/study/target";
import { z } from "zod";
import { readPoints } from "../../input/read-points.ts";
import { number } from "../../tables/columns.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import {
  describeOutcome,
  describeWorlds,
  factorLabel,
  factorUnit,
  outcomeUnit,
  quantity,
  withInterval,
} from "../../words/describe-outcome.ts";
import { capital, counted } from "../../words/format.ts";
import { relocated } from "../relocated.ts";
import type { AnswerFigure, StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";

const name = z.string().min(1).max(200);

/** Asks for an outcome: a named one, or a series at an index. */
export const outcomeSchema: z.ZodType<AskedOutcome> = z.union([
  z.enum(outcomeNames as [(typeof outcomeNames)[number], ...(typeof outcomeNames)[number][]]),
  z.strictObject({
    series: name.describe("Series of the results, as in depth50"),
    month: z.int().min(0).max(600).exactOptional().describe("Index, 0 = the start; default the target's month"),
  }),
]);

const shared = {
  replicates: z.int().min(1).max(10_000).default(32).describe("Replicates of each point, in the same worlds and luck"),
  outcomes: z
    .array(outcomeSchema)
    .min(1)
    .max(20)
    .optional()
    .describe("What is read of each run; default what the target is of, adoption, target, cost, gap and sustained"),
};

const levels = z.union([
  z.array(z.number()).max(1000).describe("Levels"),
  z
    .strictObject({ from: z.number(), to: z.number(), steps: z.int().min(2).max(1000) })
    .describe("Levels at equal steps from one value to another"),
]);

const spread = z.union([
  z.tuple([z.number(), z.number()]).describe("Lowest and highest value, evenly spread between"),
  z.literal("prior").describe("Spread as the factor's prior, or over all that a setting may be"),
]);

const schema = z.discriminatedUnion("design", [
  z.strictObject({
    design: z.literal("grid").describe("All levels of all factors crossed"),
    factors: z
      .record(name, levels)
      .describe("Levels of each factor: a parameter, or a setting as levers.coaching.release"),
    ...shared,
  }),
  z.strictObject({
    design: z.enum(["latin-hypercube", "sobol"]).describe("Points spread over all factors at once"),
    factors: z
      .record(name, spread)
      .describe("Range of each factor: a parameter, or a setting as levers.coaching.release"),
    points: z.int().min(1).max(mostPoints).describe("Number of points; a power of two for sobol"),
    ...shared,
  }),
  z.strictObject({
    design: z.literal("rows").describe("Points as they are given"),
    rows: z
      .array(z.record(name, z.number()))
      .min(1)
      .max(mostPoints)
      .describe("Points, each with a value for every factor; or the name of a CSV file with the factors as its header"),
    ...shared,
  }),
]);

type SweepInput = z.infer<typeof schema>;

/** Runs a scenario at each point of a design. */
export const sweepKind: StudyKind = {
  kind: "sweep",
  doc: "run a scenario over a grid, a spread or a list of settings and parameters, all in the same worlds and luck",
  schema,
  files: { rows: readPoints },
  run: runSweep,
};

function stepped(given: z.infer<typeof levels>): readonly number[] {
  if (Array.isArray(given)) return given;
  const { from, to, steps } = given;
  return Array.from({ length: steps }, (_, i) => Number((from + ((to - from) * i) / (steps - 1)).toPrecision(12)));
}

function designOf(input: SweepInput, seed: string): SweepDesign {
  switch (input.design) {
    case "grid":
      return gridDesign(Object.fromEntries(Object.entries(input.factors).map(([key, given]) => [key, stepped(given)])));
    case "rows": {
      const factors = Object.keys(input.rows[0]!);
      const named = factors.toSorted().join();
      const issues = input.rows.flatMap((row, r): Issue[] => {
        if (Object.keys(row).toSorted().join() === named) return [];
        const message = "the row has other factors than the first";
        return [{ code: "different-factors", path: `rows[${r}]`, message, allowed: factors.join(", ") }];
      });
      if (issues.length > 0) throw new InputError(issues);
      return rowsDesign(
        factors,
        input.rows.map((row) => factors.map((factor) => row[factor]!)),
      );
    }
    default: {
      const factors = Object.entries(input.factors).map(
        ([key, range]): Factor => (range === "prior" ? factorOf(key) : factorOf(key, range)),
      );
      return spreadDesign(input.design, factors, input.points, seed);
    }
  }
}

/** Returns where the study file holds what an issue is about. */
function fieldOf(input: SweepInput, path: string): string {
  if (input.design === "rows") {
    if (path === "") return "rows";
    return path in input.rows[0]! ? `rows[0][${JSON.stringify(path)}]` : path;
  }
  if (path === "" || path === "design") return "factors";
  if (path === "rows") return "points";
  return path in input.factors ? `factors[${JSON.stringify(path)}]` : path;
}

async function runSweep(input: SweepInput, scenario: Scenario, context: StudyContext): Promise<StudyAnswer> {
  const { seed, evaluate, signal } = context;
  const locate = (path: string): string => fieldOf(input, path);
  const design = await relocated(locate, () => designOf(input, seed));
  const size = `${counted(design.points.length, "point")} of ${counted(input.replicates, "replicate")}`;
  context.say(`${size}: ${counted(design.points.length * input.replicates, "run")}.`);
  const found = await relocated(locate, () =>
    sweep(scenario, design, {
      replicates: input.replicates,
      ...(input.outcomes ? { outcomes: input.outcomes } : {}),
      seed,
      evaluate,
      signal,
      onProgress: (done, total) => context.progress("sweep", done, total),
    }),
  );
  const { checksums, scenario: _, ...data } = found;
  return {
    sentence: sentenceOf(found),
    notes: notesOf(found),
    figures: figuresOf(found),
    tables: [pointsTable(found), effectsTable(found)],
    data,
    checksums,
  };
}

/** Names a point by its factors, as in `coaching teachers per coach 8 and coaching release 50%`. */
function settingOf({ design }: Sweep, point: number): string {
  const parts = design.factors.map((factor, i) => {
    const value = design.points[point]![i]!;
    const unit = factorUnit(factor);
    const text = unit === "share" ? quantity(value, unit) : String(Number(value.toPrecision(3)));
    return `${factorLabel(factor)} ${text}${unit === "months" ? " months" : ""}`;
  });
  if (parts.length > 4) return `point ${point + 1}`;
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function sentenceOf(found: Sweep): string {
  const outcome = found.outcomes[0]!;
  const { scenario, design } = found;
  const of = describeOutcome(outcome, scenario);
  const { highest, lowest, estimates } = outcome;
  const where = `${counted(design.points.length, "setting")} of ${design.factors.length < 5 ? design.factors.map(factorLabel).join(" and ") : counted(design.factors.length, "factor")}`;
  if (!highest || !lowest) return `Over ${where}, ${of} is not known.`;
  const basis = `${describeWorlds(found)} a setting, the same at every setting`;
  const said = ({ point, alike }: Extreme): string => {
    const others = alike === null || alike === 0 ? "" : ` (${counted(alike, "other setting")} cannot be told from it)`;
    return `${withInterval(estimates[point]!, outcomeUnit(outcome))} at ${settingOf(found, point)}${others}`;
  };
  if (highest.point === lowest.point || estimates[highest.point]!.value === estimates[lowest.point]!.value) {
    const value = withInterval(estimates[highest.point]!, outcomeUnit(outcome));
    return `Over ${where}, ${of} under “${scenario.name}” is the same at all: ${value} (${basis}).`;
  }
  return `Over ${where}, ${of} under “${scenario.name}” is highest, ${said(highest)}, and lowest, ${said(lowest)} (${basis}; 95% intervals).`;
}

function notesOf({ replicates, design, plans, failures, outcomes }: Sweep): string[] {
  const parameters = design.factors.filter((factor) => !factor.startsWith("levers."));
  return [
    ...(replicates === 1
      ? ["One replicate a point has no interval, so no difference between points is told from luck."]
      : []),
    "All points share their worlds and luck, so differences between points are known better than the points themselves.",
    ...(design.points.length > 1 && outcomes.some(({ highest }) => highest !== null)
      ? [
          "The highest of many points is partly the luckiest: run it again under another seed before relying on its value.",
        ]
      : []),
    ...(parameters.length > 0
      ? [
          `In every world, ${parameters.join(", ")} ${parameters.length === 1 ? "has" : "have"} the values of the points.`,
        ]
      : []),
    ...(design.factors.length > parameters.length
      ? [`A setting of a lever holds in all months in place of the strategy's own; ${counted(plans, "plan")} in all.`]
      : []),
    ...(failures.length > 0
      ? [
          `${counted(failures.length, "run")} failed and ${failures.length === 1 ? "is" : "are"} left out: ${failures[0]!.cause}.`,
        ]
      : []),
  ];
}

/** Draws a curve of a grid of one factor, a map of one of two, otherwise how far each factor moves each outcome. */
function figuresOf(found: Sweep): AnswerFigure[] {
  const { scenario, design, outcomes, seed, version, replicates, worlds, parameters } = found;
  const from = { seed, version, replicates, worlds, parameters };
  const map = design.kind === "grid" && design.factors.length === 2;
  return outcomes.map((outcome, k): AnswerFigure => {
    const of = describeOutcome(outcome, scenario);
    const unit = outcomeUnit(outcome);
    const title = capital(of);
    const slug = [
      outcome.name,
      ...(outcomes.filter(({ name: other }) => other === outcome.name).length > 1 ? [outcome.month] : []),
    ]
      .join("-")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-");
    if (map) {
      const { x, y, cells } = sweepMap(found, k);
      const axis = ({ name: factor, values }: typeof x) => ({
        label: factorLabel(factor),
        unit: factorUnit(factor),
        values,
      });
      const data = { x: axis(x), y: axis(y), z: { label: of, unit }, cells, ...from };
      return { name: `map-${slug}`, title, draw: (options) => twoLeverMap(data, options) };
    }
    const [only, ...others] = design.factors;
    if (design.kind === "grid" && only !== undefined && others.length === 0) {
      const values = design.points.map(([value]) => value!);
      const x = { label: factorLabel(only), unit: factorUnit(only), values };
      const data = { x, y: { label: of, unit }, points: outcome.estimates, ...from };
      return { name: `curve-${slug}`, title, draw: (options) => responseCurve(data, options) };
    }
    const known = outcome.estimates.flatMap(({ value }) => (value === null ? [] : [value]));
    const centre = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
    const bars = mainEffects(found, k).map(({ factor, low, high }) => ({
      label: factorLabel(factor),
      low,
      high,
      centre,
    }));
    const data = { of, unit, bars, ...from };
    return { name: `effects-${slug}`, title: `${title}, by factor`, draw: (options) => tornado(data, options) };
  });
}

const estimateColumns: readonly Column[] = [
  {
    name: "value",
    type: "number",
    unit: "as `unit` says",
    doc: "Mean over replicates, or the share of them that reach the target",
  },
  { name: "low", type: "number", unit: "as `unit` says", doc: "Lower end of the 95% interval" },
  { name: "high", type: "number", unit: "as `unit` says", doc: "Upper end of the 95% interval" },
  { name: "replicates", type: "integer", unit: "runs", doc: "Replicates with a value" },
];

const estimateRow = ({ value, low, high, replicates }: PointEstimate) => [value, low, high, replicates];

const outcomeColumns: readonly Column[] = [
  { name: "outcome", type: "text", unit: "–", doc: "Outcome asked for" },
  { name: "month", type: "integer", unit: "months", doc: "Index at which it is read, 0 = the start" },
  { name: "unit", type: "text", unit: "–", doc: "Unit of the outcome; shares and chances are fractions" },
];

const outcomeRow = (outcome: SweptOutcome) => [outcome.name, outcome.month, outcomeUnit(outcome)];

function pointsTable({ design, outcomes }: Sweep): AnswerTable {
  return {
    name: "points",
    doc: "Each outcome at each point of the sweep.",
    columns: [
      { name: "point", type: "integer", unit: "number", doc: "Number of the point, from 1" },
      ...design.factors.map((factor) => number(factor, factorUnit(factor) || "number", "Value of the factor")),
      ...outcomeColumns,
      ...estimateColumns,
    ],
    rows: design.points.flatMap((point, p) =>
      outcomes.map((outcome) => [p + 1, ...point, ...outcomeRow(outcome), ...estimateRow(outcome.estimates[p]!)]),
    ),
  };
}

function effectsTable(found: Sweep): AnswerTable {
  return {
    name: "main-effects",
    doc: "Mean of each outcome over the points with the lowest and with the highest third of each factor's levels.",
    columns: [
      { name: "factor", type: "text", unit: "–", doc: "Parameter or setting" },
      ...outcomeColumns,
      { name: "low", type: "number", unit: "as `unit` says", doc: "Mean at the lowest third of levels" },
      { name: "high", type: "number", unit: "as `unit` says", doc: "Mean at the highest third of levels" },
    ],
    rows: found.outcomes.flatMap((outcome, k) =>
      mainEffects(found, k).map(({ factor, low, high }) => [factor, ...outcomeRow(outcome), low, high]),
    ),
  };
}
