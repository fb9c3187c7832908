import { targetWords } from "@uptake/study/target";
import type { Answer, Interval } from "./answer.ts";
import { countWorlds, repeatsWorlds } from "./count-worlds.ts";
import { describeBeliefs } from "./describe-beliefs.ts";
import { describeForecasts } from "./describe-forecasts.ts";
import { describeFunnel } from "./describe-funnel.ts";
import { chanceOf, describeDependence, describeHeadline } from "./describe-headline.ts";
import { describeOwnSchools } from "./describe-own-schools.ts";
import { describeSuspect } from "./describe-suspect.ts";
import { describeUnknown } from "./describe-unknown.ts";
import {
  capital,
  counted,
  countedMonths,
  dollarInterval,
  dollars,
  inMonth,
  interval,
  percent,
  points,
  sparkline,
  when,
} from "./format.ts";
import { targetSummary } from "./run-answer.ts";
import { runSentence } from "./run-sentence.ts";
import { table } from "./text-table.ts";

/** Says where, how often and from what an answer comes, in two lines, and one for each belief that is not as it ships. */
export function describeSetting(answer: Answer): string {
  const { district, seed, version, scenario } = answer;
  const beliefs = describeBeliefs(scenario.parameters);
  return `${district.name}: ${counted(district.schools, "school")}, ${counted(district.teachers, "teacher")}, ${counted(district.students, "student")}
${replicatesIn(answer)}; seed “${seed}”; uptake ${version}
${beliefs.map((line) => `${line}\n`).join("")}`;
}

/** Says how many replicates there are, and in which worlds. */
function replicatesIn(answer: Answer): string {
  const { replicates, parameters, scenario } = answer;
  const own = scenario.parameters.worlds?.source;
  if (repeatsWorlds(answer)) return own ? `${countWorlds(answer)} of ${own}` : countWorlds(answer, "kept world");
  const all = replicates === 1 ? "" : parameters === "fixed" ? "all " : "each ";
  const worlds = {
    fixed: `in the fixed world${describeBeliefs(scenario.parameters).length === 0 ? "" : ", but for what follows"}`,
    sampled: `in a world of its own from ${own ?? "the kept worlds"}`,
    priors: "in a world of its own drawn from the priors",
  }[parameters];
  return `${counted(replicates, "replicate")}, ${all}${worlds}`;
}

/** Says what intervals are of, and what outcomes spread over. */
function spreadNote(answer: Answer): string {
  if (answer.parameters === "fixed")
    return "95% interval: of the mean, over luck in one world. p10–p90: spread of outcomes over luck in one world.";
  const unit = repeatsWorlds(answer) ? ", with the world as the unit" : "";
  return `95% interval: of the mean${unit}. p10–p90: spread of outcomes over worlds and luck.`;
}

/** Writes the chance of the target as a sentence. */
export function describeTarget({ target, replicates }: Answer): string {
  const { share, month, of, probability, low, high } = target;
  if (probability === null)
    return `The horizon ends before ${when(month)}, so there is no chance of ${chanceOf(target)} to report.\n`;
  const goal =
    of === "teachers"
      ? `of at least ${percent(share)} of teachers`
      : `that at least ${percent(share)} ${targetWords[of].clause}`;
  return `Chance ${goal} ${inMonth(month)}: ${percent(probability)} (95% interval ${interval(low, high)}, ${counted(replicates, "replicate")}).\n`;
}

/** Writes how long the target's share takes to be reached, and how much is lacking where it is not, in one or two sentences. */
function describeWaiting({ timeToTarget, target, shortfallWhenMissed: missed, adoption }: Answer): string {
  const { median, medianLow, medianHigh, reached } = timeToTarget.momentary;
  const share = chanceOf(target);
  const within = `reached within ${adoption.month.length - 1} months in ${percent(reached.probability)} of replicates (95% interval ${interval(reached.low, reached.high)})`;
  const ends = `95% interval ${medianLow ?? "–"} to ${medianHigh ?? "more"}`;
  const time =
    median === null
      ? `${share} is ${within}, so not by half of them.`
      : `Median time to ${share}: ${countedMonths(median)} (${ends}); ${within}.`;
  if (missed.mean === null) return `${time}\n`;
  const lacking = Math.round(missed.mean * 100);
  return `${time} Where ${when(target.month)} misses it, ${lacking === 0 ? "less than a point is" : `${counted(lacking, "point")} ${lacking === 1 ? "is" : "are"}`} lacking on average.\n`;
}

/** Writes a cost per unit with its interval, or why there is none. */
function per(value: number | null, range: Interval | null, reason: string | undefined): string {
  if (value === null || range === null) return `undefined, as ${reason}`;
  return `${dollars(value)} (95% interval ${dollarInterval(range.low, range.high)})`;
}

/** Says what is left of the practice two years after funding ends. */
function describeSustained({ sustained, target }: Answer): string {
  const { month, mean, low, high } = sustained;
  const what = `${capital(targetWords[target.of].measure)} two years after funding ends (${when(month)})`;
  return mean === null
    ? `${what}: –, as the horizon is shorter.\n`
    : `${what}: ${percent(mean)} (95% interval ${interval(low, high)}).\n`;
}

/** Says what a plan costs, in all and for what it adds. */
function describeCost({ cost, replicates }: Answer): string {
  return `Cost: ${dollars(cost.total)} of 2024 (95% interval ${dollarInterval(cost.low, cost.high)}, ${counted(replicates, "replicate")}; p10–p90 ${dollarInterval(cost.p10, cost.p90)}); per added sustained adopter: ${per(cost.perAddedSustainedAdopter, cost.perAddedSustainedAdopterInterval, cost.perAddedSustainedAdopterReason)}.
Per added student-year with a deep teacher: ${per(cost.perAddedStudentYear, cost.perAddedStudentYearInterval, cost.perAddedStudentYearReason)}.
`;
}

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");

/** Says what the answer of a run rests on, and what else it comes to, a sentence or two each. */
export function runNotes(answer: Answer): string[] {
  const told = [
    describeDependence(answer),
    describeWaiting(answer),
    describeOwnSchools(answer),
    describeSustained(answer),
    describeCost(answer),
    describeSuspect([{ title: answer.scenario.name, answer }]),
    `${spreadNote(answer)}\n`,
  ];
  return told.flatMap(linesOf);
}

/** Writes an answer for people; `budget` says how the plan was brought to one. */
export function describeRun(answer: Answer, budget: readonly string[] = []): string {
  const { adoption, gap, depth50, label, sustained, scenario } = answer;
  const { of } = answer.target;
  const reached = targetSummary(answer);
  const last = adoption.month.length - 1;
  const months = [...new Set([0, 10, 22, 34, 36, 46, 58, answer.target.month, sustained.month, last])]
    .filter((month) => month <= last)
    .sort((a, b) => a - b);
  const at = (column: readonly (number | null)[] | undefined, month: number): number | null => column?.[month] ?? null;
  // What the target is of stands first, with its intervals.
  const others = (
    [
      ["teachers", adoption],
      ["sign-ups", label],
      ["deep", depth50],
    ] as const
  ).filter(([kind]) => kind !== of);
  const rows = months.map((month) => [
    when(month),
    percent(at(reached.mean, month)),
    interval(at(reached.low, month), at(reached.high, month)),
    interval(at(reached.p10, month), at(reached.p90, month)),
    ...others.map(([, series]) => percent(at(series?.mean, month))),
    points(at(gap?.mean, month)),
  ]);
  const head = [
    "",
    targetWords[of].short,
    "95% interval",
    "p10–p90",
    ...others.map(([kind]) => targetWords[kind].short),
    "gap",
  ];
  return `${scenario.name}
${describeSetting(answer)}${[...describeUnknown(scenario), ...budget].map((line) => `${line}\n`).join("")}
${runSentence(answer)}

${table([head, ...rows])}
${sparkline(reached.mean.filter((_, month) => month % 3 === 0))}  ${targetWords[of].short} every three months, on a scale of 0 to 100%

${describeOwnSchools(answer)}${describeTarget(answer)}${describeDependence(answer)}${describeForecasts(answer)}${describeWaiting(answer)}${describeSustained(answer)}${describeCost(answer)}${describeSuspect([{ title: scenario.name, answer }])}
${describeHeadline(answer)}
${describeFunnel(answer)}
adoption: teachers who use or own the practice. sign-ups: trying as well. deep: using at depth .5 or more.
${of === "students" || of === "schools" ? `${targetWords[of].short}: ${targetWords[of].doc}.\n` : ""}${spreadNote(answer)}
gap: low-poverty schools less high-poverty schools, in points.
`;
}
