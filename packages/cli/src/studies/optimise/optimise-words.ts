import type { Scenario } from "@uptake/model";
import type { Frontier, JudgedPlan, Objective, Optimised, ValueInterval } from "@uptake/study/optimise";
import { wordsOfSeries } from "@uptake/study/target";
import { countWorlds } from "../../words/count-worlds.ts";
import { inMonth } from "../../words/format.ts";
import { seriesName } from "../../words/series-words.ts";

const inPoints = (share: number): string =>
  (100 * share)
    .toFixed(1)
    .replace(/^-(0\.0)$/, "$1")
    .replace("-", "−");

/** Writes a share with a decimal. */
export const tenth = (share: number): string => `${inPoints(share)}%`;

/** Writes a share that was asked for, as in `80%`. */
export const asked = (share: number): string => `${Number((100 * share).toFixed(1))}%`;

/** Writes a 95% interval of a share. */
export const within = ({ low, high }: Pick<ValueInterval, "low" | "high">): string =>
  `95% interval ${tenth(low)} to ${tenth(high)}`;

/** Says how much more or less one plan has than another, of a difference that does not reach zero. */
export function pointsOff({ value, low, high }: ValueInterval): string {
  const [from, to] = value < 0 ? [-high, -low] : [low, high];
  const size = inPoints(Math.abs(value));
  const word = value < 0 ? "less" : "more";
  return `${size} ${size === "1.0" ? "point" : "points"} ${word} (95% interval ${inPoints(from)} to ${inPoints(to)})`;
}

/** Tells whether a difference lies clear of zero, so that the runs tell the two apart. */
export const isTold = (difference: ValueInterval | null): difference is ValueInterval =>
  difference !== null && (difference.low > 0 || difference.high < 0);

/** Names who a target is a share of, as in `of teachers`. */
export function goalOf(objective: Extract<Objective, { of: "target" }>): string {
  const { series = "adoption", share } = objective;
  return `${asked(share)} ${wordsOfSeries(series)?.who ?? `of ${series}`}`;
}

/** Names the series that is sought, or whose share is, as in `adoption in May of year 3`. */
export const reachedIn = ({ objective }: Pick<Optimised, "objective">): string =>
  `${seriesName(objective.of === "mean" ? objective.series : (objective.series ?? "adoption"))} ${inMonth(objective.month)}`;

/** Names what is sought, as in `adoption in May of year 3` or `the chance of 80% of teachers in May of year 3`. */
export function soughtIn(result: Pick<Optimised, "objective">): string {
  const { objective } = result;
  if (objective.of === "mean") return reachedIn(result);
  return `the chance of ${goalOf(objective)} ${inMonth(objective.month)}`;
}

/** Writes what a plan chooses, as in `coaching.start 6, entry.levels high`. */
export function settingsOf({ values }: JudgedPlan): string {
  return Object.entries(values ?? {})
    .map(([name, value]) => `${name.replace("levers.", "")} ${value}`)
    .join(", ");
}

/** Writes the same in few letters, as in `start 6`, by setting alone where that is clear; the name of a yardstick. */
export function shortName({ label, values }: JudgedPlan): string {
  if (values === null) return label;
  const entries = Object.entries(values);
  const last = (name: string): string => name.split(".").at(-1) as string;
  const clear = new Set(entries.map(([name]) => last(name))).size === entries.length;
  return entries.map(([name, value]) => `${clear ? last(name) : name.replace("levers.", "")} ${value}`).join(", ");
}

/** Names a plan, with what it chooses where it was found. */
export const nameOf = (plan: JudgedPlan): string => (plan.values ? `${plan.label} (${settingsOf(plan)})` : plan.label);

/** Names what a frontier is against, as in `planned cost and the gap`. */
export const againstIn = ({ against }: Frontier): string =>
  against.map((what) => (what === "cost" ? "planned cost" : "the gap")).join(" and ");

/** Counts the worlds that plans were judged in. */
export function judgedWorlds(
  { replicates, worlds }: Pick<Optimised, "replicates" | "worlds">,
  { parameters: { draw } }: Scenario,
): string {
  const counted = countWorlds({ replicates, worlds: worlds.judged, parameters: draw });
  return draw === "fixed" ? `${counted} with fresh luck` : `${counted} held out`;
}
