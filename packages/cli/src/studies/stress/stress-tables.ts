import type { Stress } from "@uptake/study/stress";
import { ends, integer, number, text, yesNo } from "../../tables/columns.ts";
import type { AnswerTable } from "../../tables/table.ts";
import { seriesUnit } from "../../words/series-words.ts";

const strategy = text("strategy", "Name of the strategy");
const shock = text("shock", "Name of the set of shocks");

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
      integer("world", "–", "Number of the world, the same for every strategy and shock"),
      integer("luck", "–", "Number of the run of that world"),
      ...levers.map((lever) =>
        integer(`start_${lever}`, "month", `First month of ${lever}, where the strategy uses it`),
      ),
      ...statistics.map((one) =>
        number(`${one.series}_${one.month}`, seriesUnit(one.series), `${one.series} at index ${one.month}`),
      ),
      yesNo(
        "success",
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
      integer("worlds", "worlds", "Worlds in which every strategy has an outcome"),
      number("mean", unit, "Mean outcome"),
      ...ends("mean", unit, "the mean outcome"),
      number("change", unit, "Mean change from the set without shocks, in the same worlds"),
      ...ends("change", unit, "that change"),
      number("success", "share of worlds", "Satisficing robustness: worlds in which the threshold is met"),
      ...ends("success", "share of worlds", "that share"),
      integer("success_place", "place", "Place by robustness, 1 is best; equals share it"),
      yesNo("success_tied", "Whether it cannot be told from the first at 95%"),
      number("regret", unit, "Mean of what is forgone against the best strategy of each world"),
      ...ends("regret", unit, "mean regret"),
      number("regret_worst_tenth", unit, "Mean regret of the tenth of worlds in which it is largest"),
      integer("regret_place", "place", "Place by mean regret, 1 is best; equals share it"),
      yesNo("regret_tied", "Whether it cannot be told from the first at 95%"),
      integer("best_alone", "worlds", "Worlds in which no other strategy is as good"),
      integer("best_shared", "worlds", "Worlds in which another strategy is as good"),
      number("worst_tenth", unit, "Mean outcome of the worst tenth of worlds"),
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
      integer("box", "–", "Number of the box, from 1"),
      text("input", "Parameter, start month of a lever, or shock"),
      text("kind", "above, below, or among"),
      number("limit", "the input's", "Limit that values in the box exceed or stay below"),
      text("among", "Names in the box, with semicolons"),
      number("quasi_p", "probability", "Chance that the restriction adds nothing, by the worlds that found it"),
      number("density", "share of cases", "Cases in the box that fail, in the worlds that found it"),
      number("coverage", "share of failures", "Failures that are in the box, in the worlds that found it"),
      number("mass", "share of cases", "Cases that are in the box, in the worlds that found it"),
      number("held_out_density", "share of cases", "Cases in the box that fail, in the worlds held out"),
      ...ends("held_out_density", "share of cases", "that density"),
      number("held_out_coverage", "share of failures", "Failures that are in the box, in the worlds held out"),
      number("base", "share of cases", "Cases that fail in the worlds held out"),
      yesNo("stands", "Whether density in worlds held out is beyond chance above the base"),
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
