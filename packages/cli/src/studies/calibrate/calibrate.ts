import { predictiveBand, priorPosterior } from "@uptake/charts";
import { type Scenario, version, type World } from "@uptake/model";
import {
  type CalibratedParameter,
  type CalibrateOptions,
  type Calibration,
  calibrate,
  doubtAnswers,
  type PredictedGroup,
  type RivalCalibration,
} from "@uptake/study/calibrate";
import { z } from "zod";
import { readAdoptionSeries } from "../../input/adoption-series.ts";
import { worldsTable } from "../../input/worlds-files.ts";
import { integer, number, text, yesNo } from "../../tables/columns.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { describeWork } from "../../words/duration.ts";
import { counted, percent, when } from "../../words/format.ts";
import type { AnswerFigure, StudyAnswer, StudyKind } from "../study-kind.ts";

const size = (least: number, most: number, doc: string) => z.int().min(least).max(most).optional().describe(doc);

const point = z.strictObject({
  month: z.int().min(0).max(600).describe("Index of the scenario, 0 at the start"),
  group: z.string().min(1).max(60).default("all").describe("all, a poverty third or a band of schools"),
  share: z.number().min(0).max(1).describe("Share of those who answered that say they use the practice"),
  respondents: z.int().min(1).max(10_000_000).describe("People who answered"),
});

const schema = z.strictObject({
  series: z.array(point).min(1).max(600).describe("Surveys of adoption, or the name of a CSV file of them"),
  parameters: z
    .array(
      z.union([
        z.string().min(1).max(60),
        z.strictObject({ name: z.string().min(1).max(60), range: z.tuple([z.number(), z.number()]).optional() }),
      ]),
    )
    .min(1)
    .max(12)
    .optional()
    .describe("Parameters to learn of, with a range in place of their prior where one is given"),
  selfReport: z
    .boolean()
    .optional()
    .describe(
      "Whether teachers spoke of themselves (default true), which is above practice; false where it was counted",
    ),
  particles: size(20, 5000, "Particles (default 200)"),
  generations: size(1, 30, "Most generations (default 8)"),
  simulations: size(20, 1_000_000, "Most runs (default 20 a particle)"),
  predictive: size(20, 5000, "Runs of the predictive bands (default 200)"),
});

type Input = z.infer<typeof schema>;

/** Describes the study that learns from a series of surveys. */
export const calibrateKind: StudyKind = {
  kind: "calibrate",
  doc: "learn from surveys of adoption what assumptions may be, and say where they cannot tell",
  schema,
  files: { series: readAdoptionSeries },
  run: async (input: Input, scenario, context) => {
    const { series, parameters, ...rest } = input;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const named = parameters?.map((one) => (typeof one === "string" ? { name: one } : one));
    const options: CalibrateOptions = {
      ...given,
      series,
      ...(named ? { parameters: named as NonNullable<CalibrateOptions["parameters"]> } : {}),
      seed: context.seed,
      evaluate: context.evaluate,
      signal: context.signal,
      onEstimate: (ahead) => context.say(`At most ${describeWork(ahead)}`),
      onProgress: (done, total) => context.progress("calibration", done, total),
    };
    const doubts = doubtAnswers(series, scenario).map(({ message }) => message);
    for (const doubt of doubts.slice(0, written)) context.say(`warning: ${doubt}`);
    return answerOf(await calibrate(scenario, options), scenario, context.seed, doubts);
  },
};

const three = (value: number): string => String(Number(value.toPrecision(3))).replace("-", "−");
const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** Writes what is held, as in `support.rho = 1`; empty where nothing is. */
const heldIn = (held: World): string =>
  Object.entries(held)
    .map(([name, value]) => `${name} = ${three(value)}`)
    .join(", ");

function parameterText({ name, median, low, high, prior }: CalibratedParameter): string {
  return `${name} is ${three(median as number)} (95% interval ${three(low)} to ${three(high)}; before, ${three(prior[0])} to ${three(prior[1])})`;
}

/** Says what one calibration tells. */
function caseSentence(
  { selfReport }: Calibration,
  { held, parameters, points, groups, worlds, generations }: RivalCalibration,
): string {
  const told = parameters.filter(({ verdict }) => verdict === "informed");
  const untold = parameters.filter(({ verdict }) => verdict !== "informed").map(({ name }) => name);
  const surveys = counted(points.length, "survey");
  const where = heldIn(held) === "" ? "" : `With ${heldIn(held)}, `;
  const inside = points.filter(({ within }) => within).length;
  const parts = [
    told.length === 0
      ? `${where}${surveys} cannot tell what any of ${counted(parameters.length, "parameter")} may be`
      : `${where}${surveys} tell of ${told.length} of ${counted(parameters.length, "parameter")}: ${told.map(parameterText).join("; ")}`,
    told.length > 0 && untold.length > 0 ? `; of ${listed(untold)} they cannot tell` : "",
    ` (${worlds.length} worlds). ${inside} of ${points.length} surveys lie within the model's 95% bands, which are of worlds within ${three(generations.at(-1)?.tolerance ?? Number.NaN)} sampling errors of the series.`,
  ];
  const group = groups.find((one) => one.group === "all") ?? groups[0];
  if (selfReport && group) parts.push(` ${practiceSentence(group, points)}`);
  return parts.join("");
}

/** Says how much practice stands behind what was last said. */
function practiceSentence({ group, practised }: PredictedGroup, points: RivalCalibration["points"]): string {
  const last = points.filter((one) => one.group === group).reduce((a, b) => (b.month > a.month ? b : a));
  const [low, median, high] = [practised.low, practised.median, practised.high].map(
    (band) => band[last.month] as number,
  );
  const who = group === "all" ? "of teachers" : `of teachers in ${group} schools`;
  return `Where ${percent(last.share)} ${who} say they use the practice in ${when(last.month)}, ${percent(median as number)} (95% of runs: ${percent(low as number)} to ${percent(high as number)}) do in the model.`;
}

function answerOf(result: Calibration, scenario: Scenario, seed: string, doubts: readonly string[]): StudyAnswer {
  const { checksums, ...rest } = result;
  // Whole worlds are in tables of their own.
  const data = { ...rest, rivals: rest.rivals.map(({ table: _, ...one }) => one) };
  const [first, ...others] = result.rivals as [RivalCalibration, ...RivalCalibration[]];
  const prefix = (one: RivalCalibration): string => (heldIn(one.held) === "" ? "" : `With ${heldIn(one.held)}: `);
  const of = (say: (one: RivalCalibration) => readonly string[]): string[] =>
    result.rivals.flatMap((one) => say(one).map((said) => `${prefix(one)}${said}`));
  return {
    sentence: caseSentence(result, first),
    notes: [
      ...doubtNotes(doubts),
      ...others.map((one) => caseSentence(result, one)),
      ...(others.length > 0
        ? [
            "A parameter with rival values is held at each in turn; the calibrations are not weighed against each other.",
          ]
        : []),
      ...of(({ ridges }) =>
        ridges.map(
          ({ names, correlation }) =>
            `The surveys bind ${names[0]} and ${names[1]} together (correlation ${correlation.toFixed(2).replace("-", "−")}): they tell of a combination more than of either.`,
        ),
      ),
      ...of(({ points }) => {
        const outside = points.filter(({ within }) => !within).length;
        return outside > points.length / 4
          ? [
              `${outside} of ${points.length} surveys lie outside the bands: the model does not show this series with any value of these parameters, so what it says of them should not be relied on.`,
            ]
          : [];
      }),
      ...of(({ generations, stop, failed }) => [
        `Approximate: worlds within ${three(generations.at(-1)?.tolerance ?? Number.NaN)} sampling errors of the series (root mean square) were kept, and ${ended[stop]}${failed > 0 ? `; ${counted(failed, "run")} failed` : ""}.`,
      ]),
      result.rivals.length > 1
        ? "worlds-1.csv and the next hold these worlds, a file for each value held: parameters.worlds of a scenario runs in those of one."
        : "worlds.csv holds these worlds: parameters.worlds of a scenario, or --worlds, runs in them.",
      "A parameter is informed where its spread is, with the whole 95% interval of the estimate, below nine tenths of what it was before; of the others no point is given. What is not calibrated differs between worlds as before.",
      ...(result.selfReport
        ? [
            "Teachers are taken to overstate: part of those who try or have lapsed say they use the practice (survey.inflation).",
          ]
        : []),
    ],
    figures: figuresOf(result, scenario, seed),
    tables: tablesOf(result),
    data,
    checksums,
  };
}

/** Surveys with too many answers that are written out. */
const written = 5;

function doubtNotes(doubts: readonly string[]): string[] {
  if (doubts.length === 0) return [];
  const more = doubts.length > written ? `; and ${counted(doubts.length - written, "more survey")}` : "";
  return [
    `More people answered than teach there: ${doubts.slice(0, written).join("; ")}${more}. Every answer counts as one teacher's, so these surveys weigh more than they can tell.`,
  ];
}

/** Says why a calibration went no further. */
const ended: Readonly<Record<RivalCalibration["stop"], string>> = {
  tolerance: "as near as was asked",
  acceptance: "until hardly any proposal came nearer",
  generations: "as many generations as were asked for",
  simulations: "as many runs as were asked for",
  stalled: "until no proposal came nearer",
};

const kebab = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

function figuresOf({ rivals, selfReport }: Calibration, scenario: Scenario, seed: string): AnswerFigure[] {
  return rivals.flatMap(({ held, parameters, groups, points, worlds }, k): AnswerFigure[] => {
    const suffix = rivals.length > 1 ? `-${k + 1}` : "";
    const where = heldIn(held) === "" ? "" : `, ${heldIn(held)}`;
    const from = { replicates: worlds.length, parameters: scenario.parameters.draw, seed, version };
    const fitted = parameters.map(({ name, prior, median, low, high, verdict }) => ({
      label: name,
      prior,
      posterior: { value: median ?? Number.NaN, low, high },
      verdict,
    }));
    return [
      {
        name: `parameters${suffix}`,
        title: `What the surveys tell of parameters${where}`,
        draw: (options) => priorPosterior({ ...from, parameters: fitted }, { ...options, caption: true }),
      },
      ...groups.map(({ group, months, reported }) => ({
        name: `band${group === "all" ? "" : `-${kebab(group)}`}${suffix}`,
        title: `What ${selfReport ? "teachers would say" : "would be counted"}, and what was seen: ${group}${where}`,
        draw: (options: Parameters<AnswerFigure["draw"]>[0]) =>
          predictiveBand(
            { months, ...reported, observed: points.filter((one) => one.group === group), ...from },
            { ...options, caption: true },
          ),
      })),
    ];
  });
}

const heldColumn = text("held", "What is held, where a parameter has rival values");

function tablesOf(result: Calibration): AnswerTable[] {
  const rows = (of: (one: RivalCalibration) => readonly (readonly (string | number | boolean | null)[])[]) =>
    result.rivals.flatMap((one) => of(one).map((cells) => [heldIn(one.held), ...cells]));
  const own = "the parameter's own";
  const shareOf = (name: string, doc: string): Column => number(name, "share of teachers", doc);
  return [
    {
      name: "parameters",
      doc: "What the surveys tell of each parameter",
      columns: [
        heldColumn,
        text("parameter", "Name"),
        text("verdict", "informed, or cannot-tell"),
        number("median", own, "Median after the surveys; empty where they cannot tell"),
        number("low", own, "Lower end of the middle 95% after"),
        number("high", own, "Upper end of the middle 95% after"),
        number("prior_low", own, "Lower end of the middle 95% before"),
        number("prior_high", own, "Upper end of the middle 95% before"),
        number("ratio", "ratio", "Standard deviation after over before"),
        number("ratio_low", "ratio", "Lower end of its 95% interval"),
        number("ratio_high", "ratio", "Upper end of its 95% interval"),
      ],
      rows: rows(({ parameters }) =>
        parameters.map((one) => [
          one.name,
          one.verdict,
          one.median,
          one.low,
          one.high,
          ...one.prior,
          one.narrowing.ratio,
          one.narrowing.low,
          one.narrowing.high,
        ]),
      ),
    },
    {
      name: "surveys",
      doc: "What was seen, and what the calibrated model would have shown of as many who answered",
      columns: [
        heldColumn,
        integer("month", "months", "Index of the scenario"),
        text("group", "Who was asked"),
        integer("respondents", "people", "How many answered"),
        shareOf("share", "Share who said yes"),
        shareOf("low", "Lower end of its 95% interval"),
        shareOf("high", "Upper end of its 95% interval"),
        shareOf("predicted_low", "Lower end of the model's middle 95%"),
        shareOf("predicted_high", "Upper end of the model's middle 95%"),
        yesNo("within", "Whether the share lies within"),
      ],
      rows: rows(({ points }) =>
        points.map((one) => [
          one.month,
          one.group,
          one.respondents,
          one.share,
          one.low,
          one.high,
          ...one.predicted,
          one.within,
        ]),
      ),
    },
    {
      name: "bands",
      doc: "What the calibrated model shows month by month: median and middle 95% of runs",
      columns: [
        heldColumn,
        text("group", "Whose adoption"),
        integer("month", "months", "Index of the scenario"),
        ...["reported", "practised"].flatMap((what) =>
          ["low", "median", "high"].map((end) =>
            shareOf(
              `${what}_${end}`,
              `${end === "median" ? "Median" : `The ${end} end`} of the share who ${what === "reported" ? "would say they use" : "use"} the practice`,
            ),
          ),
        ),
      ],
      rows: rows(({ groups }) =>
        groups.flatMap(({ group, months, reported, practised }) =>
          months.map((m) => [
            group,
            m,
            ...[reported, practised].flatMap(({ low, median, high }) => [low[m]!, median[m]!, high[m]!]),
          ]),
        ),
      ),
    },
    {
      name: "posterior",
      doc: "Worlds of the posterior: one row a world and parameter",
      columns: [
        heldColumn,
        integer("world", "–", "Number of the world"),
        integer("replicate", "–", "Replicate whose other parameters it has"),
        number("weight", "share", "Weight; those of a calibration sum to 1"),
        number("distance", "sampling errors", "How far its run was from the surveys"),
        text("parameter", "Name"),
        number("value", own, "Value"),
      ],
      rows: rows(({ worlds }) =>
        worlds.flatMap(({ values, replicate, weight, distance }, w) =>
          Object.entries(values).map(([name, value]) => [w, replicate, weight, distance, name, value]),
        ),
      ),
    },
    ...result.rivals.map(({ held, table }, k) =>
      worldsTable(
        result.rivals.length > 1 ? `worlds-${k + 1}` : "worlds",
        `Worlds of the posterior${heldIn(held) === "" ? "" : ` with ${heldIn(held)}`}, each as likely as another; what is not calibrated is as in the world of the run`,
        table,
      ),
    ),
  ];
}
