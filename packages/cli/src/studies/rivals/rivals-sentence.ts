import type { Difference } from "@uptake/study";
import type { Ranked, RankedPair, Rivals } from "@uptake/study/rivals";
import { sharedOf } from "../../words/count-worlds.ts";
import { capital, counted, inMonth, percent } from "../../words/format.ts";
import { joined } from "../../words/joined.ts";
import { meanOfSeries } from "../../words/series-words.ts";
import { rivalsWorlds, signedValue, writtenValue } from "./rivals-words.ts";

/** Says whether the order of strategies stands under rival assumptions, and what it is; of one alone, what they change. */
export function rivalsSentence(found: Rivals): string {
  const [only, ...others] = found.ranking;
  if (only && others.length === 0) return aloneSentence(found, only);
  return `${flipSentence(found)} ${orderSentence(found)}`;
}

/** Tells whether an interval covers zero, or there is none. */
export const isOpen = ({ low, high }: Difference): boolean => low === null || high === null || (low <= 0 && high >= 0);

const measured = ({ measure: { series, month } }: Rivals): string => `${meanOfSeries(series)} ${inMonth(month)}`;

function orderSentence(found: Rivals): string {
  const order = found.ranking.toSorted(
    (a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY),
  );
  const told = order.filter(({ mean }) => mean !== null);
  if (told.length === 0) return `No strategy has a value of ${measured(found)}.`;
  const places = [...new Set(told.map(({ rank }) => rank))]
    .map((rank) => told.filter((one) => one.rank === rank))
    .map((alike) => `${joined(alike.map(({ plan }) => `“${plan}”`))} (${writtenValue(found, alike[0]!.mean)})`)
    .join(", then ");
  const open = found.pairs.filter(({ difference }) => difference.estimate !== null && isOpen(difference));
  const several = found.pairs.length;
  const doubt =
    open.length === 0
      ? ""
      : open.length === several
        ? "; no two of them can be told apart"
        : `; ${joined(open.slice(0, 3).map(({ first, second }) => `“${first}” and “${second}”`))}${open.length > 3 ? ` and ${counted(open.length - 3, "more pair")}` : ""} cannot be told apart`;
  return `The order by ${measured(found)} is ${places}${doubt} (${rivalsWorlds(found)}).`;
}

function flipSentence(found: Rivals): string {
  const of = counted(found.rivals.length, "rival assumption");
  const decided = found.rivals.filter((rival) => rival.decided > 0);
  const within = found.rivals.filter((rival) => rival.decided === 0 && rival.flips > 0);
  if (found.rivals.length === 0) return "No rival assumption was tried.";
  const chance =
    within.length === 0
      ? ""
      : ` Under ${joined(within.map(({ name }) => `“${name}”`))} some means change places, within chance.`;
  if (decided.length === 0) return `The order of strategies flips beyond chance under none of ${of}.${chance}`;
  const flips = decided.map((rival) => {
    const pairs = rival.pairs.filter((pair) => pair.decided).map((pair) => pairText(found, pair));
    return `under “${rival.name}”, ${pairs.join(" and ")}`;
  });
  return `The order of strategies flips beyond chance under ${decided.length} of ${of}: ${flips.join("; ")}.${chance}`;
}

/** Says how two strategies change places: by how much, and in what share of worlds. */
function pairText(found: Rivals, { first, second, before, after, changed }: RankedPair): string {
  const share =
    changed === null
      ? ""
      : `; they change places in ${percent(changed.probability)} of ${sharedOf(found)}, 95% interval ${percent(changed.low)} to ${percent(changed.high)}`;
  return `“${first}” less “${second}” goes from ${signedValue(found, before.estimate)} to ${signedValue(found, after.estimate)}${share}`;
}

/** Says what a strategy alone comes to as assumed, and which rivals change that beyond chance. */
function aloneSentence(found: Rivals, { plan, mean, low, high }: Ranked): string {
  if (mean === null) return `“${plan}” has no value of ${measured(found)}.`;
  const interval =
    low === null || high === null ? "" : ` (95% interval ${writtenValue(found, low)} to ${writtenValue(found, high)})`;
  const value = `${capital(measured(found))} with “${plan}” is ${writtenValue(found, mean)}${interval} as assumed`;
  const changes = found.rivals.flatMap(({ name, ranking }) => {
    const change = ranking[0]?.change;
    return change && change.estimate !== null ? [{ name, change, size: Math.abs(change.estimate) }] : [];
  });
  const of = counted(found.rivals.length, "rival assumption");
  const beyond = changes.filter(({ change }) => !isOpen(change)).toSorted((a, b) => b.size - a.size);
  const basis = `(${rivalsWorlds(found)})`;
  if (found.rivals.length === 0) return `${value} ${basis}. No rival assumption was tried.`;
  if (beyond.length === 0) return `${value} ${basis}; none of ${of} changes it beyond chance.`;
  const told = beyond.slice(0, 3).map(({ name, change }) => {
    const [from, to] = [signedValue(found, change.low).replace(/ points$/, ""), signedValue(found, change.high)];
    return `“${name}” by ${signedValue(found, change.estimate)} (95% interval ${from} to ${to})`;
  });
  const more = beyond.length > 3 ? `, and ${beyond.length - 3} more by less` : "";
  return `${value} ${basis}; ${beyond.length} of ${of} ${beyond.length === 1 ? "changes" : "change"} it beyond chance: ${joined(told)}${more}.`;
}
