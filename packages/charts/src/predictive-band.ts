import * as Plot from "@observablehq/plot";
import { margins, scales, schoolYears, shares } from "./axes.ts";
import { draw } from "./draw.ts";
import { endLabels } from "./end-labels.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { known } from "./quantity.ts";
import { theme } from "./theme.ts";
import { atMonth, inMonth, percent } from "./words.ts";

/** Holds what {@link predictiveBand} draws: shares 0 … 1. Plain: survives JSON. */
export interface PredictiveBandData extends Provenance {
  /** Indexes of months, ascending. */
  readonly months: readonly number[];
  /** Lower end of the 95% band of what the calibrated model predicts, 0 … 1; null where there is none. */
  readonly low: readonly (number | null)[];
  /** Median of what the calibrated model predicts, 0 … 1; null where there is none. */
  readonly median: readonly (number | null)[];
  /** Upper end of the 95% band, 0 … 1; null where there is none. */
  readonly high: readonly (number | null)[];
  /** What was observed, with its own 95% interval. */
  readonly observed: readonly {
    readonly month: number;
    readonly share: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

/** Draws what a calibrated model predicts by month, with what was observed: crosses where it lies outside the band. */
export function predictiveBand(data: PredictiveBandData, options: ChartOptions = {}): Figure {
  const { width = 720, height = Math.round(Math.min(380, Math.max(260, width * 0.5))), document } = options;
  const { months } = data;
  const observed = observedIn(data);
  const horizon = Math.max(1, months.at(-1) ?? 1, ...observed.map(({ month }) => month));
  const rows = months.map((month, m) => {
    const [low, median, high] = [data.low[m], data.median[m], data.high[m]];
    const whole = known(low) && known(high);
    return {
      month,
      low: whole ? low : Number.NaN,
      high: whole ? high : Number.NaN,
      median: known(median) ? median : Number.NaN,
    };
  });
  const last = rows.findLast(({ median }) => known(median));
  return draw(
    {
      ...margins,
      ...scales(horizon),
      width,
      height,
      marks: [
        shares("Share of teachers using the practice"),
        Plot.areaY(rows, { x: "month", y1: "low", y2: "high", fill: theme.accentSoft }),
        Plot.line(rows, { x: "month", y: "median", stroke: theme.accent, strokeWidth: 2.4 }),
        Plot.ruleX(
          observed.filter(({ low, high }) => known(low) && known(high)),
          { x: "month", y1: "low", y2: "high", stroke: theme.ink, strokeWidth: 1.4 },
        ),
        Plot.dot(
          observed.filter(({ inside }) => inside !== false),
          {
            x: "month",
            y: "share",
            r: 4,
            fill: ({ inside }) => (inside ? theme.ink : theme.paper),
            stroke: theme.ink,
            strokeWidth: 1.6,
          },
        ),
        Plot.dot(
          observed.filter(({ inside }) => inside === false),
          { x: "month", y: "share", r: 6, symbol: "times", stroke: theme.rust, strokeWidth: 2.4 },
        ),
        schoolYears(horizon, width),
        last ? endLabels([{ text: "the model", fill: theme.accent, share: last.median }], horizon, height - 64) : null,
      ],
    },
    {
      sentence: sentenceOf(data),
      document,
      caption: options.caption
        ? captionOf(
            "Line: median; band: 95% of predictions; ● observed, with 95% intervals; × outside the band; ○ where there is no band.",
            data,
          )
        : undefined,
    },
  );
}

interface Observed {
  readonly month: number;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether it lies in the band; null where there is none at its month. */
  readonly inside: boolean | null;
}

function observedIn({ months, low, high, observed }: PredictiveBandData): Observed[] {
  return observed
    .filter(({ month, share }) => known(month) && known(share))
    .map((one) => {
      const m = months.indexOf(one.month);
      const [from, to] = [low[m], high[m]];
      return { ...one, inside: known(from) && known(to) ? one.share >= from && one.share <= to : null };
    });
}

function sentenceOf(data: PredictiveBandData): string {
  const observed = observedIn(data);
  const judged = observed.filter(({ inside }) => inside !== null);
  const inside = judged.filter((one) => one.inside);
  const m = data.median.findLastIndex((value) => known(value));
  const [low, median, high] = [data.low[m], data.median[m], data.high[m]];
  const band = known(low) && known(high) ? `, 95% of predictions ${percent(low)} to ${percent(high)}` : "";
  const ends = known(median)
    ? ` ${inMonth(data.months[m] as number)} the model’s median is ${percent(median)} (${counted(data)}${band}).`
    : ` Nothing is predicted (${counted(data)}).`;
  if (judged.length === 0) return `There is nothing observed to hold the model against.${ends}`;
  const outside = judged.filter((one) => !one.inside);
  const missed =
    outside.length > 0
      ? `; outside it: ${outside
          .slice(0, 4)
          .map(({ month, share }) => `${percent(share)} ${atMonth(month)}`)
          .join(", ")}${outside.length > 4 ? ` and ${outside.length - 4} more` : ""}`
      : "";
  return `The band of the calibrated model holds ${inside.length} of ${judged.length} observed shares of teachers${missed}.${ends}`;
}
