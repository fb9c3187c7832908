import * as Plot from "@observablehq/plot";
import { type Draw, thousands } from "@uptake/model";
import { theme, type } from "./theme.ts";

/** Holds a chart and what it says. */
export interface Figure {
  /** The chart, not yet in a document. */
  readonly element: SVGSVGElement;
  /** States the result in words; also the chart's accessible name. */
  readonly sentence: string;
}

/** Sets how a chart is drawn. */
export interface ChartOptions {
  /** Width in pixels (default 720). */
  readonly width?: number;
  /** Height in pixels without the caption (default by chart). */
  readonly height?: number;
  /** Document to draw in (default the global one); in Node, that of jsdom. */
  readonly document?: Document;
  /** Whether replicates, seed and version stand under the chart (default false). */
  readonly caption?: boolean;
}

/** Says where the numbers of a chart come from. */
export interface Provenance {
  /** Number of replicates. */
  readonly replicates: number;
  /** Different worlds among the replicates (default as many). */
  readonly worlds?: number;
  /** How worlds were drawn: from the kept ones, from the priors, or all the fixed one. */
  readonly parameters: Draw;
  /** Text that the draws follow from. */
  readonly seed: string;
  /** Version of the package that made the runs. */
  readonly version: string;
}

const plural = (count: number, noun: string): string => `${thousands(count)} ${noun}${count === 1 ? "" : "s"}`;

/**
 * Counts replicates in words: `100 worlds`, `400 replicates in 100 worlds` where worlds repeat, or `100 runs` where all
 * share one world.
 */
export function counted({ replicates, worlds = replicates, parameters }: Provenance): string {
  if (parameters === "fixed") return plural(replicates, "run");
  return worlds < replicates
    ? `${plural(replicates, "replicate")} in ${plural(worlds, "world")}`
    : plural(replicates, "world");
}

/** Writes the line under a chart: what is drawn, and from which replicates, seed and version. */
export function captionOf(drawn: string, from: Provenance): string {
  return `${drawn} ${counted(from)}, seed “${from.seed}”, version ${from.version}.`;
}

const lineHeight = 17;

function wrap(text: string, width: number): string[] {
  const most = Math.max(20, Math.floor(width / 6.4));
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Draws a plot as an image that `sentence` names, with `caption` under it. */
export function draw(
  plot: Plot.PlotOptions & { readonly width: number; readonly height: number; readonly marginBottom: number },
  { sentence, caption, document }: { sentence: string; caption?: string | undefined; document?: Document | undefined },
): Figure {
  const lines = caption ? wrap(caption, plot.width) : [];
  const note = Plot.text([lines.join("\n")], {
    frameAnchor: "bottom-left",
    lineAnchor: "top",
    dx: -(plot.marginLeft ?? 0),
    dy: plot.marginBottom + 2,
    fill: theme.muted,
    lineHeight: lineHeight / 12,
    fontSize: 12,
  });
  const element = Plot.plot({
    ...plot,
    ...(document ? { document } : {}),
    className: "uptake-chart",
    style: type,
    height: plot.height + lines.length * lineHeight,
    marginBottom: plot.marginBottom + lines.length * lineHeight,
    marks: [...(plot.marks ?? []), lines.length > 0 ? note : null],
  }) as SVGSVGElement & Plot.Plot;
  for (const inner of element.querySelectorAll("*")) {
    for (const name of ["aria-label", "aria-description", "aria-hidden"]) inner.removeAttribute(name);
  }
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", sentence);
  return { element, sentence };
}
