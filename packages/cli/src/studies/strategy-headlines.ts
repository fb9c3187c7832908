import type { Scenario } from "@uptake/model";
import { type Belief, type Decisive, decisiveParameter, mostBelievedRuns, underBeliefs } from "@uptake/study/beliefs";
import { targetWords } from "@uptake/study/target";
import { integer, number, text } from "../tables/columns.ts";
import type { AnswerTable, Column } from "../tables/table.ts";
import { describeDecisive } from "../words/describe-decisive.ts";
import { chanceOf, headlineOutcome, worldsOfQuartiles } from "../words/describe-headline.ts";
import { counted, percent } from "../words/format.ts";
import type { Headline } from "../words/headline.ts";
import { joined } from "../words/joined.ts";
import type { NamedPlan, StudyAnswer, StudyContext } from "./study-kind.ts";

/** Says in which replicates headlines are told, and what else is compared. */
export interface HeadlineOptions {
  /** Replicates of the study, of which at most {@link mostBelievedRuns} are run under each belief, and their numbers (default from 0). */
  readonly replicates: number;
  readonly numbers?: readonly number[];
}

/** Holds a headline, and what decides the difference from the baseline where there is one. */
export interface PlanHeadline extends Headline {
  readonly decidesDifference?: Decisive;
}

/**
 * Adds to an answer the headline of its plans under three levels of the effects of lessons and with effects in common, and
 * the number that decides most: as a note a plan, a table, data, and the checksums of the runs that were made for it.
 */
export async function withHeadlines(
  answer: StudyAnswer,
  plans: readonly NamedPlan[],
  { evaluate, progress, signal, seed }: StudyContext,
  { replicates, numbers }: HeadlineOptions,
): Promise<StudyAnswer> {
  const among = numbers === undefined ? {} : { numbers };
  const found = await underBeliefs(
    plans.map(({ scenario }) => scenario),
    {
      evaluate,
      signal,
      seed,
      ...among,
      replicates: Math.min(mostBelievedRuns, replicates),
      asSet: true,
      onProgress: (done, total) => progress("Simulating under other beliefs", done, total),
    },
  );
  const runs = { seed, ...among };
  const headlines = plans.map(({ name, scenario }, p): PlanHeadline => {
    const reached = found.reached[p] as readonly number[];
    const decides = decisiveParameter(scenario, reached, runs);
    return { ...(found.headlines[p] as Headline), name, decides };
  });
  return {
    ...answer,
    notes: [...answer.notes, ...headlineNotes(headlines, plans[0]?.scenario, found.failures.length)],
    tables: [...answer.tables, beliefsTable(headlines)],
    plans,
    data: { ...(answer.data as object), headlines },
    checksums: [...answer.checksums, ...found.checksums],
  };
}

/** Says what plans come to under each belief, what the levels are, and how many of these runs `failed`. */
export function headlineNotes(
  headlines: readonly PlanHeadline[],
  scenario: Scenario | undefined,
  failed: number,
): string[] {
  return [
    ...headlines.flatMap((one) => sentencesOf(one, headlines[0]?.name ?? "")),
    ...(scenario && headlines.some(({ beliefs }) => beliefs.length > 1)
      ? [
          `Levels hold every effect of a lesson or lever at its first quartile (sceptical), median (central) or third quartile (hopeful) among ${worldsOfQuartiles(scenario)}, costs of levers at the opposite one; tied effects all succeed or fail together. Numbers given in the scenario keep what was given.`,
        ]
      : []),
    ...(failed > 0 ? [`${counted(failed, "run")} under other beliefs failed and are left out.`] : []),
  ];
}

/** Says in a sentence what a plan comes to under each belief, and in another which number decides. */
function sentencesOf(headline: PlanHeadline, baseline: string): string[] {
  const { name, replicates, beliefs, decides, decidesDifference } = headline;
  const decided =
    decidesDifference === undefined
      ? `“${name}”: ${describeDecisive(decides, headlineOutcome(headline))}`
      : `“${name}” less “${baseline}”: ${describeDecisive(decidesDifference, `the difference in ${headlineOutcome(headline)}`)}`;
  if (beliefs.length < 2) return [decided];
  const shares = beliefs.map(({ belief, reached }) => `${percent(reached.mean)} ${within[belief]}`);
  const chances = beliefs.map(({ chance }) => chance.probability);
  const chance = chances.includes(null)
    ? ""
    : `; the chance of ${chanceOf(headline)} is ${joined(chances.map(percent))}, in that order`;
  const [first] = beliefs;
  const set =
    first?.belief === "as set" && first.reached.replicates !== replicates ? first.reached.replicates : undefined;
  const runs = `${counted(replicates, "replicate")} each${set === undefined ? "" : `, ${counted(set, "replicate")} as set`}`;
  return [`“${name}”: ${headlineOutcome(headline)} is ${joined(shares)}${chance} (${runs}).`, decided];
}

const within: Readonly<Record<Belief | "as set", string>> = {
  "as set": "as set",
  sceptical: "with sceptical effects of lessons",
  central: "with central ones",
  hopeful: "with hopeful ones",
  common: "with tied ones",
};

const names: Readonly<Record<Belief | "as set", string>> = {
  "as set": "as set",
  sceptical: "sceptical",
  central: "central",
  hopeful: "hopeful",
  common: "tied",
};

/** Writes plans under each belief as a table. */
export function beliefsTable(headlines: readonly Headline[]): AnswerTable {
  const unit = targetWords[headlines[0]?.of ?? "teachers"].unit;
  const share = (name: string, doc: string): Column => number(name, unit, doc);
  const chance = (name: string, doc: string): Column => number(name, "chance", doc);
  return {
    name: "beliefs",
    doc: "Each plan as set, with the effects of lessons at three levels, and with effects that all succeed or fail together.",
    columns: [
      text("strategy", "plan"),
      text("effects", "what is believed of the effects of lessons and levers"),
      integer("month", "months", "index at which it is read"),
      text("of", "what the target is of: teachers, students, deep, sign-ups or schools"),
      share("reached", "mean of what the target is of (adoption, for teachers)"),
      share("reached_low", "lower end of its 95% interval"),
      share("reached_high", "upper end of its 95% interval"),
      chance("chance", "chance of the target"),
      chance("chance_low", "lower end of its 95% interval"),
      chance("chance_high", "upper end of its 95% interval"),
      integer("replicates", "replicates", "runs"),
    ],
    rows: headlines.flatMap(({ name, month, of, beliefs }) =>
      beliefs.map(({ belief, reached, chance: target }) => [
        name,
        names[belief],
        month,
        of,
        reached.mean,
        reached.low,
        reached.high,
        target.probability,
        target.low,
        target.high,
        reached.replicates,
      ]),
    ),
  };
}
