import { type PairedBarsData, when } from "@uptake/charts";
import type { LessonTold } from "@uptake/study/questions";
import type { Source, Table } from "../../kit/table.js";
import { lessonsWords as say } from "../../words/lessons.js";
import { type Place, places } from "./trial.js";

/** Holds the answers of a lesson that are those of where its sliders stand. */
export type LessonAnswers = Readonly<Partial<Record<Place, LessonTold>>>;

/** Says how a lesson's plan comes out against one of equal cost: beyond chance, or not to be told. */
export type Outcome = "ahead" | "behind" | "even";

/** Tells how a lesson's plan comes out: ahead or behind where the 95% interval of the difference lies on one side of zero. */
export function outcomeOf({ difference: { low, high } }: Pick<LessonTold, "difference">): Outcome {
  if (low !== null && low > 0) return "ahead";
  return high !== null && high < 0 ? "behind" : "even";
}

/** Says how a lesson comes out where its sliders stand; nothing while an answer is missing. */
export function verdictOf({
  win,
  ordinary,
  loss,
}: LessonAnswers): readonly [verdict: string, rest: string] | undefined {
  if (!win || !ordinary || !loss) return undefined;
  return [say.verdict(outcomeOf(win), outcomeOf(loss)), say.ordinarily(outcomeOf(ordinary))];
}

const toldIn = (answers: LessonAnswers): (readonly [Place, LessonTold])[] =>
  places.flatMap((place) => {
    const told = answers[place];
    return told ? [[place, told] as const] : [];
  });

/** Makes the figure of a lesson: both plans in each place that has an answer. */
export function barsOf(answers: LessonAnswers): PairedBarsData | undefined {
  const all = toldIn(answers);
  const first = all[0]?.[1];
  if (!first) return undefined;
  const { replicates, worlds, parameters, seed, version } = first;
  return {
    ...{ replicates, worlds, parameters, seed, version },
    ...say.bars,
    rows: all.flatMap(([place, { using, instead, difference, series, month }]) => {
      const { estimate: value, low, high } = difference;
      const [a, b] = [instead.reached.mean, using.reached.mean];
      if (a === null || b === null || value === null) return [];
      const { of, short } = say.measures[series] ?? { of: series, short: series };
      const year = when(month);
      return [{ label: say.row(place, short, month), of: `${of} in ${year}`, a, b, difference: { value, low, high } }];
    }),
  };
}

/** Gives all numbers of a lesson's figure. */
export function tableOf(answers: LessonAnswers): Table {
  return {
    columns: [...say.columns],
    rows: toldIn(answers).map(([place, told]) => {
      const { using, instead, difference, series, month, ahead, behind, replicates } = told;
      return [
        ...[say.places[place], say.measures[series]?.of ?? series, when(month)],
        ...[using, instead].flatMap(({ reached: { mean, low, high } }) => [mean, low, high]),
        ...[difference.estimate, difference.low, difference.high, ahead, behind, replicates],
        ...[using, instead].flatMap(({ plannedCost, spent }) => [plannedCost, spent.mean]),
      ];
    }),
  };
}

/** Says what a lesson's figure comes from. */
export function sourceOf(answers: LessonAnswers, version: string): Source {
  const all = toldIn(answers).map(([, told]) => told);
  return {
    replicates: all.reduce((runs, { replicates }) => runs + 2 * replicates, 0),
    seed: all[0]?.seed ?? "",
    version,
  };
}

/** Says, for one place, in how many worlds the lesson's plan is ahead and what both cost. */
export function factsOf(told: LessonTold): string {
  const { ahead, replicates, using, instead } = told;
  return say.facts(ahead, replicates, using.plannedCost, [using.spent.mean, instead.spent.mean]);
}
