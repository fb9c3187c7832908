import { frontier } from "@uptake/charts";
import { type Scenario, version } from "@uptake/model";
import {
  type BudgetAnswer,
  type JudgedPlan,
  type Objective,
  type Optimised,
  type OptimiseOptions,
  optimise,
  targetObjective,
} from "@uptake/study/optimise";
import type { MeanInterval } from "@uptake/study/statistics";
import { sustainedMonth, targetSeries, wordsOfSeries } from "@uptake/study/target";
import { z } from "zod";
import { integer, number, text, yesNo } from "../../tables/columns.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { countWorlds } from "../../words/count-worlds.ts";
import { describeWork } from "../../words/duration.ts";
import { counted, dollars, when } from "../../words/format.ts";
import { seriesName } from "../../words/series-words.ts";
import { withHeadlines } from "../strategy-headlines.ts";
import type { AnswerFigure, StudyAnswer, StudyKind } from "../study-kind.ts";

const share = z.number().min(0).max(1);
const size = (least: number, most: number, doc: string) => z.int().min(least).max(most).optional().describe(doc);

const schema = z.strictObject({
  budgets: z
    .array(z.number().positive().max(1e12))
    .min(1)
    .max(20)
    .describe("Sums to spend, in dollars of 2024, at planned cost; each has its own search"),
  decisions: z
    .record(z.string(), z.tuple([z.number(), z.number()]))
    .describe(
      "What may be chosen, with its lowest and highest value: a lever's setting, intensity, count or first month, as in levers.coaching.start: [0, 12]",
    ),
  objective: z
    .strictObject({
      of: z
        .string()
        .min(1)
        .max(60)
        .default("target")
        .describe(
          "target (the chance of it), sustained (what it is of, two years after funding ends), or a series of shares",
        ),
      share: share.optional().describe("Share that is the target; the scenario's own unless given"),
      month: z.int().min(0).max(600).optional().describe("Index at which it is read; the target's unless given"),
    })
    .refine(({ of, share: asked }) => of === "target" || asked === undefined, {
      message: "only the target has a share",
      path: ["share"],
    })
    .refine(({ of, month }) => of !== "sustained" || month === undefined, {
      message: "sustained has its own month",
      path: ["month"],
    })
    .default({ of: "target" }),
  floor: z
    .strictObject({
      worstTier: share.optional().describe("Least mean adoption of the poverty third that has least of it"),
      gap: share.optional().describe("Largest mean lead of the low-poverty over the high-poverty third"),
    })
    .optional()
    .describe("Equity floor that plans must keep"),
  population: size(4, 64, "Candidates a generation (default 12)"),
  generations: size(1, 500, "Generations of each search (default 15)"),
  replicates: size(2, 2000, "Replicates each candidate is tried in (default 24)"),
  planning: size(2, 500, "Replicates a planned cost is a mean over (default 16)"),
  finalists: size(1, 20, "Plans of each search that are tried again (default 4)"),
  finalReplicates: size(2, 10_000, "Replicates the plans of the answer are tried in, in worlds held out (default 128)"),
});

type Input = z.infer<typeof schema>;

function objectiveOf({ of, share: asked, month }: Input["objective"], scenario: Scenario): Objective {
  const { target } = scenario;
  if (of === "target") return targetObjective(scenario, { share: asked, month });
  if (of === "sustained") return { of: "mean", series: targetSeries(target.of), month: sustainedMonth(scenario) };
  return { of: "mean", series: of, month: month ?? target.month };
}

/** Describes the study that seeks the best use of money. */
export const optimiseKind: StudyKind = {
  kind: "optimise",
  doc: "seek the settings of levers that do best within budgets, with an equity floor",
  schema,
  run: async (input: Input, scenario, context) => {
    const { budgets, decisions, objective, floor, ...sizes } = input;
    const given = Object.fromEntries(Object.entries(sizes).filter(([, value]) => value !== undefined));
    const options: OptimiseOptions = {
      ...given,
      budgets,
      decisions: Object.entries(decisions).map(([name, range]) => ({ name, range })),
      objective: objectiveOf(objective, scenario),
      ...(floor ? { floor: floor as NonNullable<OptimiseOptions["floor"]> } : {}),
      seed: context.seed,
      evaluate: context.evaluate,
      signal: context.signal,
      onEstimate: (ahead) => context.say(`At most ${describeWork(ahead)}`),
      onProgress: (done, total) => context.progress("search", done, total),
    };
    const result = await optimise(scenario, options);
    const best = result.budgets.map(({ budget, plans }) => ({
      name: `the best plan for ${dollars(budget)}`,
      scenario: (plans[0] as JudgedPlan).scenario,
    }));
    // The worlds of the search would flatter what it found.
    return withHeadlines(answerOf(result, scenario, context.seed), best, context, {
      replicates: result.replicates,
      numbers: result.judged,
    });
  },
};

const tenth = (value: number): string => `${(100 * value).toFixed(1).replace("-", "−")}%`;
const within = (low: number, high: number): string => `95% interval ${tenth(low)} to ${tenth(high)}`;

/** Names what is sought, as in `adoption in May of year 3`. */
function soughtIn({ objective }: Optimised): string {
  const at = `in ${when(objective.month)}`;
  if (objective.of === "mean") return `${seriesName(objective.series)} ${at}`;
  const { series = "adoption", share: sought } = objective;
  return `the chance of ${tenth(sought)} ${series === "adoption" ? series : (wordsOfSeries(series)?.who ?? series)} ${at}`;
}

/** Writes the chosen values of a plan, as in `coaching.start 6`. */
function settingsOf({ values }: JudgedPlan): string {
  return Object.entries(values ?? {})
    .map(([name, value]) => `${name.replace("levers.", "")} ${Number(value.toPrecision(3))}`)
    .join(", ");
}

/** Writes the chosen values in few letters, as in `start 6`, by setting alone where that is clear. */
function shortSettings({ values }: JudgedPlan): string {
  const entries = Object.entries(values ?? {});
  const last = (name: string): string => name.split(".").at(-1) as string;
  const clear = new Set(entries.map(([name]) => last(name))).size === entries.length;
  return entries
    .map(([name, value]) => `${clear ? last(name) : name.replace("levers.", "")} ${Number(value.toPrecision(2))}`)
    .join(", ");
}

/** Says what one budget buys, beside the yardsticks. */
function budgetSentence(result: Optimised, scenario: Scenario, { budget, plans }: BudgetAnswer): string {
  const best = plans[0] as JudgedPlan;
  const { value } = best;
  if (value === null) return `For ${dollars(budget)}, no run of the plans found could be measured.`;
  const sticks = plans.filter(({ found, value: has }) => !found && has !== null);
  const beside = sticks.map(({ label, value: has, lessBest, tied }) => {
    const better = !tied && (lessBest?.value ?? 0) > 0;
    return `${tenth(has?.value ?? 0)} under ${label}${tied ? " (these runs do not tell the two apart)" : better ? " (better)" : ""}`;
  });
  const beaten = sticks.some(({ tied, lessBest }) => !tied && (lessBest?.value ?? 0) > 0);
  const ties = plans.filter(({ found, tied }) => found && tied).length - 1;
  const floor = {
    kept: " It keeps the equity floor.",
    broken: " It breaks the equity floor, as does every plan found.",
    "cannot-tell": " These runs do not tell whether it keeps the equity floor.",
  };
  return [
    `For ${dollars(budget)}, the best plan found (${settingsOf(best)}) brings ${soughtIn(result)} to ${tenth(value.value)} (${within(value.low, value.high)}, ${judgedIn(result, scenario)})`,
    `, against ${beside.join(", ")}.`,
    beaten ? " The search did not find what that yardstick does: widen the ranges, or search longer." : "",
    ties > 0 ? ` ${ties === 1 ? "Another plan found ties" : `${ties} other plans found tie`} with it.` : "",
    best.floor ? floor[best.floor] : "",
  ].join("");
}

function answerOf(result: Optimised, scenario: Scenario, seed: string): StudyAnswer {
  const { budgets, infeasible, cheapest, failures } = result;
  const cannot = infeasible.map((budget) => dollars(budget)).join(", ");
  const last = budgets.at(-1) as BudgetAnswer;
  const notes = [
    ...budgets.slice(0, -1).map((one) => budgetSentence(result, scenario, one)),
    ...(cannot === ""
      ? []
      : [`No plan within the ranges fits ${cannot}: the cheapest is planned to cost ${dollars(cheapest.cost)}.`]),
    "Budgets are kept at planned cost: known prices, no shocks. A candidate that costs more is moved towards the cheapest plan until it fits; what is spent differs by world.",
    ...(Object.keys(result.floor).length > 0
      ? ["Plans that break the equity floor rank behind all that keep it; kept means the whole 95% interval does."]
      : []),
    `Candidates share worlds and luck. ${heldOutNote(result, scenario)}, for the best of many tries is partly lucky: ${budgets.map(({ budget, promised, plans }) => promise(budget, promised, plans[0])).join("; ")}.`,
    "A search finds good plans, not surely the best; plans that tie with the best found are in the table.",
    ...budgets.flatMap(({ budget, missing }) => missing.map((one) => `At ${dollars(budget)}, no yardstick of ${one}.`)),
    ...(failures.length > 0 ? [`${failures.length} runs failed and are left out.`] : []),
  ];
  return {
    sentence: budgetSentence(result, scenario, last),
    notes,
    figures: figuresOf(result, scenario, seed),
    tables: tablesOf(result),
    data: dataOf(result),
    checksums: result.checksums,
  };
}

/** Counts what the plans named were tried in. */
function judgedIn({ replicates, worlds }: Optimised, { parameters: { draw } }: Scenario): string {
  if (draw === "fixed") return `${counted(replicates, "run")} with fresh luck`;
  return `${countWorlds({ replicates, worlds: worlds.judged, parameters: draw })} held out`;
}

/** Says which worlds were searched and which judged. */
function heldOutNote({ worlds, replicates }: Optimised, { parameters: { draw } }: Scenario): string {
  const searched = counted(worlds.searched, "world");
  const judged = countWorlds({ replicates, worlds: worlds.judged, parameters: draw });
  switch (draw) {
    case "fixed":
      return `All runs have one world, so only luck is fresh in the ${judged} in which the plans named were tried again`;
    case "priors":
      return `They were tried in ${searched} of the priors, and the plans named again in ${judged} that no search had seen`;
    case "sampled":
      return `They were tried in ${searched} of one half, and the plans named again in ${judged} of the other half, which neither the search nor planned costs had seen`;
  }
}

/** Leaves out what the study and its receipt hold already: districts, which may be large, and checksums. */
function dataOf({ checksums: _, ...result }: Optimised): unknown {
  const budgets = result.budgets.map((one) => ({
    ...one,
    plans: one.plans.map(({ scenario: { levers }, ...plan }) => ({ ...plan, levers })),
  }));
  return { ...result, budgets };
}

/** Says what the search thought of its best plan, beside what was held out from it shows. */
function promise(budget: number, promised: number, best: JudgedPlan | undefined): string {
  // Below −1 the search found no plan that keeps the floor; above it, a thousandth of mean adoption breaks ties.
  if (!(promised >= 0)) return `for ${dollars(budget)} the search found none that keeps the floor in its own worlds`;
  const shown = best?.value ? tenth(best.value.value) : "nothing";
  return `for ${dollars(budget)} the search saw ${tenth(Math.min(1, promised))} where what it had not seen shows ${shown}`;
}

function figuresOf(result: Optimised, scenario: Scenario, seed: string): AnswerFigure[] {
  const { replicates, worlds } = result;
  const from = { replicates, worlds: worlds.judged, parameters: scenario.parameters.draw, seed, version };
  const points = result.budgets.map(({ budget, plans }) => ({
    budget,
    best: plans[0] as JudgedPlan,
    tied: plans.slice(1).some(({ tied }) => tied),
  }));
  const value = points.flatMap(({ budget, best, tied }) =>
    best.value ? [{ budget, value: best.value, label: shortSettings(best), tied }] : [],
  );
  const gap = points.flatMap(({ budget, best, tied }) =>
    best.gap
      ? [
          {
            budget,
            value: { value: best.gap.mean, low: best.gap.low, high: best.gap.high },
            label: shortSettings(best),
            tied,
          },
        ]
      : [],
  );
  const of = soughtIn(result);
  const chart = (name: string, title: string, data: Parameters<typeof frontier>[0]): AnswerFigure => ({
    name,
    title,
    draw: (options) => frontier(data, { ...options, caption: true }),
  });
  const lead = `lead of the low-poverty over the high-poverty third in ${when(result.objective.month)}`;
  return [
    chart("frontier", `What each budget buys: ${of}`, { of, points: value, ...from }),
    ...(gap.length > 0
      ? [chart("frontier-gap", `What each budget does to the gap`, { of: lead, points: gap, ...from })]
      : []),
  ];
}

const inShare = (name: string, doc: string): Column => number(name, "share", doc);
const inDollars = (name: string, doc: string): Column => number(name, "$ of 2024", doc);
const interval = (name: string, doc: string, column: typeof inShare): Column[] => [
  column(name, doc),
  column(`${name}_low`, `Lower end of its 95% interval`),
  column(`${name}_high`, `Upper end of its 95% interval`),
];
const meanCells = (mean: MeanInterval | null): (number | null)[] =>
  mean ? [mean.mean, mean.low, mean.high] : [null, null, null];

function tablesOf(result: Optimised): AnswerTable[] {
  const key = [
    inDollars("budget", "Sum to spend"),
    text("plan", "Name of the plan; numbered by rank where it was found"),
  ];
  return [
    {
      name: "plans",
      doc: "What each plan does in worlds held out from the search, beside the yardsticks",
      columns: [
        ...key,
        yesNo("found", "Whether the search found it; else it is a yardstick"),
        inDollars("planned_cost", "What it is planned to cost"),
        ...interval("value", `What is sought: ${soughtIn(result)}`, inShare),
        ...interval("adoption", "Mean adoption at the same index", inShare),
        ...interval("worst_tier", "Mean adoption of the poverty third that has least of it", inShare),
        ...interval("gap", "Mean lead of the low-poverty over the high-poverty third", inShare),
        ...interval("cost", "Mean spending over the run, at the worlds' prices", inDollars),
        text("floor", "Whether it keeps the equity floor: kept, broken, cannot-tell; empty without one"),
        ...interval("less_best", "This plan less the best found, in the same worlds and luck", inShare),
        yesNo("tied", "Whether these runs do not tell it from the best found"),
        integer("replicates", "replicates", "Replicates, none of which a search has seen"),
        integer("worlds", "worlds", "Different worlds among them"),
      ],
      rows: result.budgets.flatMap(({ budget, plans }) =>
        plans.map((plan) => [
          budget,
          plan.label,
          plan.found,
          plan.plannedCost,
          ...(plan.value ? [plan.value.value, plan.value.low, plan.value.high] : [null, null, null]),
          ...meanCells(plan.adoption),
          ...meanCells(plan.worstTier),
          ...meanCells(plan.gap),
          ...meanCells(plan.cost),
          plan.floor,
          ...(plan.lessBest ? [plan.lessBest.value, plan.lessBest.low, plan.lessBest.high] : [null, null, null]),
          plan.tied,
          result.replicates,
          result.worlds.judged,
        ]),
      ),
    },
    {
      name: "settings",
      doc: "Values of the decisions of each plan that was found",
      columns: [
        ...key,
        text("decision", "Name of the lever's setting"),
        number("value", "the setting's own", "Chosen value"),
      ],
      rows: result.budgets.flatMap(({ budget, plans }) =>
        plans.flatMap(({ label, values }) =>
          Object.entries(values ?? {}).map(([name, value]) => [budget, label, name, value]),
        ),
      ),
    },
  ];
}
