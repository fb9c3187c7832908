import type { Stress, StressedStrategy } from "@uptake/study/stress";
import { counted, inMonth, percent } from "../../words/format.ts";
import { seriesName, seriesValue } from "../../words/series-words.ts";

/** Counts worlds and says which they are. */
export function stressWorlds({ worlds }: Stress, count: number): string {
  if (worlds.from === "kept") return counted(count, "kept world");
  return `${counted(count, "world")} of the ${worlds.from === "table" ? "scenario" : "priors"}`;
}

/** Writes a difference of the measure, without its sign. */
export function differenceSize({ threshold }: Stress, value: number): string {
  const { measure } = threshold;
  if (measure === "cost" || measure === "teachers") return seriesValue(measure, Math.abs(value));
  return `${(100 * Math.abs(value)).toFixed(1)} points`;
}

/** Writes a difference of the measure with its sign; none where it rounds to nothing. */
export function signedDifference(found: Stress, value: number): string {
  const size = differenceSize(found, value);
  if (Number(size.replaceAll(/[^\d.]/g, "")) === 0) return size;
  return `${value < 0 ? "−" : "+"}${size}`;
}

/** Writes the 95% interval of a difference of the measure, its unit once. */
export function differenceInterval(found: Stress, low: number, high: number): string {
  const [from, to] = [signedDifference(found, low), signedDifference(found, high)];
  return `95% interval ${from.replace(/ points$/, "")} to ${to}`;
}

/** Says what success is, as in `adoption of at least 20% in May of year 3`. */
export function successWords(found: Stress): string {
  const { measure, month, value, better } = found.threshold;
  return `${seriesName(measure)} ${better === "higher" ? "of at least" : "of at most"} ${seriesValue(measure, value)} ${inMonth(month)}`;
}

/** Writes the share of worlds in which a strategy succeeds, with its interval. */
export function successShare({ probability, low, high }: StressedStrategy["robustness"]): string {
  return `${percent(probability)} of worlds (95% interval ${percent(low)} to ${percent(high)})`;
}

/** Says under which shocks, as in `under budget-cut`. */
export const underShock = (shock: string): string => (shock === "none" ? "without shocks" : `under ${shock}`);
