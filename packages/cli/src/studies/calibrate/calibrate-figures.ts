import { type Scenario, version } from "@uptake/model";
import type { Calibration } from "@uptake/study/calibrate";
import type { AnswerFigure } from "../study-kind.ts";
import { heldIn } from "./calibrate-words.ts";

/** Draws parameters before and after, and the bands over the surveys: those first where the model does not show them. */
export function calibrateFigures(
  { rivals, selfReport }: Calibration,
  scenario: Scenario,
  seed: string,
): AnswerFigure[] {
  return rivals.flatMap(({ held, shown, parameters, groups, points, worlds }, k): AnswerFigure[] => {
    const suffix = rivals.length > 1 ? `-${k + 1}` : "";
    const where = heldIn(held) === "" ? "" : `, ${heldIn(held)}`;
    const from = { replicates: worlds.length, parameters: scenario.parameters.draw, seed, version };
    const fitted = parameters.map(({ name, prior, median, low, high, verdict }) => ({
      label: name,
      prior,
      posterior: { value: median ?? Number.NaN, low, high },
      verdict,
    }));
    const told: AnswerFigure = {
      name: `parameters${suffix}`,
      title: `What the surveys tell of parameters${where}`,
      draw: (charts, options) => charts.priorPosterior({ ...from, parameters: fitted }, { ...options, caption: true }),
    };
    const bands = groups.map(
      ({ group, months, reported }): AnswerFigure => ({
        name: `band${group === "all" ? "" : `-${group}`}${suffix}`,
        title: `What ${selfReport ? "teachers would say" : "would be counted"}, and what was seen: ${group}${where}`,
        draw: (charts, options) =>
          charts.predictiveBand(
            { months, ...reported, observed: points.filter((one) => one.group === group), ...from },
            { ...options, caption: true },
          ),
      }),
    );
    return shown ? [told, ...bands] : [...bands, told];
  });
}
