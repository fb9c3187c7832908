import type { Decisive } from "@uptake/study/beliefs";
import { targetWords } from "@uptake/study/target";
import type { Answer } from "./answer.ts";
import { describeDecisive } from "./describe-decisive.ts";
import { describeForecasts } from "./describe-forecasts.ts";
import { describeFunnels } from "./describe-funnel.ts";
import { describeDependence, headlineOutcome, headlineTable } from "./describe-headline.ts";
import { describeSetting, describeTarget } from "./describe-run.ts";
import { describeSuspect } from "./describe-suspect.ts";
import { describeUnknown } from "./describe-unknown.ts";
import { counted, percent, points, sparkline, when } from "./format.ts";
import { targetSummary } from "./run-answer.ts";
import { table } from "./text-table.ts";

/** Holds what is told of two plans, A and B. */
export interface TwoPlans {
  readonly a: Answer;
  readonly b: Answer;
  /** B less A in what the target is of, by month. */
  readonly difference: {
    readonly mean: readonly (number | null)[];
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
  };
  /** Says what the difference is at the target's month, and what ended the adding of replicates. */
  readonly sentences: readonly string[];
  /** Says how the plans were brought to a budget. */
  readonly budget: readonly string[];
  /** What decides the difference. */
  readonly decides: Decisive;
}

/** Writes the difference month by month, beside what each plan comes to. */
function monthsTable({ a, b, difference }: TwoPlans): string {
  const { of, month: asked } = a.target;
  const [withA, withB] = [targetSummary(a), targetSummary(b)];
  const last = a.adoption.month.length - 1;
  const months = [...new Set([0, 10, 22, 34, 36, 46, 58, asked, last])]
    .filter((month) => month <= last)
    .sort((x, y) => x - y);
  const at = (column: readonly (number | null)[], month: number): number | null => column[month] ?? null;
  const rows = months.map((month) => [
    when(month),
    percent(at(withA.mean, month)),
    percent(at(withB.mean, month)),
    points(at(difference.mean, month)),
    `${points(at(difference.low, month))} to ${points(at(difference.high, month))}`,
  ]);
  return table([[targetWords[of].short, "A", "B", "B less A, points", "95% interval"], ...rows]);
}

/** Writes two plans side by side for people. */
export function describeCompare(told: TwoPlans): string {
  const { a, b, sentences, budget, decides } = told;
  const entries = [
    { title: `A: ${a.scenario.name}`, answer: a },
    { title: `B: ${b.scenario.name}`, answer: b },
  ];
  const { short } = targetWords[a.target.of];
  const unknown = [a, b].flatMap(({ scenario }, i) =>
    describeUnknown(scenario).map((line) => `${i === 0 ? "A" : "B"}: ${line}\n`),
  );
  const line = (answer: Answer): string => sparkline(targetSummary(answer).mean.filter((_, month) => month % 3 === 0));
  return `A: ${a.scenario.name}
B: ${b.scenario.name}
${describeSetting(a)}${unknown.join("")}${budget.map((one) => `${one}\n`).join("")}
${sentences.join("\n")}

${monthsTable(told)}
A ${line(a)}
B ${line(b)}  ${short} every three months, on a scale of 0 to 100%

A: ${describeTarget(a)}${describeDependence(a)}B: ${describeTarget(b)}${describeDependence(b)}${describeForecasts(a) || describeForecasts(b)}
The difference is paired: both ran in the same ${a.parameters === "fixed" ? "world" : counted(a.worlds, "world")} with the same luck.
${describeSuspect(entries)}
${describeFunnels(entries)}
${headlineTable(entries)}${a.headline ? `${describeDecisive(decides, `the difference in ${headlineOutcome(a.headline)}`)}\n` : ""}`;
}
