import type { Stress } from "@uptake/study/stress";
import { integer, number, text, withEnds, yesNo } from "../../tables/columns.ts";
import { chanceCells, estimateCells, meanCells } from "../../tables/interval-cells.ts";
import type { AnswerTable, Column } from "../../tables/table.ts";
import { seriesUnit } from "../../words/series-words.ts";

const strategy = text("strategy", "Name of the strategy");
const shock = text("shock", "Name of the set of shocks");

/**
 * Lists the tables of a stress test: every strategy under every set of shocks, how often each fails, every restriction of a
 * box, every run.
 */
export function stressTables(found: Stress): AnswerTable[] {
  return [strategies(found), failures(found), boxes(found), outcomes(found)];
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

function strategies({ underShocks, threshold, strategies: all }: Stress): AnswerTable {
  const { measure, month } = threshold;
  const unit = seriesUnit(measure);
  const alone = all.length === 1;
  return {
    name: "strategies-under-shocks",
    doc: "One row a strategy under a set of shocks, over worlds",
    columns: [
      strategy,
      shock,
      ...withEnds(
        "success",
        "share of worlds",
        "Satisficing robustness: worlds in which the threshold is met",
        "that share",
      ),
      integer("success_place", "place", "Place by robustness, 1 is best; equals share it"),
      yesNo("success_tied", "Whether it cannot be told from place 1 at 95%; of place 1, whether any other cannot"),
      ...difference("change", unit, "mean outcome less that under the set without shocks, in the same worlds"),
      integer(
        "change_place",
        "place",
        "Place by that change among the sets of shocks, 1 is the worst; equals share it",
      ),
      yesNo("change_tied", "Whether it cannot be told from place 1 at 95%; of place 1, whether any other cannot"),
      ...withEnds(
        "regret",
        unit,
        "Regret: mean of what is forgone against the best strategy of each world",
        "mean regret",
      ),
      integer("regret_place", "place", "Place by mean regret, 1 is best; equals share it"),
      yesNo("regret_tied", "Whether it cannot be told from place 1 at 95%; of place 1, whether any other cannot"),
      ...withEnds("mean", unit, "Mean outcome", "the mean outcome"),
      ...withEnds("worst_tenth", unit, "Mean outcome of the worst tenth of worlds", "that mean"),
      number("regret_worst_tenth", unit, "Mean regret of the tenth of worlds in which it is largest"),
      integer("best_alone", "worlds", "Worlds in which no other strategy is as good"),
      integer("best_shared", "worlds", "Worlds in which another strategy is as good"),
      integer("worlds", "worlds", "Worlds in which every strategy has an outcome"),
      integer("month", "months", "Index at which it is read, 0 = the start"),
      ...difference("success_less_first", "share of worlds", "share less that of place 1, in the same worlds"),
      ...difference("change_over_worst", unit, "mean outcome less that under the set with place 1, same worlds"),
      ...difference("regret_over_first", unit, "mean regret less that of place 1, in the same worlds"),
    ],
    rows: underShocks.flatMap((under) =>
      under.strategies.map(({ outcome, change, harm, robustness, regret, worstTenth, ...one }) => [
        one.strategy,
        under.shock,
        ...chanceCells(robustness),
        ...(alone ? [null, null] : [robustness.place, robustness.tiedWithFirst]),
        ...[...meanCells(change), harm?.place ?? null, harm?.tiedWithWorst ?? null],
        ...[...meanCells(regret?.mean), regret?.place ?? null, regret?.tiedWithFirst ?? null],
        ...meanCells(outcome),
        ...meanCells(worstTenth),
        ...[regret?.worstTenth.mean ?? null, regret?.bestAlone ?? null, regret?.bestShared ?? null],
        ...[under.worlds, month],
        ...estimateCells(robustness.lessFirst),
        ...meanCells(harm?.overWorst),
        ...meanCells(regret?.overFirst),
      ]),
    ),
  };
}

/** Describes a difference and the ends of its 95% interval. */
const difference = (name: string, unit: string, doc: string): readonly Column[] =>
  withEnds(name, unit, `Difference: ${doc}`, "that difference");

function failures({ vulnerabilities }: Stress): AnswerTable {
  return {
    name: "failures",
    doc: "One row a strategy: how often it fails, and how many circumstances were found in which it does",
    columns: [
      strategy,
      integer("cases", "cases", "Worlds under sets of shocks in which it has an outcome"),
      number("failing", "share of cases", "Cases that fail"),
      integer("worlds_finding", "worlds", "Worlds in which circumstances of failure were sought"),
      integer("worlds_held_out", "worlds", "Worlds in which what was found was tested"),
      integer("boxes", "boxes", "Circumstances found: boxes, each a set of limits on numbers of the world"),
      text("reason", "Why there is none, or no more"),
    ],
    rows: vulnerabilities.map(({ strategy: name, cases, failing, worlds, boxes: found, reason }) => [
      name,
      cases,
      cases === 0 ? null : failing,
      worlds.finding,
      worlds.heldOut,
      found.length,
      reason || null,
    ]),
  };
}

function boxes({ vulnerabilities }: Stress): AnswerTable {
  return {
    name: "failure-boxes",
    doc: "One row a limit of the circumstances in which a strategy fails: a box, found by peeling slices off until most cases left are failures (PRIM)",
    columns: [
      strategy,
      integer("box", "–", "Number of the box, from 1"),
      text("input", "Parameter, start month of a lever, or shock"),
      text("kind", "above, below, or among"),
      number("limit", "the input's", "Limit that values in the box exceed or stay below"),
      text("among", "Names in the box, with semicolons"),
      number("quasi_p", "probability", "Chance that the restriction adds nothing, by the worlds that found it"),
      number("density", "share of cases", "Density: cases in the box that fail, in the worlds that found it"),
      number("coverage", "share of failures", "Coverage: failures that are in the box, in the worlds that found it"),
      number("mass", "share of cases", "Cases that are in the box, in the worlds that found it"),
      ...withEnds(
        "held_out_density",
        "share of cases",
        "Cases in the box that fail, in the worlds held out",
        "that density",
      ),
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
          ...chanceCells(box.heldOut.density),
          ...[box.heldOut.coverage, box.heldOut.base, box.stands],
        ]),
      ),
    ),
  };
}
