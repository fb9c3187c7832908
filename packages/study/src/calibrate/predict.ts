import type { Plan, World } from "@uptake/model";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { places } from "../statistics/places.ts";
import { quantile } from "../statistics/quantile.ts";
import { wilson } from "../statistics/wilson.ts";
import type { SurveyPoint } from "./adoption-series.ts";
import type { CalibrateSettings } from "./calibrate-settings.ts";
import { answers, reportedShare, reportedStatistics, surveyKey } from "./reported.ts";

/** Holds a band over months: the middle 95% of runs, and their median. */
export interface Band {
  /** Lower end of the middle 95%, month by month. */
  readonly low: readonly number[];
  /** Median, month by month. */
  readonly median: readonly number[];
  /** Upper end of the middle 95%, month by month. */
  readonly high: readonly number[];
}

/** Holds what the posterior shows of a group, over the indices 0 … horizon. */
export interface PredictedGroup {
  /** Name of the group. */
  readonly group: string;
  /** Indices 0 … horizon. */
  readonly months: readonly number[];
  /** Share who would say they use the practice, everyone asked. */
  readonly reported: Band;
  /** Share who use it. */
  readonly practised: Band;
}

/** Holds a point that was seen, with the sampling error of who was asked, and what the posterior would have shown. */
export interface PredictedPoint extends SurveyPoint {
  /** Lower end of the 95% interval of the share, by Wilson's score. */
  readonly low: number;
  /** Upper end of the 95% interval of the share. */
  readonly high: number;
  /** Middle 95% of what as many simulated teachers would have answered. */
  readonly predicted: readonly [number, number];
  /** Whether the share lies within the middle 95% of what was predicted. */
  readonly within: boolean;
}

/**
 * Tells whether the model shows a series: at most a quarter of its points lie outside the 95% bands (a choice; one in
 * twenty would by chance). Where it does not, the values that come nearest still do not explain what was seen.
 */
export function showsSeries(points: readonly { readonly within: boolean }[]): boolean {
  return points.filter(({ within }) => !within).length <= points.length / 4;
}

/** Runs worlds drawn by weight with fresh luck, replicates from `first` on, and reads what surveys would have shown. */
export async function predict(
  input: {
    readonly plan: Plan;
    readonly series: readonly SurveyPoint[];
    readonly settings: CalibrateSettings;
    readonly first: number;
  },
  worlds: readonly { readonly world: World; readonly weight: number }[],
  evaluate: Evaluate,
): Promise<{ groups: PredictedGroup[]; points: PredictedPoint[]; checksums: readonly string[] }> {
  const { plan, series, settings, first } = input;
  const { seed, predictive, selfReport } = settings;
  const months = Array.from({ length: plan.scenario.horizon + 1 }, (_, month) => month);
  const names = [...new Set(series.map(({ group }) => group))];
  const statistics = names.flatMap((group) => months.flatMap((month) => reportedStatistics(group, month)));
  const drawn = places(
    worlds.map(({ weight }) => weight),
    predictive,
    seed,
  ).map((place) => worlds[place]!.world);
  const evaluations = drawn.map((values, i) => ({ plan: 0, replicate: first + i, values }));
  const { values, checksums } = await evaluate({ plans: [plan], seed, statistics, evaluations });
  const at = (run: number, group: string, month: number): number[] => {
    const from = (run * names.length + names.indexOf(group)) * months.length * 3 + month * 3;
    return Array.from(values.subarray(from, from + 3));
  };
  const reported = (run: number, group: string, month: number): number =>
    reportedShare(at(run, group, month), selfReport ? (drawn[run]!["survey.inflation"] as number) : 0);
  const over = (of: (run: number) => number): number[] =>
    drawn.map((_, run) => of(run)).filter((value) => !Number.isNaN(value));
  const band = (of: (run: number, month: number) => number): Band => {
    const columns = months.map((month) => over((run) => of(run, month)));
    const take = (p: number): number[] => columns.map((column) => quantile(column, p));
    return { low: take(0.025), median: take(0.5), high: take(0.975) };
  };
  const groups = names.map((group) => ({
    group,
    months,
    reported: band((run, month) => reported(run, group, month)),
    practised: band((run, month) => at(run, group, month)[0] as number),
  }));
  const points = series.map((point, p): PredictedPoint => {
    const { group, month, share, respondents } = point;
    const seen = over((run) => answers(reported(run, group, month), respondents, surveyKey(seed, first + run, p)));
    const predicted = [quantile(seen, 0.025), quantile(seen, 0.975)] as const;
    const { low, high } = wilson(Math.round(share * respondents), respondents);
    return { ...point, low, high, predicted, within: share >= predicted[0] && share <= predicted[1] };
  });
  return { groups, points, checksums };
}
