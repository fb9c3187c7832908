import * as Plot from "@observablehq/plot";
import { type Interval, known } from "./quantity.ts";
import { theme } from "./theme.ts";

/** Draws the interval of an estimate along row `y`; nothing where it is not known. */
export function whisker(
  { low, high }: Pick<Interval, "low" | "high">,
  y: number,
  { stroke = theme.ink, strokeWidth = 1.8 }: { readonly stroke?: string; readonly strokeWidth?: number } = {},
): Plot.Markish {
  return known(low) && known(high) ? Plot.ruleY([y], { x1: low, x2: high, stroke, strokeWidth }) : null;
}
