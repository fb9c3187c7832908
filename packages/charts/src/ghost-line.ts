import * as Plot from "@observablehq/plot";
import type { Bands } from "@uptake/study";
import { theme } from "./theme.ts";

/** Draws the median of what plans are held against, dotted; nothing where there is none. */
export function ghostLine(bands: Pick<Bands, "months" | "p50"> | null): Plot.Markish {
  if (!bands) return null;
  const { months, p50 } = bands;
  return Plot.line(months, { x: months, y: p50, stroke: theme.ghost, strokeWidth: 2, strokeDasharray: "2 4" });
}
