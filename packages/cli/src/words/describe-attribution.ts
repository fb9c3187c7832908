import type { Summary } from "@uptake/study";
import type { Attribution, Share } from "@uptake/study/attribute";
import type { MinimumBudget } from "@uptake/study/budget";
import { type EvaluatedTarget, targetWords } from "@uptake/study/target";
import { type CountedWorlds, countWorlds } from "./count-worlds.ts";
import { capital, counted, countedMonths, dollars, inMonth, interval, percent, when } from "./format.ts";
import { seriesName } from "./series-words.ts";

/** Names what is shared out, as in `adoption in May of year 3`. */
export function describeStatistic({ statistic: { series, month } }: Attribution): string {
  return `${seriesName(series)} ${inMonth(month)}`;
}

/** Writes a difference of shares in points with a decimal. */
function points(value: number | null): string {
  if (value === null) return "–";
  const text = (Math.abs(value) * 100).toFixed(1);
  return `${value < 0 && text !== "0.0" ? "−" : ""}${text}`;
}

type Interval = Pick<Summary, "mean" | "low" | "high">;

const within = ({ low, high }: Interval): string =>
  low === null || high === null ? "no interval from a single run" : `95% interval ${points(low)} to ${points(high)}`;

/** Counts worlds as drawn. */
function worldsOf(all: CountedWorlds): string {
  const from = { fixed: " of one world", sampled: "", priors: " of the wide priors" }[all.parameters];
  return `${countWorlds(all, all.parameters === "sampled" ? "kept world" : "world")}${from}`;
}

/** Tells whether an interval lies clear of zero. */
const clear = ({ low, high }: Interval): boolean => low !== null && high !== null && (low > 0 || high < 0);

/** Names a player as sentences do. */
export const playerName = (player: string): string => (player === "peers" ? "influence between colleagues" : player);

/** Writes a part of a whole, which may be below nothing or above all of it. */
const percentOf = (ratio: number): string => (ratio < 0 ? `−${percent(-ratio)}` : percent(ratio));

function shareText({ player, ofChange, ...one }: Share): string {
  const part = ofChange.value === null ? "" : `; ${percentOf(ofChange.value)} of the change`;
  return `${playerName(player)} ${points(one.mean)} (${within(one)}${part})`;
}

/** Sorts shares by size and tells those that chance alone could make from the others. */
function sorted(attribution: Attribution): { readonly sure: readonly Share[]; readonly unsure: readonly Share[] } {
  const all = attribution.shares.toSorted((a, b) => Math.abs(b.mean ?? 0) - Math.abs(a.mean ?? 0));
  return { sure: all.filter(clear), unsure: all.filter((one) => !clear(one)) };
}

const noun = (players: readonly Share[]): string => players.map(({ player }) => playerName(player)).join(", ");

/** Says what a strategy adds and whose share it is. */
export function leversSentence(attribution: Attribution, strategy: string): string {
  const { change, from, to } = attribution;
  const of = describeStatistic(attribution);
  const basis = worldsOf(attribution);
  if (change.mean === null) return `No run of “${strategy}” has a value of ${of}, so nothing can be shared out.`;
  const whole = `“${strategy}” changes ${of} by ${points(change.mean)} points (${within(change)}; from ${percent(from.mean)} with business as usual to ${percent(to.mean)}; mean of ${basis})`;
  if (!clear(change)) return `${whole}: not to be told from nothing, so it cannot be said whose work it is.`;
  const { sure } = sorted(attribution);
  if (sure.length === 0) return `${whole}; no single share can be told from nothing.`;
  return `${whole}. In points, the shares are: ${sure.map(shareText).join("; ")}.`;
}

/** Says how the answer changes under rival assumptions and which of them makes it. */
export function assumptionsSentence(attribution: Attribution, strategy: string, set: string): string {
  const { change, from, to } = attribution;
  if (change.mean === null) return "No run under the rival assumptions has a value.";
  const { sure } = sorted(attribution);
  const whole = `Apart from policy: were the assumptions others (${set}), “${strategy}” would add ${points(to.mean)} points in the place of ${points(from.mean)}, a change of ${points(change.mean)} (${within(change)}${clear(change) ? "" : "; not to be told from none"})`;
  return sure.length === 0
    ? `${whole}; no single assumption’s share can be told from nothing.`
    : `${whole}: ${sure.map(shareText).join("; ")}.`;
}

/** Says what shares rest on, and what cannot be told. */
export function attributionNotes(attribution: Attribution): string[] {
  const { method, orders, plans, asked, replicates, failures } = attribution;
  const { unsure } = sorted(attribution);
  const widest = Math.max(0, ...attribution.shares.map(({ orderError }) => orderError ?? 0));
  const apart = attribution.shares
    .filter(({ together }) => clear(together))
    .toSorted((a, b) => Math.abs(b.together.mean ?? 0) - Math.abs(a.together.mean ?? 0));
  const needing = apart.filter(({ together }) => (together.mean ?? 0) > 0);
  const sharing = apart.filter(({ together }) => (together.mean ?? 0) < 0);
  const listed = (some: readonly Share[]): string =>
    some
      .slice(0, 4)
      .map(
        ({ player, last, alone }) =>
          `without ${playerName(player)} ${points(last.mean)} points are lost, where it brings ${points(alone.mean)} alone`,
      )
      .join("; ");
  return [
    method === "all coalitions"
      ? `Shares are Shapley values: what each adds, over all orders of joining; all ${counted(plans, "plan")} were run in the same worlds and luck, and the shares add up to the whole.`
      : `Shares are Shapley values over ${orders} sampled orders of joining in each replicate, which add up to the whole; intervals hold the chance of the orders${orders !== null && orders >= 4 ? ` (up to ${points(widest)} points of it)` : ""}.`,
    ...(unsure.length > 0 ? [`Not to be told from nothing: ${noun(unsure)}.`] : []),
    ...(needing.length > 0
      ? [`Some work together: leaving out one loses more than it brings on its own (${listed(needing)}).`]
      : []),
    ...(sharing.length > 0
      ? [`Some do the same work in part: one brings more on its own than is lost without it (${listed(sharing)}).`]
      : []),
    ...(replicates < asked
      ? [
          `${counted(asked - replicates, "replicate")} of ${asked} had no value and ${asked - replicates === 1 ? "was" : "were"} left out${failures[0] ? `; the first run that failed: ${failures[0].cause}` : ""}.`,
        ]
      : []),
  ];
}

/** Writes an end of an interval, or what stands for one that runs do not show. */
const end = (value: number | null, without: string): string => (value === null ? without : percent(value));

/** Says how likely the target is, how long it takes, and what is lacking. */
export function targetNotes(target: EvaluatedTarget): string[] {
  const { share, month, of, horizon, chance, levels, momentary, whenMissed, sustained } = target;
  const { probability, low, high } = chance;
  const { median, medianLow, medianHigh, reached } = momentary;
  const { who, measure } = targetWords[of];
  const goal = `${percent(share)} ${who}`;
  const lacking =
    whenMissed.mean === null ? "" : `, and ${points(whenMissed.mean)} points are lacking on average where it is missed`;
  return [
    probability === null
      ? `The horizon ends before ${when(month)}, so there is no chance of ${goal} to report.`
      : `The chance of ${goal} ${inMonth(month)} is ${percent(probability)} (95% interval ${interval(low, high)})${lacking}.`,
    ...(levels.length === 0
      ? []
      : [
          `${capital(inMonth(month))} ${measure} is ${levels.map(({ chance: of, level, low, high }) => `at least ${percent(level)} with a chance of ${percent(of)} (95% interval ${end(low, "–")} to ${end(high, "more")})`).join(" and ")}.`,
        ]),
    median === null
      ? `${goal} is reached within ${horizon} months in ${percent(reached.probability)} of replicates (95% interval ${interval(reached.low, reached.high)}), fewer than half, so there is no median time to it.`
      : `The median time to ${goal} is ${countedMonths(median)} (95% interval ${medianLow ?? "–"} to ${medianHigh ?? "more"}); ${percent(reached.probability)} reach it within ${horizon} months.`,
    ...(sustained.mean === null || sustained.chance === null
      ? []
      : [
          `Two years after funding ends (${when(sustained.month)}) ${measure} is ${percent(sustained.mean)} (95% interval ${interval(sustained.low, sustained.high)}), and ${percent(sustained.chance.probability)} of replicates are at ${goal}.`,
        ]),
  ];
}

/** Says which budget the target takes. */
export function budgetNote({ target, chance, budget, low, high, full }: MinimumBudget): string {
  const goal = `a chance of ${percent(chance)} for ${percent(target.share)} ${targetWords[target.of].who} ${inMonth(target.month)}`;
  const { probability } = full;
  if (budget)
    return `The smallest budget with ${goal} is ${dollars(budget.dollars)} of 2024 (95% interval ${dollars(low)} to ${high === null ? "more than the whole strategy costs" : dollars(high)}), where the whole strategy is planned to cost ${dollars(full.dollars)}.`;
  const may = low === null ? "" : "; chance cannot rule it out";
  return `${goal.replace("a chance", "A chance")} is not within reach: at full intensity (${dollars(full.dollars)} of 2024) it is ${percent(probability.probability)} (95% interval ${interval(probability.low, probability.high)})${may}.`;
}
