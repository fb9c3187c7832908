import * as Plot from "@observablehq/plot";
import { targetWords } from "@uptake/study/target";
import { fundedPeriod, margins, scales, schoolYears, shares } from "./axes.ts";
import type { FanData } from "./fan-data.ts";
import { type ChartOptions, draw, type Figure } from "./figure.ts";
import { theme } from "./theme.ts";

/** Holds what {@link adoptionSketch} draws: about where the median will be, and nothing else of a plan still being run. */
export interface SketchData extends Pick<FanData, "target" | "funded"> {
  /** Median at indices 0 … horizon, from the runs that are there. */
  readonly median: readonly number[];
  /** Median as today, where it is known. */
  readonly today: readonly number[] | null;
  readonly done: number;
  readonly total: number;
}

/** Draws the median of a plan whose runs are still coming in, without bands or numbers of it. */
export function adoptionSketch(data: SketchData, options: ChartOptions = {}): Figure {
  const { width = 720, height = Math.round(Math.min(400, Math.max(280, width * 0.54))), document } = options;
  const { median, today, target, funded, done, total } = data;
  const horizon = median.length - 1;
  const line = (values: readonly number[], how: Plot.LineOptions): Plot.Markish =>
    Plot.line(values, { x: (_, month) => month, y: (value: number) => value, ...how });
  return draw(
    {
      ...margins,
      ...scales(horizon),
      width,
      height,
      marks: [
        funded === null ? null : fundedPeriod(Math.min(funded, horizon)),
        shares(targetWords[target.of ?? "teachers"].axis),
        Plot.ruleY([target.share], { stroke: theme.target, strokeWidth: 1.5 }),
        today ? line(today, { stroke: theme.ghost, strokeWidth: 2, strokeDasharray: "2 4" }) : null,
        line(median, { stroke: theme.accent, strokeWidth: 2.6 }),
        schoolYears(horizon, width),
      ],
    },
    { sentence: `A sketch: ${done} of ${total} runs are in.`, document },
  );
}
