import type { Ranked, Rivals } from "@uptake/study/rivals";
import { inMonth } from "../../words/format.ts";
import { meanOfSeries, seriesUnit } from "../../words/series-words.ts";
import type { AnswerFigure } from "../study-kind.ts";

/** Draws the places of strategies under each assumption; of one strategy alone, what it comes to under each. */
export function rivalsFigures(found: Rivals): AnswerFigure[] {
  const { ranking, rivals, measure, replicates, worlds, parameters, seed, version } = found;
  const from = { replicates, worlds, parameters, seed, version };
  const of = `${meanOfSeries(measure.series)} ${inMonth(measure.month)}`;
  const names = ranking.map(({ plan }) => plan);
  if (names.length < 2) {
    const result = ([one]: readonly Ranked[]) =>
      one && one.mean !== null ? { value: one.mean, low: one.low, high: one.high } : null;
    const rows = [
      { label: "as assumed", result: result(ranking) },
      ...rivals.map((rival) => ({ label: rival.name, result: result(rival.ranking) })),
    ];
    const data = { ...from, of, unit: seriesUnit(measure.series), by: "assumption", rows };
    return [
      {
        name: "by-assumption",
        title: `What “${names[0]}” comes to under each assumption`,
        draw: (charts, options) => charts.levelRows(data, options),
      },
    ];
  }
  const places = (all: readonly Ranked[]): (number | null)[] => all.map(({ rank }) => rank);
  const data = {
    ...from,
    of,
    strategies: names,
    assumptions: [
      { label: "as assumed", places: places(ranking), flips: [] },
      ...rivals.map((rival) => ({
        label: rival.name,
        places: places(rival.ranking),
        flips: rival.pairs
          .filter(({ flips }) => flips)
          .map(({ first, second, decided }) => ({
            pair: [names.indexOf(first), names.indexOf(second)] as const,
            decided,
          })),
      })),
    ],
  };
  return [
    {
      name: "rank-flips",
      title: "The order of strategies under each assumption",
      draw: (charts, options) => charts.rankFlips(data, options),
    },
  ];
}
