import { forecastSentence } from "@uptake/study/forecast";
import { element } from "../../kit/element.js";
import { tableElement } from "../../kit/table.js";
import { percent } from "../../words/numbers.js";
import { sureWords } from "../../words/sure.js";
import type { ForecastScore } from "./record.js";

const { forecasts: say } = sureWords;
const own = "Uptake";

/** Returns the best score among the other forecasters. */
const bestOther = ({ logScores }: ForecastScore): number =>
  Math.max(...Object.entries(logScores).flatMap(([name, score]) => (name === own ? [] : [score])));

/** Counts the series on which the model scores better than every other forecaster. */
function seriesWon(scores: readonly ForecastScore[]): number {
  return scores.filter((score) => (score.logScores[own] ?? Number.NEGATIVE_INFINITY) > bestOther(score)).length;
}

/** Makes what is known of the model's forecasts: what its bands held, and how it fared beside others. */
export function forecasts(scores: readonly ForecastScore[], how: string): HTMLElement {
  const rows = scores.map((score) => [
    score.series,
    score.fitted,
    score.heldOut,
    percent(score.held80),
    score.logScores[own] ?? null,
    bestOther(score),
    score.source,
  ]);
  return element(
    "div",
    {},
    element("p", {}, say.intro, " ", forecastSentence(), " ", say.better(seriesWon(scores), scores.length)),
    element(
      "details",
      { class: "figure-table" },
      element("summary", {}, say.table),
      tableElement({ columns: say.columns, rows }, say.table, () => ""),
      element("p", { class: "caption" }, how, " ", say.unit),
    ),
  );
}
