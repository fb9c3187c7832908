import * as Plot from "@observablehq/plot";
import { linesOf } from "./lines-of.ts";
import { theme } from "./theme.ts";

/** Sets the parts of a key beside each other, in lines that a chart `width` pixels wide has room for. */
export function keyLines(parts: readonly string[], width: number): string {
  return linesOf(parts, Math.max(24, Math.floor(width / 6.8)), "    ").join("\n");
}

/** Numbers names for a key, as in `1 coaching-only    2 mandate`, in lines as {@link keyLines} sets them. */
export function numberedKey(names: readonly string[], width: number): string {
  return keyLines(
    names.map((name, i) => `${i + 1} ${name}`),
    width,
  );
}

/** Holds a mark that bears the number of what it is of. */
export interface NumberedDot {
  readonly x: number;
  readonly y: number;
  /** Place of its name in the key, from 0. */
  readonly of: number;
  readonly filled: boolean;
}

/** Draws dots that bear numbers: filled, or hollow. */
export function numberedDots(dots: readonly NumberedDot[]): Plot.Markish[] {
  const text = { x: "x", y: "y", text: ({ of }: NumberedDot) => String(of + 1), fontSize: 10.5 } as const;
  const dot = { x: "x", y: "y", r: 8, strokeWidth: 1.6 } as const;
  const [filled, hollow] = [dots.filter((one) => one.filled), dots.filter((one) => !one.filled)];
  return [
    Plot.dot(hollow, { ...dot, fill: theme.paper, stroke: theme.ghost }),
    Plot.text(hollow, { ...text, fill: theme.ink }),
    Plot.dot(filled, { ...dot, fill: theme.accent, stroke: theme.accent }),
    Plot.text(filled, { ...text, fill: theme.paper, fontWeight: "bold" }),
  ];
}
