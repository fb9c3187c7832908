import { type Transition, when } from "@uptake/model";
import type { Difference } from "../compare/compare.ts";
import { counted, listed, percent } from "../readings/words.ts";
import { wordsOfSeries } from "../target/target-words.ts";
import type { EasedSteps, EasedTransition } from "./bottlenecks.ts";
import type { FunnelAt } from "./funnel-at.ts";
import { standingWords, transitionWords } from "./transition-words.ts";

const isKnown = (value: number | null): value is number => value !== null;

/** Most transitions that a sentence names where none is ahead of the others. */
const mostTied = 3;

/** Writes percentage points, with a decimal below ten. */
function points(value: number): string {
  const size = Number(Math.abs(100 * value).toFixed(Math.abs(value) < 0.0995 ? 1 : 0));
  return value < 0 && size !== 0 ? `−${size}` : String(size);
}

/** Writes the ends of an interval in points, as in `15–23` or `−0.4 to 1.2`; nothing where there is none. */
function ends({ low, high }: Pick<Difference, "low" | "high">): string {
  if (!isKnown(low) || !isKnown(high)) return "";
  const [from, to] = [points(low), points(high)];
  return ` (${from}${from.startsWith("−") || to.startsWith("−") ? " to " : "–"}${to})`;
}

const gainText = ({ gain }: EasedTransition): string => `${points(gain.estimate as number)}${ends(gain)}`;

const isAbove = ({ gain }: EasedTransition): boolean => (gain.low ?? 0) > 0;
const isTold = ({ gain }: EasedTransition): boolean => isKnown(gain.low) && isKnown(gain.high);

/**
 * Writes who stands at a step, or was lost at it, as a clause: `most teachers of member schools (62%) know the practice
 * and do not try it`, where most is what the whole interval says. Undefined where fewer than a tenth do.
 */
export function standingClause({ standings }: Pick<FunnelAt, "standings">, transition: Transition): string | undefined {
  const { share, of } = standings[transition];
  if (share.mean === null || share.mean < 0.1) return undefined;
  const words = standingWords[transition];
  const whole = `${words.of}${of === "member" ? " of member schools" : ""}${words.who}`;
  const most = share.low !== null && share.low > 0.5;
  return `${most ? `most ${whole} (${percent(share.mean)})` : `${percent(share.mean)} of ${whole}`} ${words.stand}`;
}

/** Names what is gained, as in `adoption in May of year 3`. */
export function gainedName({ series, month }: Pick<EasedSteps, "series" | "month">): string {
  return `${wordsOfSeries(series)?.measure ?? series} ${month === 0 ? "at" : "in"} ${when(month)}`;
}

/** Counts replicates and worlds in words. */
function runsText({ replicates, worlds, parameters }: EasedSteps): string {
  if (parameters === "fixed") return `${counted(replicates, "run")} in the fixed world`;
  const among = counted(worlds, "world");
  return worlds < replicates ? `${counted(replicates, "replicate")} in ${among}` : among;
}

/** Says what more schools would add, or take away, unless that was said; nothing of it where no school joins. */
function schoolsText(told: readonly EasedTransition[], all: readonly EasedTransition[]): string {
  const join = all.find(({ transition }) => transition === "join");
  if (!join || told.includes(join) || join.gain.estimate === null) return "";
  const { estimate, low, high } = join.gain;
  if (estimate >= 0) return `; more schools would add ${gainText(join)}`;
  return `; more schools would take away ${points(-estimate)}${ends({ low: high && -high, high: low && -low })}`;
}

/** Says which transitions nothing can be told of, and why; empty where there are none. */
export function stillSentence({ transitions }: EasedSteps): string {
  const still = transitions.filter(({ gain }) => gain.estimate === null);
  if (still.length === 0) return "";
  const said = still.map(({ transition, moves }) =>
    moves
      ? `${transitionWords[transition].label.toLowerCase()} (no run has the number)`
      : transitionWords[transition].nowhere,
  );
  return `Of what nobody does, nothing can be told: ${said.join(", ")}.`;
}

/**
 * Writes where a plan gets stuck as a sentence: the transition whose easing adds most, with intervals, or that none or no
 * single one can be told. `funnel` says who stands there; it may be of more runs of the plan.
 */
export function describeBottlenecks(found: EasedSteps, funnel: Pick<FunnelAt, "standings">): string {
  const { transitions, first, clear, month } = found;
  const gained = gainedName(found);
  const runs = runsText(found);
  const told = transitions.filter(isTold);
  const [largest, second] = transitions.filter(({ gain }) => gain.estimate !== null);
  const by = month === 0 ? "At the start" : `By ${when(month)}`;
  if (!largest) {
    if (transitions.some(({ moves }) => moves))
      return `Where the plan gets stuck cannot be told: no run has ${gained}.`;
    return `${by} no teacher and no school has taken any step, so where the plan gets stuck cannot be told.`;
  }
  if (told.length === 0) return `Where the plan gets stuck cannot be told from ${runs}, which gives no interval.`;
  const where = ({ transition }: EasedTransition): string => `where ${transitionWords[transition].obstacle}`;
  const [most, range] = [points(largest.gain.estimate as number), ends(largest.gain)];
  if (first === null)
    return `No obstacle can be told to hold the plan back: what halving any one of them adds to ${gained} cannot be told from nothing. It is most, ${most} points${range}, ${where(largest)} (95% interval, ${runs}, paired).`;
  if (!clear) {
    const tied = transitions.filter(({ gain, behind }) => gain.estimate !== null && !((behind?.low ?? 0) > 0));
    const each = tied.slice(0, mostTied).map((one) => `${gainText(one)} ${where(one)}`);
    const more = tied.length > mostTied ? ` and less, as far as can be told, at ${tied.length - mostTied} more` : "";
    return `Which obstacle holds the plan back most cannot be told: halving one adds, in points, to ${gained}: ${listed(each)}${more}${schoolsText(tied, transitions)} (95% intervals, ${runs}, paired).`;
  }
  const clause = standingClause(funnel, first);
  const opening =
    clause === undefined
      ? `What holds the plan back most is that ${transitionWords[first].obstacle}`
      : `${by}, ${clause}`;
  const next =
    second && isAbove(second) ? `, most of all; next, ${where(second)}, ${gainText(second)}` : ", most of all";
  const rest = schoolsText([largest, ...(second && isAbove(second) ? [second] : [])], transitions);
  return `${opening}: halving that obstacle adds ${most} points${range} to ${gained}${next}${rest} (95% intervals, ${runs}, paired).`;
}
