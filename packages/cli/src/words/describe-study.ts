import type { Beliefs } from "@uptake/model";
import { targetWords } from "@uptake/study/target";
import type { Answer } from "./answer.ts";
import { countWorlds } from "./count-worlds.ts";
import { describeForecasts } from "./describe-forecasts.ts";
import { chanceOf, describeDependence } from "./describe-headline.ts";
import { describeSuspect, type Entry } from "./describe-suspect.ts";
import { capital, counted, dollars, interval, percent, points, sparkline, when } from "./format.ts";
import { joined } from "./joined.ts";
import { targetSummary } from "./run-answer.ts";
import { table } from "./text-table.ts";

const at = (column: readonly (number | null)[] | undefined, month: number): number | null => column?.[month] ?? null;

/** Names an index for the head of a column, as in `May year 3`. */
const short = (month: number): string => when(month).replace(/ (of|after) /, " ");

/** Asks the question that strategies are compared for. */
export function studyQuestion({ target }: Answer): string {
  const { of, share, month } = target;
  return of === "teachers" && share === 0.8 && month === 34
    ? "Can a strategy take a teaching practice from 15% to 80% of this district's teachers in three years?"
    : `Can a strategy bring this district to ${percent(share)} ${targetWords[of].who} by ${when(month)}?`;
}

/** Writes the table that compares strategies, one a row; all have the target of the first. */
export function studyTable(entries: readonly Entry[]): string {
  const { share = 0.8, month = 34, of = "teachers" } = entries[0]?.answer.target ?? {};
  const name = capital(targetWords[of].short);
  const summer = 12 * Math.ceil(month / 12);
  const [, august = ""] = /^August (.*)$/.exec(short(summer)) ?? [];
  const head = [
    ["", `${name},`, "", "", "Chance", "", "Gap,", `${name},`, "", "Cost per", `${name} by month,`],
    [
      "",
      short(month),
      "95%",
      "August",
      `of ${percent(share)},`,
      "95%",
      "low–high",
      "May year 5",
      "",
      "added",
      "0–100%",
    ],
    [
      "Strategy",
      "(mean)",
      "interval",
      august,
      short(month),
      "interval",
      "poverty",
      "(unfunded)",
      "Cost",
      "adopter",
      "(5 years)",
    ],
  ];
  const rows = entries.map(({ title, answer }) => {
    const { target, gap, cost } = answer;
    const reached = targetSummary(answer);
    return [
      title,
      percent(at(reached.mean, month)),
      interval(at(reached.low, month), at(reached.high, month)),
      percent(at(reached.mean, summer)),
      percent(target.probability),
      interval(target.low, target.high),
      points(at(gap?.mean, month)),
      percent(at(reached.mean, 58)),
      dollars(cost.total),
      cost.perAddedSustainedAdopter === null ? "undefined" : dollars(cost.perAddedSustainedAdopter),
      sparkline(reached.mean.filter((_, index) => index % 4 === 0)),
    ];
  });
  return `${table([...head, ...rows], [0, 10])}${captionOf(entries, targetWords[of].short)}`;
}

/** Says under the table what its numbers are, and where the intervals stand that it leaves out; of one replicate there are none. */
function captionOf(entries: readonly Entry[], name: string): string {
  const [first] = entries;
  if (!first) return "";
  const { replicates, scenario } = first.answer;
  const alike = entries.every(({ answer }) => answer.replicates === replicates);
  const many = alike ? counted(replicates, "replicate") : "the replicates of each strategy";
  const known = entries.some(({ answer }) => answer.cost.low !== null);
  const where = known
    ? `95% intervals that are not in the table: of ${name} and the gap in series.csv, of the cost in cost.csv, of the cost per added adopter in answer.json.\n`
    : "";
  return `${capital(name)}, gap and cost are means over ${many}; costs are of the whole run (${counted(scenario.horizon, "month")}), in dollars of 2024.\n${where}`;
}

/** Says what a chance is, given what is believed. */
function meaningOfChance({ worlds, level }: Beliefs): string {
  const from = worlds === null ? "kept from wide priors for the patterns they show" : `those of ${worlds.source}`;
  const effects = level === null ? "in which any lesson may have no effect" : `with every effect at its ${level} level`;
  return `A chance is the share of worlds, ${from}, ${effects}: it says what is believed possible, and is no forecast.`;
}

const reachedAt = ({ answer }: Entry): number | null => at(targetSummary(answer).mean, answer.target.month);

/** Returns the strategy with the best chance of the target, of several the one that comes nearest; none beyond the horizon. */
export function bestOf(entries: readonly Entry[]): Entry | undefined {
  const ranked = entries.filter(({ answer }) => answer.target.probability !== null);
  const by = (one: Entry): number => (one.answer.target.probability as number) * 1000 + (reachedAt(one) ?? 0);
  return ranked.reduce<Entry | undefined>((a, b) => (a === undefined || by(b) > by(a) ? b : a), undefined);
}

/** Says which strategy has the best chance of the target, in a sentence. */
export function startSentence(entries: readonly Entry[]): string {
  const { month = 34, ...goal } = entries[0]?.answer.target ?? ({ share: 0.8, of: "teachers" } as const);
  const best = bestOf(entries);
  if (!best) return `The horizon ends before ${when(month)}, so there is no chance of ${chanceOf(goal)} to report.`;
  const { target } = best.answer;
  if (target.probability === 0)
    return `No strategy took the district to ${percent(goal.share)} ${goal.of === "teachers" ? "of its teachers" : targetWords[goal.of].who} by ${when(month)} in any of ${countWorlds(best.answer)}; “${best.title}” came nearest, at ${percent(reachedAt(best))} on average.`;
  const equal = entries.filter(({ answer }) => answer.target.probability === target.probability);
  const names = joined(equal.map(({ title }) => `“${title}”`));
  return `${names} ${equal.length === 1 ? "has" : "have"} the best chance of ${percent(goal.share)} ${targetWords[goal.of].who} by ${when(month)}: ${percent(target.probability)}${equal.length === 1 ? "" : " each"} (95% interval ${interval(target.low, target.high)}, ${countWorlds(best.answer)}).`;
}

/** Says in a few sentences what the table means. */
export function studyMeaning(entries: readonly Entry[]): string {
  const best = bestOf(entries);
  if (!best) return `${startSentence(entries)}\n${describeSuspect(entries)}`;
  const sentences = [
    startSentence(entries),
    describeDependence(best.answer, best.title).trimEnd(),
    meaningOfChance(best.answer.scenario.parameters),
    describeForecasts(best.answer).trimEnd(),
  ];
  return `${sentences.filter((sentence) => sentence !== "").join("\n")}\n${describeSuspect(entries)}`;
}
