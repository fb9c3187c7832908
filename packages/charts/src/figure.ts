import { type Draw, thousands } from "@uptake/model";

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
