import { sobolBars, tornado } from "@uptake/charts";
import { type Plan, parameters, prepare, type Scenario, strategies } from "@uptake/model";
import type { Factor } from "@uptake/study/design";
import {
  chooseFactors,
  type Interval,
  mostInfluential,
  type SensitivityOptions,
  type SensitivitySetting,
  type StudyMorris,
  type StudySobol,
  studyMorris,
  studySobol,
} from "@uptake/study/sensitivity";
import { type AskedOutcome, usualOutcome } from "@uptake/study/target";
import { z } from "zod";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { describeOutcome, outcomeUnit, withInterval } from "../../words/describe-outcome.ts";
import { counted } from "../../words/format.ts";
import { relocated } from "../relocated.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { outcomeSchema } from "../sweep/sweep.ts";

const name = z.string().min(1).max(200);

const shared = {
  outcome: outcomeSchema
    .optional()
    .describe("Outcome whose variation is explained (default what the target is of: adoption, for teachers)"),
  against: z
    .enum(strategies.map((one) => one.name) as [string, ...string[]])
    .optional()
    .describe("Strategy that is run beside the scenario's: the outcome is then the scenario's less this one's, paired"),
  parameters: z
    .array(name)
    .min(1)
    .max(300)
    .optional()
    .describe("Names, or beginnings of names as support; default all that are uncertain"),
  ranges: z
    .record(name, z.tuple([z.number(), z.number()]))
    .default({})
    .describe("Parameters spread evenly between two values instead"),
  distribution: z
    .enum(["kept", "priors"])
    .default("kept")
    .describe("Spread parameters as in the kept worlds, or over the wide priors"),
  trajectories: z.int().min(2).max(10_000).describe("Trajectories of the Morris screening"),
};

const schema = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("morris").describe("Screening: how far each parameter moves the outcome, beside luck"),
    ...shared,
    trajectories: shared.trajectories.default(20),
    levels: z.int().min(2).max(100).default(4).describe("Levels of each parameter, even"),
    halfWidth: z
      .number()
      .positive()
      .max(1)
      .default(0.25)
      .describe("Half-width wanted, as a share of the largest effect"),
  }),
  z.strictObject({
    method: z.literal("sobol").describe("Shares of the variance that go through each parameter, and through luck"),
    ...shared,
    most: z
      .int()
      .min(1)
      .max(60)
      .default(12)
      .describe("Most parameters: with more, a Morris screening chooses these many"),
    trajectories: shared.trajectories.default(10),
    rows: z.int().min(2).max(65_536).default(1024).describe("Base samples, a power of two"),
    halfWidth: z.number().positive().max(1).default(0.1).describe("Half-width wanted, as a share of the variance"),
  }),
]);

type SensitivityInput = z.infer<typeof schema>;

/** Explains how an outcome varies by what is not known of the world, and by luck. */
export const sensitivityKind: StudyKind = {
  kind: "sensitivity",
  doc: "say what an outcome's variation comes from: parameters that are not known, and luck",
  schema,
  run: (input: SensitivityInput, scenario, context) =>
    relocated(
      (path) => fieldOf(input, path),
      () => runSensitivity(input, scenario, context),
    ),
};

/** Returns where the study file holds what an issue is about. */
function fieldOf({ parameters: names = [], ranges }: SensitivityInput, path: string): string {
  if (names.includes(path)) return `parameters[${names.indexOf(path)}]`;
  if (path in ranges) return `ranges[${JSON.stringify(path)}]`;
  return path === "factors" ? "parameters" : path.startsWith("outcomes[0]") ? "outcome" : path;
}

/** Returns the scenario with the levers of another strategy. */
function under(scenario: Scenario, strategy: string): Scenario {
  const { levers } = strategies.find((one) => one.name === strategy)!;
  return { ...scenario, name: strategy, strategy, levers };
}

async function runSensitivity(
  input: SensitivityInput,
  scenario: Scenario,
  context: StudyContext,
): Promise<StudyAnswer> {
  const plans: Plan[] = [];
  if (input.against !== undefined) plans.push(await prepare(under(scenario, input.against)));
  plans.push(await prepare(scenario));
  const factors = chooseFactors({
    ...(input.parameters ? { names: input.parameters } : {}),
    distribution: input.distribution,
    ranges: input.ranges,
    beliefs: scenario.parameters,
  });
  const options = (stage: string, chosen: readonly Factor[]): SensitivityOptions => ({
    factors: chosen,
    outcome: (input.outcome as AskedOutcome | undefined) ?? usualOutcome(scenario),
    seed: context.seed,
    evaluate: context.evaluate,
    signal: context.signal,
    onProgress: (done, total) => context.progress(stage, done, total),
  });
  const told = (stage: string, runs: number): void => context.say(`${stage}: ${counted(runs * plans.length, "run")}.`);
  if (input.method === "morris") {
    told("Screening", input.trajectories * (factors.length + 2));
    const { trajectories, levels, halfWidth } = input;
    const found = await studyMorris(plans, { ...options("Screening", factors), trajectories, levels, halfWidth });
    return morrisAnswer(found, scenario, input);
  }
  const { trajectories, rows, halfWidth, most } = input;
  const count = Math.min(most, factors.length);
  if (factors.length > most) told("Screening", trajectories * (factors.length + 2));
  told("Sobol indices", rows * (count + 3));
  const screening =
    factors.length > most ? await studyMorris(plans, { ...options("Screening", factors), trajectories }) : null;
  const chosen = screening === null ? factors : mostInfluential(factors, screening, most);
  const found = await studySobol(plans, { ...options("Sobol indices", chosen), rows, halfWidth });
  return sobolAnswer(found, screening, scenario, input);
}

/** Says what varies, as in `adoption in May of year 3 under “coaching-only”`. */
function outcomeOf({ outcome, scenarios }: SensitivitySetting, scenario: Scenario): string {
  const of = describeOutcome(outcome, scenario);
  const [a, b] = scenarios as [string, string?];
  return b === undefined ? `${of} under “${a}”` : `${of}, “${b}” less “${a}”`;
}

const asInterval = ({ estimate, low, high }: Interval) => ({ value: estimate, low, high });
const share = (interval: Interval): string => withInterval(asInterval(interval), "share");
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

function sobolSentence(found: StudySobol, scenario: Scenario): string {
  const { indices, leaders, othersAlike } = found;
  const { luck } = indices;
  const of = outcomeOf(found, scenario);
  if (!luck || luck.total.estimate === null) return `Where ${of} comes from cannot be told: ${indices.reason}.`;
  const by = new Map(indices.factors.map((factor) => [factor.name, factor]));
  const first = by.get(leaders[0] ?? "");
  const known = !first
    ? "no parameter has a part in it that could be seen"
    : leaders.length === 1
      ? `the largest known source is ${first.name}, ${share(first.first)} alone and ${share(first.total)} with what it does together with others`
      : `the largest known sources, which cannot be told apart at this size, are ${listed(leaders.slice(0, 4))}${leaders.length > 4 ? ` and ${leaders.length - 4} more` : ""} (${first.name}: ${share(first.total)})`;
  const others = othersAlike === true ? "; differences between the others cannot be told at this size" : "";
  return `Of the variance of ${of}, ${share(luck.total)} is luck; ${known}${others} (${counted(found.runs, "run")} with ${counted(indices.factors.length, "parameter")} varied, 95% intervals).`;
}

/** Says what holds of both methods: what varied and how, what was held, what failed. */
function settingNotes(found: SensitivitySetting, { distribution, ranges }: SensitivityInput): string[] {
  const ranged = Object.keys(ranges).length;
  const spread =
    distribution === "kept"
      ? "as in the kept worlds, or those of the scenario's own in their place, each independently of the others, so together they may make a world that is none of these"
      : "as their wide priors say, whatever patterns such a world would show";
  return [
    ...(found.factors.length > ranged ? [`Parameters are spread ${spread}.`] : []),
    ...(ranged > 0
      ? [`${counted(ranged, "parameter")} ${ranged === 1 ? "is" : "are"} spread evenly over the ranges given.`]
      : []),
    "All other parameters are held at the fixed world's values; what varies beside those named is luck.",
    ...(found.failures.length > 0
      ? [
          `${counted(found.failures.length, "run")} failed, and what they belong to is left out: ${found.failures[0]!.cause}.`,
        ]
      : []),
  ];
}

function sobolAnswer(
  found: StudySobol,
  screening: StudyMorris | null,
  scenario: Scenario,
  input: SensitivityInput,
): StudyAnswer {
  const { indices, seed, version, runs } = found;
  const { luck } = indices;
  const { checksums, ...rest } = found;
  const { checksums: before = [], ...screened } = screening ?? {};
  const of = describeOutcome(found.outcome, scenario);
  const bar = ({ estimate, low, high }: Interval) => ({ value: estimate ?? Number.NaN, low, high });
  const data = {
    of,
    bars: indices.factors.map(({ name: label, first, total }) => ({ label, first: bar(first), total: bar(total) })),
    luck: luck ? bar(luck.total) : { value: Number.NaN, low: null, high: null },
    replicates: runs,
    parameters: "fixed" as const,
    seed,
    version,
  };
  const told = luck !== null && luck.total.estimate !== null;
  const chosen = screening
    ? [
        `The ${indices.factors.length} parameters are the most influential of ${screening.factors.length} in a Morris screening of ${counted(screening.trajectories, "trajectory").replace("trajectorys", "trajectories")}; the others are held, so their part is not in the variance.${screening.screening.tooFew ? ` The screening is rough: ${screening.screening.reason}.` : ""}`,
      ]
    : [];
  return {
    sentence: sobolSentence(found, scenario),
    notes: [
      ...(indices.tooFew ? [`Too few base samples to tell as finely as asked: ${indices.reason}.`] : []),
      ...(told
        ? [
            `Luck alone, alike in every world: ${share(luck.first)}; the rest of its part it has through the parameters. Totals count what inputs do together, so they may sum to over 100%.`,
          ]
        : []),
      ...chosen,
      ...settingNotes(found, input),
    ],
    figures: told
      ? [
          {
            name: "sobol-indices",
            title: `Where the variance of ${of} comes from`,
            draw: (options) => sobolBars(data, options),
          },
        ]
      : [],
    tables: [indicesTable(found), ...(screening ? [effectsTable(screening)] : [])],
    data: { ...rest, distribution: input.distribution, screening: screening ? screened : null },
    checksums: [...before, ...checksums],
  };
}

function morrisAnswer(found: StudyMorris, scenario: Scenario, input: SensitivityInput): StudyAnswer {
  const { screening, seed, version, trajectories, mean } = found;
  const { checksums, ...data } = found;
  const of = describeOutcome(found.outcome, scenario);
  const unit = outcomeUnit(found.outcome);
  const sorted = [...screening.factors].sort((a, b) => b.muStar.mean - a.muStar.mean);
  const half = (value: number): number => value / 2;
  const drawn = {
    of,
    unit,
    // Each bar is as long as the mean size of the effect, whichever way it goes on average.
    bars: sorted.slice(0, mostBars).map(({ name: label, mu, muStar }) => {
      const reach = (mu.mean < 0 ? -1 : 1) * half(muStar.mean);
      return {
        label,
        centre: mean,
        low: mean === null ? null : mean - reach,
        high: mean === null ? null : mean + reach,
      };
    }),
    replicates: trajectories,
    parameters: "fixed" as const,
    seed,
    version,
  };
  return {
    sentence: morrisSentence(found, scenario),
    notes: [
      ...(screening.tooFew ? [`Too few trajectories to screen as finely as asked: ${screening.reason}.`] : []),
      "Effects are mean sizes of the change from one end of a parameter's values to the other, by the slope of single steps.",
      ...(sorted.length > mostBars ? [`The figure shows the ${mostBars} largest of ${sorted.length} effects.`] : []),
      ...settingNotes(found, input),
    ],
    figures:
      sorted.length === 0
        ? []
        : [{ name: "effects", title: `What moves ${of}`, draw: (options) => tornado(drawn, options) }],
    tables: [effectsTable(found)],
    data: { ...data, distribution: input.distribution },
    checksums,
  };
}

/** Most bars of a figure of effects: more cannot be read. */
const mostBars = 20;

function morrisSentence(found: StudyMorris, scenario: Scenario): string {
  const { screening, outcome } = found;
  const of = outcomeOf(found, scenario);
  const unit = outcomeUnit(outcome);
  const sorted = [...screening.factors].sort((a, b) => b.muStar.mean - a.muStar.mean);
  const [first] = sorted;
  const { luck } = screening;
  if (!first || !luck) return `What moves ${of} cannot be told: ${screening.reason}.`;
  if (first.muStar.mean === 0) return `None of ${counted(sorted.length, "parameter")} moves ${of}.`;
  const size = ({ mean, low, high }: typeof luck): string => withInterval({ value: mean, low, high }, unit, true);
  const alike = sorted.filter(({ muStar }) => muStar.high! >= first.muStar.low!).length - 1;
  const tie = alike === 0 ? "" : `, though ${alike} other${alike === 1 ? "" : "s"} cannot be told from it at this size`;
  const count = (verdict: string): number => sorted.filter(({ againstLuck }) => againstLuck === verdict).length;
  return `Of ${counted(sorted.length, "parameter")}, ${first.name} moves ${of} most, by ${size(first.muStar)} on average from one end of its values to the other${tie}. Luck alone moves it by ${size(luck)}: ${count("more")} move it by more than luck, ${count("less")} by less, and of ${count("cannot tell")} it cannot be told (${counted(found.runs, "run")}, 95% intervals).`;
}

const describe = (parameter: string) => parameters.find((one) => one.name === parameter);

function indicesTable({ indices, factors }: StudySobol): AnswerTable {
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
      ];
    }),
  };
}

function effectsTable({ screening, outcome, factors }: StudyMorris): AnswerTable {
  const unit = outcomeUnit(outcome) || "number";
  return {
    name: "effects",
    doc: "Elementary effects of each parameter on the outcome, and of redrawing luck.",
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
    ],
    rows: [
      ...screening.factors.map(({ name: input, muStar, mu, sigma, againstLuck }) => {
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
        ];
      }),
      ...(screening.luck
        ? [["luck", screening.luck.mean, screening.luck.low, screening.luck.high, null, null, null, null, null]]
        : []),
    ],
  };
}
