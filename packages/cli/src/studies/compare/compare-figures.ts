import type { MeasuredDifference, PreciseComparison } from "@uptake/study/compare";
import { capital } from "../../words/format.ts";
import { seriesName, seriesUnit } from "../../words/series-words.ts";
import type { AnswerFigure } from "../study-kind.ts";

/** Returns a difference in every month. */
export function byMonth(differences: readonly MeasuredDifference[], series: string): MeasuredDifference[] {
  return differences.filter((one) => one.series === series).sort((a, b) => a.month - b.month);
}

/** Draws what plans add to what the target is of, and the gap with each, by month. */
export function compareFigures(result: PreciseComparison, baseline: string, series: string): AnswerFigure[] {
  const { replicates, worlds, parameters, seed, version } = result;
  const from = { replicates, worlds, parameters, seed, version };
  return result.plans.flatMap(({ name, differences }, p): AnswerFigure[] => {
    const reached = byMonth(differences, series);
    const gap = byMonth(differences, "gap");
    const columns = (all: readonly MeasuredDifference[]) => ({
      months: all.map(({ month }) => month),
      estimate: all.map(({ estimate }) => estimate),
      low: all.map(({ low }) => low),
      high: all.map(({ high }) => high),
    });
    const names = { a: `“${baseline}”`, b: `“${name}”` };
    const of = seriesName(series);
    const end = `${p + 1}-${name}`;
    return [
      {
        name: `${series}-${end}`,
        title: `${capital(of)}: ${name} less ${baseline}`,
        draw: (charts, options) =>
          charts.pairedDifferenceChart(
            { ...columns(reached), of, unit: seriesUnit(series), ...names, ...from },
            options,
          ),
      },
      {
        name: `gap-${end}`,
        title: `Gap between poverty thirds with ${name}`,
        draw: (charts, options) =>
          charts.tierGapError(
            {
              months: gap.map(({ month }) => month),
              estimate: gap.map(({ plan }) => plan?.mean ?? null),
              low: gap.map(({ plan }) => plan?.low ?? null),
              high: gap.map(({ plan }) => plan?.high ?? null),
              ...from,
            },
            options,
          ),
      },
    ];
  });
}
