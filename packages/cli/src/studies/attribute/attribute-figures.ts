import type { Attribution } from "@uptake/study/attribute";
import { type EvaluatedTarget, targetWords } from "@uptake/study/target";
import { describeStatistic, playerName } from "../../words/describe-attribution.ts";
import { percent } from "../../words/format.ts";
import { seriesUnit } from "../../words/series-words.ts";
import type { AnswerFigure } from "../study-kind.ts";
import type { Attributed } from "./attributed.ts";

/** Draws how shares add up, of levers and of assumptions, and how long the target takes. */
export function attributeFigures({ policy, assumed, target }: Attributed): AnswerFigure[] {
  const what = describeStatistic(policy);
  return [
    ...waterfall(policy, "shares-of-levers", `What adds to ${what}`, what),
    ...(assumed
      ? waterfall(
          assumed,
          "shares-of-assumptions",
          "What the answer owes to assumptions",
          `what the strategy adds to ${what}`,
        )
      : []),
    ...(target ? [waiting(target, policy)] : []),
  ];
}

function waterfall(attribution: Attribution, name: string, title: string, of: string): AnswerFigure[] {
  const { from, to, shares, replicates, worlds, parameters, seed, version } = attribution;
  const unit = seriesUnit(attribution.statistic.series);
  if (from.mean === null || to.mean === null) return [];
  const data = {
    of,
    unit,
    from: from.mean,
    parts: shares.map(({ player, mean, low, high }) => ({
      label: playerName(player),
      share: { value: mean ?? 0, low, high },
    })),
    to: to.mean,
    replicates,
    worlds,
    parameters,
    seed,
    version,
  };
  return [{ name, title, draw: (charts, options) => charts.shapleyWaterfall(data, options) }];
}

function waiting(target: EvaluatedTarget, { parameters, seed, version }: Attribution): AnswerFigure {
  const { share, of, replicates, worlds, momentary } = target;
  const goal = `${percent(share)} ${targetWords[of].who}`;
  const data = {
    of: of === "teachers" ? `${goal} using the practice` : goal,
    median: momentary.median,
    steps: momentary.curve.steps.map(({ time, waiting: survival, low, high, atRisk }) => ({
      month: time,
      survival,
      low,
      high,
      atRisk,
    })),
    replicates,
    worlds,
    parameters,
    seed,
    version,
  };
  return {
    name: "time-to-target",
    title: `Time to ${goal}`,
    draw: (charts, options) => charts.kaplanMeierChart(data, options),
  };
}
