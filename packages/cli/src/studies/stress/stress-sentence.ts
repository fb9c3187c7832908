import type { Stress, StressedStrategy, UnderShocks } from "@uptake/study/stress";
import { percent } from "../../words/format.ts";
import { joined } from "../../words/joined.ts";
import { seriesName } from "../../words/series-words.ts";
import {
  differenceInterval,
  differenceSize,
  signedDifference,
  stressWorlds,
  successShare,
  successWords,
  underShock,
} from "./stress-words.ts";

const inQuotes = (name: string): string => `“${name}”`;

/** Says who succeeds most often, which shock harms it most, who forgoes least, and when the best one fails. */
export function stressSentence(found: Stress): string {
  const [first] = found.underShocks;
  const best = first?.strategies
    .filter(({ robustness }) => robustness.place === 1)
    .reduce((a, b) => ((b.regret?.place ?? 0) < (a.regret?.place ?? 0) ? b : a));
  if (!first || !best) return "No strategy has an outcome in two worlds or more, so nothing can be said.";
  const breaks = found.vulnerabilities.find(({ strategy }) => strategy === best.strategy);
  return [
    first.strategies.length === 1 ? aloneSentence(found, first, best) : bestSentence(found, first, best),
    harmSentence(found, first, best),
    regretSentence(found, first),
    breaks?.sentence ?? "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Says where and in how many worlds, and what success is. */
function basis(found: Stress, { worlds, shock }: UnderShocks): string {
  return `${stressWorlds(found, worlds)} ${underShock(shock)}; success is ${successWords(found)}`;
}

function aloneSentence(found: Stress, first: UnderShocks, { strategy, robustness }: StressedStrategy): string {
  return `“${strategy}” succeeds in ${successShare(robustness)} (${basis(found, first)}).`;
}

function bestSentence(found: Stress, first: UnderShocks, best: StressedStrategy): string {
  const { strategy, robustness } = best;
  const where = basis(found, first);
  const others = first.strategies.filter((one) => one !== best);
  const equals = others.filter((one) => one.robustness.met === robustness.met);
  const tied = others.filter((one) => one.robustness.tiedWithFirst && one.robustness.met < robustness.met);
  if (robustness.met === 0) return `No strategy succeeds in any world (${where}).`;
  if (equals.length === others.length && robustness.met === first.worlds)
    return `Every strategy succeeds in every world (${where}).`;
  const unsure =
    tied.length === 0
      ? ""
      : `; ${joined(tied.map((one) => `“${one.strategy}” (${percent(one.robustness.probability)})`))} cannot be told from ${equals.length > 0 ? "them" : "it"}`;
  if (equals.length > 0)
    return `${joined([strategy, ...equals.map((one) => one.strategy)].map(inQuotes))} succeed equally often, in ${successShare(robustness)}${equals.length === others.length || unsure !== "" ? unsure : ", beyond chance more often than any other"} (${where}).`;
  const beyond =
    tied.length === 0
      ? `, beyond chance more often than ${others.length === 1 ? inQuotes(others[0]!.strategy) : "any other"}`
      : unsure;
  return `“${strategy}” succeeds most often, in ${successShare(robustness)}${beyond} (${where}).`;
}

/** Says which shock harms a strategy most, where one can be told to harm it at all. */
function harmSentence(found: Stress, first: UnderShocks, { strategy }: StressedStrategy): string {
  const all = found.underShocks.flatMap((under) =>
    under.strategies.filter((one) => one.strategy === strategy).map((one) => ({ shock: under.shock, one })),
  );
  const shocked = all
    .flatMap(({ shock, one }) => (one.change && one.harm ? [{ shock, one, change: one.change, harm: one.harm }] : []))
    .toSorted((a, b) => a.harm.place - b.harm.place);
  const [worst, ...others] = shocked;
  if (!worst) return leastSentence(all, first);
  if (shocked.every(({ change: { low, high } }) => low === 0 && high === 0))
    return `${others.length === 0 ? worst.shock : "No shock"} changes the outcome of “${strategy}” in ${others.length === 0 ? "no" : "any"} world.`;
  const sized = ({ change: { mean, low, high } }: typeof worst): string =>
    `${signedDifference(found, mean)}${shortName(found)} on average (${differenceInterval(found, low ?? 0, high ?? 0)})`;
  const harms = ({ change: { low, high } }: typeof worst): boolean =>
    low !== null && high !== null && (found.threshold.better === "higher" ? high < 0 : low > 0);
  const main = shocked.find(harms);
  if (!main)
    return others.length === 0
      ? `It is not told from chance whether ${worst.shock} harms “${strategy}”: ${sized(worst)}.`
      : `No shock can be told to harm “${strategy}”; the worst change is ${sized(worst)}, under ${worst.shock}.`;
  const success = `success then comes in ${successShare(main.one.robustness)}`;
  if (others.length === 0) return `${main.shock} harms “${strategy}”: ${sized(main)}; ${success}.`;
  if (main !== worst)
    return `${main.shock} harms “${strategy}”: ${sized(main)}; ${success}. The change under ${worst.shock} is worse, ${sized(worst)}, but not told from none.`;
  const alike = others.filter(({ harm }) => harm.tiedWithWorst);
  const tie = alike.length === 0 ? "" : `, though ${joined(alike.map(({ shock }) => shock))} cannot be told from it`;
  return `Of the shocks, ${main.shock} harms “${strategy}” most: ${sized(main)}${tie}; ${success}.`;
}

/** Says under which set of shocks success is rarest, where no set is without shocks to be compared with. */
function leastSentence(
  all: readonly { readonly shock: string; readonly one: StressedStrategy }[],
  first: UnderShocks,
): string {
  const least = all.reduce((a, b) => (b.one.robustness.met < a.one.robustness.met ? b : a));
  if (all.length < 2 || least.shock === first.shock) return "";
  return `Of the sets of shocks, “${all[0]?.one.strategy}” succeeds least often ${underShock(least.shock)}: in ${successShare(least.one.robustness)}.`;
}

/** Names the measure after a number of points, where its name is no long one. */
function shortName({ threshold }: Stress): string {
  const name = seriesName(threshold.measure);
  return name.startsWith("the ") ? "" : ` of ${name}`;
}

/** Says who forgoes least against the best strategy of each world. */
function regretSentence(found: Stress, first: UnderShocks): string {
  const told = first.strategies.flatMap(({ strategy, regret }) => (regret ? [{ ...regret, strategy }] : []));
  const least = told.find(({ place }) => place === 1);
  if (least === undefined) return "";
  const { strategy, mean, worstTenth, bestAlone, bestShared } = least;
  const equals = told.filter((one) => one !== least && one.place === 1);
  const tied = told.filter((one) => one.tiedWithFirst && one.place > 1).map((one) => one.strategy);
  const ends =
    mean.low === null || mean.high === null
      ? ""
      : ` (95% interval ${differenceSize(found, mean.low).replace(/ points$/, "")} to ${differenceSize(found, mean.high)})`;
  if (equals.length === told.length - 1 && mean.mean === 0)
    return "No strategy forgoes anything against the best one of each world (regret): all are equally good in each.";
  const tie = tied.length > 0 ? `; ${joined(tied.map(inQuotes))} cannot be told from it` : "";
  const size = `${differenceSize(found, mean.mean)} on average${ends}, ${differenceSize(found, worstTenth.mean)} in the tenth of worlds where it is largest`;
  if (equals.length > 0)
    return `${joined([strategy, ...equals.map((one) => one.strategy)].map(inQuotes))} forgo equally little against the best strategy of each world (regret): ${size}${tie}.`;
  const shared = bestShared > 0 ? ` and as good as another in ${bestShared}` : "";
  return `“${strategy}” forgoes least against the best strategy of each world (regret): ${size}; it is the best in ${bestAlone} of ${first.worlds} worlds${shared}${tie}.`;
}
