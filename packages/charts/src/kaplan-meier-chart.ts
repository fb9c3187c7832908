import * as Plot from "@observablehq/plot";
import { margins, scales, schoolYears, shares } from "./axes.ts";
import { draw } from "./draw.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { intervalText, known } from "./quantity.ts";
import { theme } from "./theme.ts";
import { percent, when } from "./words.ts";

/** Holds what {@link kaplanMeierChart} draws. Plain: survives JSON. */
export interface KaplanMeierData extends Provenance {
  /** Steps by ascending month: the chance of still waiting after it, with its 95% interval, and how many waited before. */
  readonly steps: readonly {
    readonly month: number;
    readonly survival: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly atRisk: number;
  }[];
  /** What is waited for, as in `80% of teachers using the practice`. */
  readonly of: string;
  /** Median time in months, which may lie between two; null where none is told. Where left out, the first month at a half. */
  readonly median?: number | null;
}

interface Reached {
  readonly month: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Draws the share that has reached a target by month, as steps within their interval, and how many still wait. */
export function kaplanMeierChart(data: KaplanMeierData, options: ChartOptions = {}): Figure {
  const { width = 720, document } = options;
  const height = options.height ?? Math.round(Math.min(380, Math.max(280, width * 0.5)));
  const margin = { ...margins, marginBottom: 66 };
  const steps = data.steps.filter(({ month, survival }) => known(month) && known(survival));
  const reached = reachedOf(data);
  const last = reached.at(-1) as Reached;
  const horizon = Math.max(12, Math.ceil(last.month / 12) * 12);
  const band = reached.filter(({ low, high }) => known(low) && known(high));
  const half = medianOf(data, reached);
  const years = Math.max(1, Math.floor(horizon / 12));
  const step = Math.ceil((years * 46) / (width - margin.marginLeft - margin.marginRight));
  const waiting = Array.from({ length: years + 1 }, (_, y) => 12 * y)
    .filter((_, y) => y % step === 0)
    .map((month) => ({ month, text: waitingAt(steps, month) }))
    .filter(({ text }) => text !== "");
  return draw(
    {
      ...margin,
      ...scales(horizon),
      width,
      height,
      marks: [
        shares("Share that has reached the target"),
        Plot.areaY(band, { x: "month", y1: "low", y2: "high", fill: theme.accentSoft, curve: "step-after" }),
        Plot.ruleY([0.5], { stroke: theme.target, strokeDasharray: "4 3" }),
        Plot.text(["half"], {
          y: 0.5,
          frameAnchor: "right",
          textAnchor: "start",
          dx: 8,
          fill: theme.target,
          fontWeight: 600,
        }),
        Plot.line(reached, { x: "month", y: "value", stroke: theme.accent, strokeWidth: 2.4, curve: "step-after" }),
        schoolYears(horizon, width),
        Plot.dot([last], {
          x: "month",
          y: "value",
          r: 4.5,
          fill: last.value >= 1 ? theme.accent : theme.paper,
          stroke: theme.accent,
          strokeWidth: 2.4,
        }),
        Plot.text([last], {
          x: "month",
          y: "value",
          text: ({ value }) => percent(value),
          textAnchor: "start",
          dx: 10,
          dy: Math.abs(last.value - 0.5) < 0.06 ? -14 : 0,
          fill: theme.ink,
          stroke: theme.paper,
          strokeWidth: 4,
          fontWeight: 600,
        }),
        half !== null
          ? Plot.ruleX([half], { y1: 0, y2: valueAt(reached, half), stroke: theme.accent, strokeDasharray: "1 3" })
          : null,
        Plot.text(waiting, {
          x: "month",
          text: "text",
          frameAnchor: "bottom",
          lineAnchor: "top",
          dy: 46,
          fill: theme.muted,
        }),
        waiting.length > 0
          ? Plot.text(["Still waiting:"], {
              frameAnchor: "bottom-left",
              lineAnchor: "top",
              dx: -margin.marginLeft,
              dy: 30,
              fill: theme.muted,
            })
          : null,
      ],
    },
    {
      sentence: sentenceOf(data, reached, half),
      document,
      caption: options.caption
        ? captionOf("Line: Kaplan–Meier estimate; band: 95% interval; ring: watched no longer.", data)
        : undefined,
    },
  );
}

/** Returns the median that was told; else the first month at which half have reached it, often a rounding below one half. */
function medianOf({ median }: KaplanMeierData, reached: readonly Reached[]): number | null {
  if (median !== undefined) return median;
  return reached.find(({ value }) => value >= 0.5 - 1e-9)?.month ?? null;
}

/** Returns the share that has reached the target by a time. */
const valueAt = (reached: readonly Reached[], time: number): number =>
  reached.reduce((share, { month, value }) => (month <= time ? value : share), 0);

/** Returns the share that has reached the target from the start on. */
function reachedOf({ steps }: KaplanMeierData): Reached[] {
  const flip = (value: number | null): number | null => (known(value) ? 1 - value : null);
  const after = steps
    .filter(({ month, survival }) => known(month) && known(survival))
    .toSorted((a, b) => a.month - b.month)
    .map(({ month, survival, low, high }) => ({ month, value: 1 - survival, low: flip(high), high: flip(low) }));
  return after[0]?.month === 0 ? after : [{ month: 0, value: 0, low: 0, high: 0 }, ...after];
}

/** Counts who still waits just before a month: those at risk at the first step from it on. */
function waitingAt(steps: KaplanMeierData["steps"], month: number): string {
  const next = steps.find((step) => step.month >= month);
  return next ? String(next.atRisk) : "";
}

function sentenceOf(data: KaplanMeierData, reached: readonly Reached[], half: number | null): string {
  const { of } = data;
  const last = reached.at(-1) as Reached;
  if (data.steps.length === 0) return `Nothing is known of when ${of} is reached.`;
  const basis = `(Kaplan–Meier estimate of ${counted(data)}, ${intervalText(last, "share")})`;
  if (last.value === 0) return `By ${when(last.month)}, none has reached ${of} ${basis}.`;
  const middle =
    half === null
      ? " Fewer than half have reached it by then, so the median time cannot be told."
      : Number.isInteger(half)
        ? ` Half have reached it by ${when(half)}.`
        : ` The median time is ${half} months.`;
  return `By ${when(last.month)}, ${percent(last.value)} have reached ${of} ${basis}.${middle}`;
}
