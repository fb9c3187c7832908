import { InputError } from "@uptake/model";
import { mean } from "simple-statistics";
import { quantile } from "../statistics/quantile.ts";
import type { Sweep } from "./sweep.ts";

/** Holds an outcome over a grid of two factors, as a map shows it. */
export interface SweepMap {
  readonly x: { readonly name: string; readonly values: readonly number[] };
  readonly y: { readonly name: string; readonly values: readonly number[] };
  /** One estimate a cell, row by row of y; null where no replicate has a value. */
  readonly cells: readonly (number | null)[];
}

/**
 * Lays one outcome (by its place) of a sweep over a grid of two factors out as a map: the first factor across, the
 * second upward, both ascending.
 *
 * @throws InputError when the sweep is not a grid of two factors.
 */
export function sweepMap({ design, outcomes }: Sweep, outcome: number): SweepMap {
  const [x, y, ...others] = design.factors;
  if (design.kind !== "grid" || x === undefined || y === undefined || others.length > 0) {
    const message = `a map needs a grid of two factors; this is ${design.kind} of ${design.factors.length}`;
    throw new InputError([{ code: "not-a-map", path: "design", message }]);
  }
  const levels = (i: number): number[] => [...new Set(design.points.map((point) => point[i]!))].sort((a, b) => a - b);
  const [across, up] = [levels(0), levels(1)];
  const found = new Map(design.points.map((point, p) => [point.join(), outcomes[outcome]!.estimates[p]!.value]));
  return {
    x: { name: x, values: across },
    y: { name: y, values: up },
    cells: up.flatMap((b) => across.map((a) => found.get([a, b].join()) ?? null)),
  };
}

/** Holds how an outcome goes with one factor of a sweep, the others being whatever the design has there. */
export interface MainEffect {
  readonly factor: string;
  /** Mean of the points with the lowest third of the factor's levels, and with the highest. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Computes the main effect of each factor of a sweep on one outcome (by its place). */
export function mainEffects({ design, outcomes }: Sweep, outcome: number): MainEffect[] {
  const { estimates } = outcomes[outcome]!;
  return design.factors.map((factor, i) => {
    const levels = [...new Set(design.points.map((point) => point[i]!))];
    const over = (chosen: (level: number) => boolean): number | null => {
      const values = design.points.flatMap((point, p) => {
        const { value } = estimates[p]!;
        return value !== null && chosen(point[i]!) ? [value] : [];
      });
      return values.length === 0 ? null : mean(values);
    };
    const [third, twoThirds] = [quantile(levels, 1 / 3), quantile(levels, 2 / 3)];
    return { factor, low: over((level) => level <= third), high: over((level) => level >= twoThirds) };
  });
}
