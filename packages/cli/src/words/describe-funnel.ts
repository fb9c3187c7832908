import { type FunnelSeries, flowNames, stockNames } from "@uptake/model";
import {
  describeBottlenecks,
  type FunnelAt,
  type FunnelEstimate,
  funnelPart,
  funnelWords,
  stillSentence,
} from "@uptake/study/funnel";
import type { Answer } from "./answer.ts";
import type { Entry } from "./describe-suspect.ts";
import { count, when } from "./format.ts";
import { table } from "./text-table.ts";

/** Flows of teachers; those who left while using are among those who left. */
const flows: readonly FunnelSeries[] = flowNames.filter((name) => name !== "leftUsing");

/** Writes a mean count: whole from ten on, else with a decimal. */
const mean = (value: number): string => (value >= 9.95 ? count(value) : String(Number(value.toFixed(1))));

/** Writes a mean count with its interval, as in `47 (45–50)`. */
function withInterval({ mean: value, low, high }: FunnelEstimate): string {
  if (value === null) return "–";
  return low === null || high === null || mean(low) === mean(high)
    ? mean(value)
    : `${mean(value)} (${mean(low)}–${mean(high)})`;
}

const short = ({ mean: value }: FunnelEstimate): string => (value === null ? "–" : mean(value));

/** Writes who is where at the month of a funnel, and who came through up to it: two columns a plan. */
function funnelTable(heads: readonly string[], funnels: readonly FunnelAt[], cell: typeof short): string {
  const parts = funnels.flatMap((funnel) => [funnelPart(funnel, "member"), funnelPart(funnel, "other")]);
  const row = (label: string, series: FunnelSeries): string[] => [
    label,
    ...parts.map(({ counts }) => cell(counts[series])),
  ];
  return table([
    ["", ...heads],
    row("schools", "schools"),
    ["teachers who"],
    ...stockNames.map((series) => row(`  ${funnelWords[series].label}`, series)),
    ["since the start, times a teacher"],
    ...flows.map((series) => row(`  ${funnelWords[series].label}`, series)),
  ]);
}

/** Says how many schools were asked, joined and left, in all. */
export function schoolsSentence(funnel: FunnelAt): string {
  const { counts } = funnelPart(funnel, "all");
  const members = funnelPart(funnel, "member").counts.schools;
  return `Schools: ${withInterval(counts.invited)} of ${short(counts.schools)} were asked to join, ${withInterval(counts.joined)} joined, ${withInterval(counts.dropped)} left, ${withInterval(members)} are in the programme then.`;
}

/** Says where a plan gets stuck, in a sentence, and of which steps nothing can be told, in another. */
function bottleneckSentences({ bottleneck }: Answer): string[] {
  if (!bottleneck) return [];
  const still = stillSentence(bottleneck);
  return [describeBottlenecks(bottleneck, bottleneck), ...(still === "" ? [] : [still])];
}

const counted =
  "A school or a teacher that takes a step again is counted again, by whether the school was in the programme in that month.";

/** Writes where schools and teachers of one plan get stuck; empty where its ensemble has no funnel. */
export function describeFunnel(answer: Answer): string {
  const { funnel } = answer;
  if (!funnel) return "";
  const lines = [schoolsSentence(funnel), counted, ...bottleneckSentences(answer)];
  return `Where people get stuck, by ${when(funnel.month)}: mean counts (95% intervals)
${funnelTable(["member schools", "other schools"], [funnel], withInterval)}${lines.map((line) => `${line}\n`).join("")}`;
}

/** Writes the same of plans side by side, without the intervals of the counts. */
export function describeFunnels(entries: readonly Entry[]): string {
  const told = entries.flatMap(({ title, answer }) =>
    answer.funnel ? [{ title, answer, funnel: answer.funnel }] : [],
  );
  const [first] = told;
  if (!first) return "";
  const letter = (title: string): string => title.replace(/:.*$/, "");
  const heads = told.flatMap(({ title }) => [`${letter(title)}: members`, `${letter(title)}: others`]);
  const lines = told.flatMap(({ title, answer, funnel }) =>
    [schoolsSentence(funnel), ...bottleneckSentences(answer)].map((line) => `${letter(title)}: ${line}`),
  );
  return `Where people get stuck, by ${when(first.funnel.month)}: mean counts
${funnelTable(
  heads,
  told.map(({ funnel }) => funnel),
  short,
)}${[counted, ...lines].map((line) => `${line}\n`).join("")}`;
}
