import type { Scenario } from "@uptake/model";
import type { Interval, StudyMorris, StudySobol } from "@uptake/study/sensitivity";
import { describeOutcome } from "../../words/describe-outcome.ts";
import { count, counted } from "../../words/format.ts";
import { joined } from "../../words/joined.ts";
import type { StudyAnswer } from "../study-kind.ts";
import type { SobolInput } from "./sensitivity-schema.ts";
import { effectsTable, indicesTable } from "./sensitivity-tables.ts";
import { explainedOutcome, settingNotes, shareOfVariance } from "./sensitivity-words.ts";

function sobolSentence(found: StudySobol, scenario: Scenario): string {
  const { indices, leaders, othersAlike } = found;
  const { luck } = indices;
  const of = explainedOutcome(found, scenario);
  if (!luck || luck.total.estimate === null) return `Where ${of} comes from cannot be told: ${indices.reason}.`;
  const by = new Map(indices.factors.map((factor) => [factor.name, factor]));
  const first = by.get(leaders[0] ?? "");
  const known = !first
    ? "no parameter has a part in it that could be seen"
    : leaders.length === 1
      ? `the largest known source is ${first.name}, ${shareOfVariance(first.first)} alone and ${shareOfVariance(first.total)} with what it does together with others`
      : `the largest known sources, which cannot be told apart at this size, are ${joined(leaders.slice(0, 4))}${leaders.length > 4 ? ` and ${leaders.length - 4} more` : ""} (${first.name}: ${shareOfVariance(first.total)})`;
  const others = othersAlike === true ? "; differences between the others cannot be told at this size" : "";
  const chance = `${shareOfVariance(luck.total)} involves luck, ${shareOfVariance(luck.first)} luck alone`;
  return `Of the variance of ${of}, ${chance}; ${known}${others} (${counted(found.runs, "run")} with ${counted(indices.factors.length, "parameter")} varied, 95% intervals).`;
}

/** Turns shares of the variance into what is told of them; `screening` chose the parameters, where there were too many. */
export function answerSobol(
  found: StudySobol,
  screening: StudyMorris | null,
  scenario: Scenario,
  input: SobolInput,
): StudyAnswer {
  const { indices, seed, version, runs } = found;
  const { luck } = indices;
  const { checksums, ...rest } = found;
  const { checksums: before = [], ...screened } = screening ?? {};
  const of = describeOutcome(found.outcome, scenario);
  const none: Interval = { estimate: null, low: null, high: null };
  const bar = ({ estimate, low, high }: Interval) => ({ value: estimate ?? Number.NaN, low, high });
  const data = {
    of,
    bars: indices.factors.map(({ name: label, first, total }) => ({ label, first: bar(first), total: bar(total) })),
    luck: { first: bar(luck?.first ?? none), total: bar(luck?.total ?? none) },
    replicates: runs,
    parameters: "fixed" as const,
    seed,
    version,
  };
  const told = luck !== null && luck.total.estimate !== null;
  const chosen = screening
    ? [
        `The ${indices.factors.length} parameters are the most influential of ${screening.factors.length} in a Morris screening of ${count(screening.trajectories)} trajectories; the others are held, so their part is not in the variance.${screening.screening.tooFew ? ` The screening is rough: ${screening.screening.reason}.` : ""}`,
      ]
    : [];
  return {
    sentence: sobolSentence(found, scenario),
    notes: [
      ...(indices.tooFew ? [`Too few base samples to tell as finely as asked: ${indices.reason}.`] : []),
      ...(told
        ? [
            "What an input does alone is its first-order index, and what involves it at all, also together with others, its total index; of luck both are given too. Totals count what inputs do together, so they may sum to over 100%; by chance of the sample, an index alone may come out above the total.",
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
            draw: (charts, options) => charts.sobolBars(data, options),
          },
        ]
      : [],
    tables: [indicesTable(found), ...(screening ? [effectsTable(screening)] : [])],
    data: { ...rest, distribution: input.distribution, screening: screening ? screened : null },
    checksums: [...before, ...checksums],
  };
}
