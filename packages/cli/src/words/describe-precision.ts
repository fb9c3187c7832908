import type { PrecisionEnd } from "@uptake/study/compare";
import type { PairedPrecision } from "@uptake/study/statistics";
import { type CountedWorlds, countWorlds } from "./count-worlds.ts";
import { counted, dollars, inMonth } from "./format.ts";
import { seriesName } from "./series-words.ts";

/** Holds what words about a difference need: which number it is of, of what, and what is said of its precision. */
export interface DescribedDifference extends PairedPrecision {
  readonly series: string;
  readonly month: number;
}

/** Holds how a comparison was asked for, and what ended it. */
export interface Ending extends CountedWorlds {
  readonly halfWidth: number;
  readonly cap: number;
  readonly ended: PrecisionEnd;
}

/** Writes a difference in the unit of its series: points to a tenth, or dollars. */
export function amount(series: string, value: number | null): string {
  if (value === null) return "–";
  if (series === "cost") return dollars(value);
  const text = Math.abs(100 * value).toFixed(Math.abs(value) < 0.000_95 && value !== 0 ? 2 : 1);
  return `${value < 0 && Number(text) !== 0 ? "−" : ""}${text}`;
}

/** Says what a plan adds to, or takes from, a number of the baseline, with interval and replicates. */
export function differenceSentence(
  one: DescribedDifference,
  {
    plan,
    baseline,
    ...from
  }: { readonly plan: string; readonly baseline: string } & Pick<CountedWorlds, "parameters" | "worlds">,
): string {
  const { series, month, estimate, low, high, replicates } = one;
  const what = `${seriesName(series)} ${inMonth(month)}`;
  if (estimate === null) return `No run of “${plan}” and “${baseline}” has ${what}.`;
  const points = series === "cost" ? "" : " points";
  const paired = `${countWorlds({ ...from, replicates, worlds: Math.min(from.worlds, replicates) })}, paired`;
  if (low === null || high === null)
    return `“${plan}” differs from “${baseline}” by ${amount(series, estimate)}${points} in ${what} in a single pair of runs, which has no interval.`;
  const interval = `95% interval ${amount(series, low)} to ${amount(series, high)}, ${paired}`;
  if (low <= 0 && high >= 0)
    return `“${plan}” cannot be told from “${baseline}” in ${what}: the difference is ${amount(series, estimate)}${points} (${interval}).`;
  const way = estimate > 0 ? "higher" : "lower";
  return `With “${plan}”, ${what} is ${amount(series, Math.abs(estimate))}${points} ${way} than with “${baseline}” (${interval}).`;
}

/** Says what ended the adding of replicates, and what that does to the interval. */
export function endingNotes(series: string, { halfWidth, cap, ended, ...from }: Ending): string[] {
  const asked = `±${amount(series, halfWidth)}${series === "cost" ? "" : " points"}`;
  const made = countWorlds(from);
  if (ended === "no-value") return [`No run has the number that was to be compared, so ${made} were enough to say so.`];
  if (ended === "worlds")
    return [
      `There are ${counted(from.worlds, "world")}, which ended it after ${counted(from.replicates, "replicate")}: more replicates would average out luck, but are not expected to bring the half-width to ${asked}, as worlds differ too much for that.`,
    ];
  if (ended === "cap")
    return [
      `The cap of ${counted(cap, "replicate")} ended it before the half-width of ${asked} was reached: the intervals are wider than asked for, and a higher cap would narrow them.`,
    ];
  return [
    `Replicates were added until the half-width was ${asked} or less, which ${made} gave. Stopping then makes a 95% interval cover the truth a little less often than 95% (93% to 95% in simulations of the rule).`,
  ];
}

/** Says what pairing saved a plan; nothing where it cannot be told. */
export function pairingNote({ series, varianceReduction }: DescribedDifference, plan: string): string[] {
  if (varianceReduction === null) return [];
  return [
    `For “${plan}”, independent seeds would have needed ${varianceReduction.toFixed(1)} times as many replicates for the same interval of ${seriesName(series)}.`,
  ];
}
