import type { Stress } from "@uptake/study/stress";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { seriesUnit } from "../../words/series-words.ts";

const column = (name: string, unit: string, doc: string): Column => ({ name, unit, doc });
const strategy = column("strategy", "–", "Name of the strategy");
const shock = column("shock", "–", "Name of the set of shocks");
const ends = (name: string, unit: string, of: string): Column[] => [
  column(`${name}_low`, unit, `Lower end of the 95% interval of ${of}`),
  column(`${name}_high`, unit, `Upper end of the 95% interval of ${of}`),
];

/** Lists the tables of a stress test: every strategy under every set of shocks, every restriction of a box, every run. */
export function stressTables(found: Stress): AnswerTable[] {
  return [strategies(found), boxes(found), outcomes(found)];
}

function outcomes({ cases, statistics, starts, threshold }: Stress): AnswerTable {
  const { measure, month, value, better } = threshold;
  const levers = Object.keys(starts);
  const success = (outcome: number | null | undefined): boolean | null =>
    outcome === null || outcome === undefined ? null : better === "higher" ? outcome >= value : outcome <= value;
  return {
    name: "outcomes",
    doc: "One row a run",
    columns: [
      strategy,
      shock,
      column("world", "–", "Number of the world, the same for every strategy and shock"),
      column("luck", "–", "Number of the run of that world"),
      ...levers.map((lever) =>
        column(`start_${lever}`, "month", `First month of ${lever}, where the strategy uses it`),
      ),
      ...statistics.map((one) =>
        column(`${one.series}_${one.month}`, seriesUnit(one.series), `${one.series} at index ${one.month}`),
      ),
      column(
        "success",
        "–",
        `Whether ${measure} at index ${month} is ${better === "higher" ? "at least" : "at most"} ${value}`,
      ),
    ],
    rows: cases.map((one) => [
      one.strategy,
      one.shock,
      one.world,
      one.luck,
      ...levers.map((lever) => starts[lever]?.[one.world] ?? null),
      ...one.values,
      success(one.values[0]),
    ]),
  };
}

function strategies({ underShocks, threshold }: Stress): AnswerTable {
  const unit = seriesUnit(threshold.measure);
  return {
    name: "strategies-under-shocks",
    doc: "One row a strategy under a set of shocks, over worlds",
    columns: [
      strategy,
      shock,
      column("worlds", "worlds", "Worlds in which every strategy has an outcome"),
      column("mean", unit, "Mean outcome"),
      ...ends("mean", unit, "the mean outcome"),
      column("change", unit, "Mean change from the set without shocks, in the same worlds"),
      ...ends("change", unit, "that change"),
      column("success", "share of worlds", "Satisficing robustness: worlds in which the threshold is met"),
      ...ends("success", "share of worlds", "that share"),
      column("success_place", "place", "Place by robustness, 1 is best; equals share it"),
      column("success_tied", "–", "Whether it cannot be told from the first at 95%"),
      column("regret", unit, "Mean of what is forgone against the best strategy of each world"),
      ...ends("regret", unit, "mean regret"),
      column("regret_worst_tenth", unit, "Mean regret of the tenth of worlds in which it is largest"),
      column("regret_place", "place", "Place by mean regret, 1 is best; equals share it"),
      column("regret_tied", "–", "Whether it cannot be told from the first at 95%"),
      column("best_alone", "worlds", "Worlds in which no other strategy is as good"),
      column("best_shared", "worlds", "Worlds in which another strategy is as good"),
      column("worst_tenth", unit, "Mean outcome of the worst tenth of worlds"),
      ...ends("worst_tenth", unit, "that mean"),
    ],
    rows: underShocks.flatMap((under) =>
      under.strategies.map(({ outcome, change, robustness, regret, worstTenth, ...one }) => [
        one.strategy,
        under.shock,
        under.worlds,
        ...[outcome.mean, outcome.low, outcome.high],
        ...[change?.mean ?? null, change?.low ?? null, change?.high ?? null],
        ...[robustness.probability, robustness.low, robustness.high, robustness.place, robustness.tiedWithFirst],
        ...[regret.mean.mean, regret.mean.low, regret.mean.high, regret.worstTenth.mean],
        ...[regret.place, regret.tiedWithFirst, regret.bestAlone, regret.bestShared],
        ...[worstTenth.mean, worstTenth.low, worstTenth.high],
      ]),
    ),
  };
}

function boxes({ vulnerabilities }: Stress): AnswerTable {
  return {
    name: "failure-boxes",
    doc: "One row a restriction of the circumstances in which a strategy fails",
    columns: [
      strategy,
      column("box", "–", "Number of the box, from 1"),
      column("input", "–", "Parameter, start month of a lever, or shock"),
      column("kind", "–", "above, below, or among"),
      column("limit", "the input's", "Limit that values in the box exceed or stay below"),
      column("among", "–", "Names in the box, with semicolons"),
      column("quasi_p", "probability", "Chance that the restriction adds nothing, by the worlds that found it"),
      column("density", "share of cases", "Cases in the box that fail, in the worlds that found it"),
      column("coverage", "share of failures", "Failures that are in the box, in the worlds that found it"),
      column("mass", "share of cases", "Cases that are in the box, in the worlds that found it"),
      column("held_out_density", "share of cases", "Cases in the box that fail, in the worlds held out"),
      ...ends("held_out_density", "share of cases", "that density"),
      column("held_out_coverage", "share of failures", "Failures that are in the box, in the worlds held out"),
      column("base", "share of cases", "Cases that fail in the worlds held out"),
      column("stands", "–", "Whether density in worlds held out is beyond chance above the base"),
    ],
    rows: vulnerabilities.flatMap((one) =>
      one.boxes.flatMap((box, b) =>
        box.restrictions.map((restriction) => [
          one.strategy,
          b + 1,
          restriction.input,
          restriction.kind,
          restriction.kind === "among" ? null : restriction.limit,
          restriction.kind === "among" ? restriction.categories.join("; ") : null,
          restriction.quasiP,
          ...[box.density, box.coverage, box.mass],
          ...[
            box.heldOut.density?.probability ?? null,
            box.heldOut.density?.low ?? null,
            box.heldOut.density?.high ?? null,
          ],
          ...[box.heldOut.coverage, box.heldOut.base, box.stands],
        ]),
      ),
    ),
  };
}
