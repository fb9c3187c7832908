import type { ForecastSeries } from "@uptake/study/forecast";

/**
 * Returns by how much the log-odds of adopting in a period jump from one period to the next, beyond a straight trend and
 * binomial luck: the standard deviation, over steps of equal length; 0 where luck explains it all. Source: the variance of
 * second differences of independent errors is six times theirs.
 */
export function roughness({ times, counts, population }: ForecastSeries): number {
  const steps = counts.slice(1).map((count, k) => {
    const before = counts[k]!;
    const adopted = count - before + 0.5;
    const stayed = population - count + 0.5;
    return {
      length: times[k + 1]! - times[k]!,
      logOdds: Math.log(adopted / stayed),
      variance: 1 / adopted + 1 / stayed,
    };
  });
  const excess = steps.slice(2).flatMap((last, k) => {
    const [first, middle] = [steps[k]!, steps[k + 1]!];
    if (first.length !== last.length || middle.length !== last.length) return [];
    const jump = first.logOdds - 2 * middle.logOdds + last.logOdds;
    return [(jump * jump - first.variance - 4 * middle.variance - last.variance) / 6];
  });
  return Math.sqrt(Math.max(0, excess.reduce((sum, value) => sum + value, 0) / excess.length));
}
