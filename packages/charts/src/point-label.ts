import * as Plot from "@observablehq/plot";
import { theme } from "./theme.ts";

/** Says where a point lies and how wide the frame is that its label must stay in. */
export interface PointPlace {
  readonly month: number;
  readonly share: number;
  /** Last month drawn. */
  readonly horizon: number;
  /** Width of the frame in pixels. */
  readonly drawn: number;
  /** Pixels down from the point; negative for over it. */
  readonly dy: number;
}

/** Labels a point in ink: to its left, or over it within the frame where the left has no room. */
export function pointLabel(text: string, { month, share, horizon, drawn, dy }: PointPlace): Plot.Markish {
  const long = text.length * 7.5; // of bold 13-pixel type, generously
  const left = (drawn * month) / horizon;
  const over = Math.max(long / 2 - left, Math.min(0, drawn - long / 2 - left));
  return Plot.text([text], {
    x: [month],
    y: [share],
    ...(left > long + 10 ? { textAnchor: "end", dx: -10 } : { textAnchor: "middle", dx: over }),
    dy,
    fill: theme.ink,
    stroke: theme.paper,
    strokeWidth: 4,
    fontWeight: 600,
  });
}
