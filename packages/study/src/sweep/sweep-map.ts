import { InputError } from "@uptake/model";
import type { Level } from "../design/level.ts";
import type { PointEstimate, Sweep } from "./sweep.ts";

/** Holds an outcome over a grid of two factors, as a map shows it. */
export interface SweepMap {
  /** Factor across, and its levels in their order. */
  readonly x: { readonly name: string; readonly values: readonly Level[] };
  /** Factor up, and its levels in their order. */
  readonly y: { readonly name: string; readonly values: readonly Level[] };
  /** One estimate a cell, row by row of y. */
  readonly cells: readonly PointEstimate[];
}

/**
 * Lays one outcome (by its place) of a sweep over a grid of two factors out as a map: the first factor across, the
 * second upward, numbers ascending and names in the order of the design.
 *
 * @throws InputError when the sweep is not a grid of two factors.
 */
export function sweepMap({ design, outcomes }: Sweep, outcome: number): SweepMap {
  const [x, y, ...others] = design.factors;
  if (design.kind !== "grid" || x === undefined || y === undefined || others.length > 0) {
    const message = `a map needs a grid of two factors; this is ${design.kind} of ${design.factors.length}`;
    throw new InputError([{ code: "not-a-map", path: "design", message }]);
  }
  const levels = (i: number): Level[] => {
    const all = [...new Set(design.points.map((point) => point[i]!))];
    return all.every((level) => typeof level === "number") ? all.sort((a, b) => a - b) : all;
  };
  const [across, up] = [levels(0), levels(1)];
  const place = (a: Level, b: Level): number => design.points.findIndex((point) => point[0] === a && point[1] === b);
  const { estimates } = outcomes[outcome]!;
  return {
    x: { name: x, values: across },
    y: { name: y, values: up },
    cells: up.flatMap((b) => across.map((a) => estimates[place(a, b)]!)),
  };
}
