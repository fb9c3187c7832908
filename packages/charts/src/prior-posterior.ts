import * as Plot from "@observablehq/plot";
import { draw } from "./draw.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { type Interval, known, listed, number } from "./quantity.ts";
import { rowLayout } from "./rows.ts";
import { theme } from "./theme.ts";

/** Holds what {@link priorPosterior} draws. Plain: survives JSON. */
export interface PriorPosteriorData extends Omit<Provenance, "parameters"> {
  /** Parameters from the top, each on a scale of its own. */
  readonly parameters: readonly FittedParameter[];
}

/** Holds what data tell of one parameter. */
export interface FittedParameter {
  /** Name of the parameter. */
  readonly label: string;
  /** 95% interval before the data, low to high. */
  readonly prior: readonly [number, number];
  /** Middle and 95% interval after them. */
  readonly posterior: Interval;
  /** Whether the data narrow it, or cannot tell. */
  readonly verdict: "informed" | "cannot-tell";
}

/** Draws each parameter before and after the data, on a scale of its own; a hollow bar without a point where they cannot tell. */
export function priorPosterior(data: PriorPosteriorData, options: ChartOptions = {}): Figure {
  const { width = 720, document } = options;
  const { parameters } = data;
  const rows = rowLayout(
    parameters.map(({ label }) => label),
    width,
    { apart: 34 },
  );
  const lines = parameters.map((one, y) => ({ ...one, y, ...placed(one) }));
  const ends = lines.flatMap(({ value, low, high }) => [value, low, high]).filter(known);
  const domain: [number, number] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const margin = {
    marginTop: 42,
    marginRight: isNarrow(width) ? 112 : 130,
    marginBottom: 8,
    marginLeft: rows.marginLeft,
  };
  const height = options.height ?? rows.height + margin.marginTop + margin.marginBottom;
  const end = (value: number, x: number, anchor: "start" | "end", y: number, under: boolean): Plot.Markish =>
    Plot.text([number(value)], {
      x,
      y,
      textAnchor: anchor,
      dx: anchor === "end" ? -6 : 6,
      dy: under ? 14 : 0,
      fill: theme.muted,
      fontSize: 11,
    });
  return draw(
    {
      ...margin,
      width,
      height,
      x: { domain, axis: null },
      y: rows.y,
      marks: [
        Plot.text(["├─┤ before   ━●━ after the data   ▭ cannot tell"], {
          frameAnchor: "top-left",
          lineAnchor: "top",
          dx: -margin.marginLeft,
          dy: -margin.marginTop + 2,
          fill: theme.muted,
        }),
        lines.map(({ prior, low, high, y }) => [
          Plot.ruleY([y], { x1: 0, x2: 1, stroke: theme.ghost }),
          Plot.ruleX([0, 1], { y1: y - 0.14, y2: y + 0.14, stroke: theme.ghost }),
          end(prior[0], 0, "end", y, known(low) && low < 0),
          end(prior[1], 1, "start", y, known(high) && high > 1),
        ]),
        lines.map(({ verdict, value, low, high, y }) =>
          verdict === "informed" ? told({ value, low, high }, y) : untold({ low, high }, y),
        ),
        Plot.text(lines, {
          y: "y",
          text: ({ posterior, verdict }) =>
            verdict !== "informed" ? "cannot tell" : known(posterior.value) ? number(posterior.value) : "not known",
          frameAnchor: "right",
          textAnchor: "end",
          dx: margin.marginRight - 2,
          fill: theme.ink,
          fontWeight: 600,
        }),
        rows.labels,
      ],
    },
    {
      sentence: sentenceOf(data),
      document,
      caption: options.caption
        ? captionOf("Lines: 95% intervals, each on the scale of its own prior.", { ...data, parameters: "sampled" })
        : undefined,
    },
  );
}

function told({ value, low, high }: Interval, y: number): Plot.Markish[] {
  return [
    known(low) && known(high)
      ? Plot.ruleY([y], { x1: low, x2: high, stroke: theme.accent, strokeWidth: 6, strokeOpacity: 0.6 })
      : null,
    known(value) ? Plot.dot([value], { x: value, y, r: 5, fill: theme.accent }) : null,
  ];
}

function untold({ low, high }: Omit<Interval, "value">, y: number): Plot.Markish {
  return known(low) && known(high)
    ? Plot.rect([y], {
        x1: low,
        x2: high,
        y1: y - 0.1,
        y2: y + 0.1,
        fill: theme.paper,
        stroke: theme.accent,
        strokeWidth: 1.6,
        strokeDasharray: "3 3",
      })
    : null;
}

/** Places a posterior on the scale of its prior, 0 at its low end and 1 at its high end; in the middle where it has no width. */
function placed({ prior: [from, to], posterior }: FittedParameter): Interval {
  const place = (value: number): number => (to > from ? (value - from) / (to - from) : 0.5);
  const { value, low, high } = posterior;
  return {
    value: known(value) ? place(value) : Number.NaN,
    low: known(low) ? place(low) : null,
    high: known(high) ? place(high) : null,
  };
}

function sentenceOf(data: PriorPosteriorData): string {
  const { parameters } = data;
  if (parameters.length === 0) return "There are no calibrated parameters to show.";
  const told = parameters.filter(({ verdict }) => verdict === "informed");
  const untold = parameters.filter(({ verdict }) => verdict !== "informed");
  const basis = counted({ ...data, parameters: "sampled" });
  const text = ({ label, prior, posterior: { value, low, high } }: FittedParameter): string =>
    `“${label}” ${known(value) ? number(value) : "not known"} (${known(low) && known(high) ? `95% interval ${number(low)} to ${number(high)}` : "no interval"}; before ${number(prior[0])} to ${number(prior[1])})`;
  const head =
    told.length === 0
      ? `The data inform none of ${parameters.length} ${parameters.length === 1 ? "parameter" : "parameters"} (${basis}).`
      : `The data inform ${told.length} of ${parameters.length} ${parameters.length === 1 ? "parameter" : "parameters"} (${basis}): ${told.map(text).join("; ")}.`;
  const tail = untold.length > 0 ? ` They cannot tell ${listed(untold.map(({ label }) => `“${label}”`))}.` : "";
  return `${head}${tail}`;
}
