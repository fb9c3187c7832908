import type { Ranked, RankedPair, RivalRanking, Rivals } from "@uptake/study/rivals";
import { integer, number, text, yesNo } from "../../tables/columns.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { countWorlds, sharedOf } from "../../words/count-worlds.ts";
import { counted, dollars, percent, points, when } from "../../words/format.ts";
import { meanOfSeries, seriesUnit } from "../../words/series-words.ts";
import type { StudyAnswer } from "../study-kind.ts";

/** Turns a ranking under rival assumptions into what is told of it. */
export function answerRivals(found: Rivals): StudyAnswer {
  const { checksums, ...data } = found;
  return {
    sentence: `${orderSentence(found)} ${flipSentence(found)}`,
    notes: notesOf(found),
    figures: [],
    tables: [rankingTable(found), pairTable(found)],
    data: { ...data, checksums },
    checksums,
  };
}

const worldsOf = (found: Rivals): string =>
  `${countWorlds(found, found.parameters === "sampled" ? "kept world" : "world")}${found.parameters === "priors" ? " of the priors" : ""}`;

function written({ measure }: Rivals, value: number | null): string {
  if (measure.series === "cost") return dollars(value);
  if (measure.series === "teachers") return value === null ? "–" : value.toPrecision(3);
  return percent(value);
}

/** Writes a difference of the measure with its sign. */
function difference({ measure }: Rivals, value: number | null): string {
  if (measure.series === "cost") return dollars(value);
  if (measure.series === "teachers") return value === null ? "–" : value.toPrecision(3);
  return `${points(value)} points`;
}

function orderSentence(found: Rivals): string {
  const order = [...found.ranking].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const { series, month } = found.measure;
  const places = order.map(({ plan, mean }) => `${plan} (${written(found, mean)})`).join(", then ");
  return `In ${worldsOf(found)}, ranked by ${meanOfSeries(series)} ${month === 0 ? "at" : "in"} ${when(month)}, the order is ${places}.`;
}

function flipSentence(found: Rivals): string {
  const of = counted(found.rivals.length, "rival assumption");
  const decided = found.rivals.filter((rival) => rival.decided > 0);
  const within = found.rivals.filter((rival) => rival.decided === 0 && rival.flips > 0);
  if (found.rivals.length === 0) return "No rival assumption was tried.";
  const chance =
    within.length === 0
      ? ""
      : ` Under ${within.map(({ name }) => name).join(", ")} some means change places, within chance.`;
  if (decided.length === 0) return `It flips beyond chance under none of ${of}.${chance}`;
  const flips = decided.map((rival) => {
    const pairs = rival.pairs.filter((pair) => pair.decided).map((pair) => pairText(found, pair));
    return `under ${rival.name} ${pairs.join(" and ")}`;
  });
  return `It flips beyond chance under ${decided.length} of ${of}: ${flips.join("; ")}.${chance}`;
}

/** Says how two strategies change places: by how much, and in what share of worlds. */
function pairText(found: Rivals, { first, second, before, after, changed }: RankedPair): string {
  const share =
    changed === null
      ? ""
      : `; they change places in ${percent(changed.probability)} of ${sharedOf(found)}, 95% interval ${percent(changed.low)} to ${percent(changed.high)}`;
  return `${first} less ${second} goes from ${difference(found, before.estimate)} to ${difference(found, after.estimate)}${share}`;
}

function notesOf(found: Rivals): string[] {
  const undecided = found.rivals.flatMap(({ pairs }) => pairs.map(({ before }) => before)).slice(0, pairCount(found));
  const open = undecided.filter(({ low, high }) => low === null || high === null || (low <= 0 && high >= 0)).length;
  const most = found.rivals
    .flatMap((rival) => rival.pairs.map((pair) => ({ rival, pair })))
    .reduce<{ rival: RivalRanking; pair: RankedPair } | undefined>(
      (a, b) => (a === undefined || (b.pair.share ?? 0) > (a.pair.share ?? 0) ? b : a),
      undefined,
    );
  return [
    "A flip is beyond chance where the mean difference changes its sign and neither interval covers zero; every strategy and rival met the same worlds and luck.",
    ...(open > 0
      ? [`Of ${counted(pairCount(found), "pair")}, ${open} cannot be told apart under the assumptions made.`]
      : []),
    ...(most && (most.pair.share ?? 0) > 0
      ? [
          `Single ${sharedOf(found)} change more often than means: most under ${most.rival.name}, where ${most.pair.first} and ${most.pair.second} change places in ${percent(most.pair.share)} of ${sharedOf(found)}.`,
        ]
      : []),
    ...found.rivals.map(({ name, doc }) => `${name}: ${doc || "as written in the study"}.`),
    ...found.skipped.map(({ name, reason }) => `${name} was left out: ${reason}.`),
    ...(found.failures.length > 0 ? [`${counted(found.failures.length, "run")} failed and are left out.`] : []),
  ];
}

const pairCount = ({ ranking }: Rivals): number => (ranking.length * (ranking.length - 1)) / 2;

function rankingTable(found: Rivals): AnswerTable {
  const unit = seriesUnit(found.measure.series);
  const rows = (rival: string, series: string, ranking: readonly Ranked[]) =>
    ranking.map((one) => [
      rival,
      series,
      one.plan,
      one.rank,
      one.mean,
      one.low,
      one.high,
      one.p10,
      one.p90,
      one.replicates,
    ]);
  return {
    name: "rankings",
    doc: "One row a strategy under a set of assumptions",
    columns: [
      text("assumption", "Rival assumption, or default"),
      text("measure", "Series that is ranked by"),
      text("strategy", "Name of the strategy"),
      integer("place", "place", "Place by the mean, 1 is best; equals share it"),
      number("mean", unit, "Mean over replicates"),
      number("mean_low", unit, "Lower end of the 95% interval of the mean"),
      number("mean_high", unit, "Upper end of the 95% interval of the mean"),
      number("p10", unit, "Tenth percentile of replicates"),
      number("p90", unit, "Ninetieth percentile of replicates"),
      integer("replicates", "replicates", "Replicates with a value"),
    ],
    rows: [
      ...rows("default", found.measure.series, found.ranking),
      ...found.rivals.flatMap(({ name, series, ranking }) => rows(name, series, ranking)),
    ],
  };
}

function pairTable(found: Rivals): AnswerTable {
  const unit = seriesUnit(found.measure.series);
  const three = (name: string, when_: string): Column[] => [
    number(name, unit, `First less second ${when_}, in the same worlds and luck`),
    number(`${name}_low`, unit, "Lower end of its 95% interval"),
    number(`${name}_high`, unit, "Upper end of its 95% interval"),
  ];
  return {
    name: "flips",
    doc: "One row a pair of strategies under a rival assumption",
    columns: [
      text("rival", "Name of the rival assumption"),
      text("first", "Name of a strategy"),
      text("second", "Name of another"),
      ...three("before", "under the assumptions made"),
      ...three("after", "under the rival"),
      yesNo("flips", "Whether the mean difference changes its sign"),
      yesNo("beyond_chance", "Whether it does and neither interval covers zero"),
      number("replicates_flipped", "share of replicates", "Replicates in which the two change places"),
      number("replicates_flipped_low", "share of replicates", "Lower end of its 95% interval"),
      number("replicates_flipped_high", "share of replicates", "Upper end of its 95% interval"),
    ],
    rows: found.rivals.flatMap((rival) =>
      rival.pairs.map(({ first, second, before, after, flips, decided, changed }) => [
        ...[rival.name, first, second],
        ...[before.estimate, before.low, before.high],
        ...[after.estimate, after.low, after.high],
        ...[flips, decided],
        ...[changed?.probability ?? null, changed?.low ?? null, changed?.high ?? null],
      ]),
    ),
  };
}
