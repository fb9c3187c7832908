import { forecastSentence } from "@uptake/study/forecast";
import { integer, text } from "../../tables/columns.ts";
import type { AnswerTable } from "../../tables/table.ts";
import { headlineTable } from "../../words/describe-headline.ts";
import { describeSetting } from "../../words/describe-run.ts";
import { bestOf, startSentence, studyMeaning, studyQuestion, studyTable } from "../../words/describe-study.ts";
import type { Entry } from "../../words/describe-suspect.ts";
import { targetSummary } from "../../words/run-answer.ts";
import type { AnsweredPlan } from "../plan-tables.ts";

/** Holds a plan, and the title that people read. */
export interface StartPlan extends AnsweredPlan {
  readonly title: string;
}

const entriesOf = (plans: readonly StartPlan[]): Entry[] => plans.map(({ title, answer }) => ({ title, answer }));

/** Returns the strategy with the best chance, or the first where there is none to tell. */
export function bestPlan(plans: readonly StartPlan[]): StartPlan | undefined {
  const best = bestOf(entriesOf(plans));
  return plans.find(({ answer }) => answer === best?.answer) ?? plans[0];
}

/** Says which strategy has the best chance. */
export function sentenceOf(plans: readonly StartPlan[]): string {
  return startSentence(entriesOf(plans));
}

/** Says what the table of strategies means, beside which of them has the best chance. */
export function notesOf(plans: readonly StartPlan[]): string[] {
  const entries = entriesOf(plans);
  return studyMeaning(entries)
    .split("\n")
    .filter((line) => line !== "" && line !== sentenceOf(plans) && line !== forecastSentence());
}

/** Writes a first look at strategies for people; `brought` says how they were brought to a budget. */
export function describeStart(plans: readonly StartPlan[], brought: readonly string[]): string {
  const entries = entriesOf(plans);
  const [first] = entries;
  if (!first) return "";
  return `${studyQuestion(first.answer)}

${describeSetting(first.answer)}${brought.map((line) => `${line}\n`).join("")}
${studyTable(entries)}
${studyMeaning(entries)}
${headlineTable(entries)}`;
}

/** Writes one row a strategy: the figures of the table that people read, and what else compares them. */
export function strategiesTable(plans: readonly StartPlan[]): AnswerTable {
  const share = (name: string, doc: string) => ({ name, type: "number" as const, unit: "share of teachers", doc });
  const reached = (name: string, doc: string) => ({
    name,
    type: "number" as const,
    unit: "as in share of what the target counts",
    doc,
  });
  const chance = (name: string, doc: string) => ({ name, type: "number" as const, unit: "chance", doc });
  const money = (name: string, doc: string) => ({ name, type: "number" as const, unit: "$ of 2024", doc });
  return {
    name: "strategies",
    doc: "What each strategy comes to, one a row.",
    columns: [
      text("strategy", "strategy"),
      integer("replicates", "replicates", "runs of the strategy"),
      share("adoption_may_year_3", "mean adoption in May of year 3"),
      share("adoption_low", "lower end of its 95% interval"),
      share("adoption_high", "upper end of its 95% interval"),
      share("adoption_august_year_3", "mean adoption in August after year 3"),
      text("target_of", "what the target is of"),
      reached("target_share", "share that is the target"),
      integer("target_month", "months", "index at which it is asked for"),
      reached("reached", "mean of what the target is of, at its month"),
      reached("reached_low", "lower end of its 95% interval"),
      reached("reached_high", "upper end of its 95% interval"),
      reached("reached_summer", "mean of what the target is of in August after that school year"),
      reached("reached_may_year_5", "mean of what the target is of in May of year 5"),
      chance("chance_of_target", "chance of the target"),
      chance("chance_low", "lower end of its 95% interval"),
      chance("chance_high", "upper end of its 95% interval"),
      share("gap_may_year_3", "mean gap between low- and high-poverty schools in May of year 3"),
      share("gap", "mean gap between low- and high-poverty schools at the target’s month"),
      share("adoption_may_year_5", "mean adoption in May of year 5"),
      money("cost_dollars_2024", "mean cost over the whole run"),
      money(
        "cost_per_added_sustained_adopter_dollars_2024",
        "cost of each added sustained adopter, against business as usual",
      ),
    ],
    rows: plans.map(({ name, answer }) => {
      const { replicates, adoption, target, gap, cost } = answer;
      const { month } = target;
      const of = targetSummary(answer);
      return [
        name,
        replicates,
        adoption.mean[34] ?? null,
        adoption.low[34] ?? null,
        adoption.high[34] ?? null,
        adoption.mean[36] ?? null,
        target.of,
        target.share,
        month,
        of.mean[month] ?? null,
        of.low[month] ?? null,
        of.high[month] ?? null,
        of.mean[12 * Math.ceil(month / 12)] ?? null,
        of.mean[58] ?? null,
        target.probability,
        target.low,
        target.high,
        gap?.mean[34] ?? null,
        gap?.mean[month] ?? null,
        adoption.mean[58] ?? null,
        cost.total,
        cost.perAddedSustainedAdopter,
      ];
    }),
  };
}
