import { derive, hashText, InputError, integer, rootKey } from "@uptake/model";
import { checkSize, emptySeed, outOfRange } from "../design/checks.ts";
import type { DesignPoint } from "../design/design-point.ts";
import { checkFactors, type Factor } from "../design/factor.ts";
import { permutation } from "../design/permutation.ts";
import { valueAt } from "../design/value-at.ts";
import { bellTail } from "./bell-tail.ts";

/** Sets how a Morris design is drawn. */
export interface MorrisOptions {
  /** Number of trajectories, 2 … 100,000 (default 20). */
  readonly trajectories?: number;
  /** Number of levels of each factor, even, 2 … 100 (default 4). */
  readonly levels?: number;
  /** Text that the trajectories follow from, not empty (default `uptake`). */
  readonly seed?: string;
  /** Says whether each trajectory ends with a step that redraws luck alone (default true). */
  readonly luck?: boolean;
}

/** Describes a step of a trajectory: which factor moves, and by how much of its range, up or down. */
export interface MorrisStep {
  /** Place of the factor, from 0. */
  readonly factor: number;
  /** Change of its place, −1 … 1 of its range. */
  readonly change: number;
}

/** Holds the evaluations that {@link morris} needs, as data. */
export interface MorrisDesign {
  /** Says which design it is. */
  readonly kind: "morris";
  /** Names of the factors, in the order of a point's values. */
  readonly factors: readonly string[];
  /** Number of trajectories. */
  readonly trajectories: number;
  /** Levels of the grid, even. */
  readonly levels: number;
  /** Text that the design follows from. */
  readonly seed: string;
  /** Whether each trajectory ends with a step that redraws luck alone. */
  readonly luck: boolean;
  /** Lists the steps of each trajectory, one for each factor. */
  readonly steps: readonly (readonly MorrisStep[])[];
  /**
   * Lists the evaluations trajectory by trajectory: the start, the point after each step, then the last point once more
   * under other luck. More trajectories begin with those of a shorter design.
   */
  readonly points: readonly DesignPoint[];
}

/** Returns how many evaluations a trajectory takes: factors + 1, and one more for luck. */
export function morrisWidth(factors: number, luck: boolean): number {
  return factors + 1 + (luck ? 1 : 0);
}

/**
 * Draws trajectories through the factors' levels, in which each factor moves once, by half its levels (Morris,
 * Technometrics 33(2), 1991). A trajectory keeps one luck, 2t for trajectory t, so its steps are paired; its last point
 * is repeated with luck 2t + 1. Levels of a bell-shaped factor reach from its 0.5% to its 99.5% place.
 *
 * @throws InputError when a factor cannot vary, a number is out of range, levels are odd, the seed is empty, or there
 *   are over 1,000,000 evaluations or 40,000,000 values.
 */
export function morrisDesign(factors: readonly Factor[], options: MorrisOptions = {}): MorrisDesign {
  const { trajectories = 20, levels = 4, seed = "uptake", luck = true } = options;
  checkFactors(factors);
  const issues = [...outOfRange("trajectories", trajectories, 2, 100_000), ...outOfRange("levels", levels, 2, 100)];
  if (issues.length === 0 && levels % 2 === 1) {
    issues.push({ code: "odd", path: "levels", message: `${levels} levels have no half`, value: levels });
  }
  issues.push(...emptySeed(seed));
  if (issues.length > 0) throw new InputError(issues);
  checkSize(trajectories * morrisWidth(factors.length, luck), factors.length);
  const root = derive(rootKey(seed), hashText("morris"));
  const steps: MorrisStep[][] = [];
  const points: DesignPoint[] = [];
  for (let t = 0; t < trajectories; t++) {
    const key = derive(root, t);
    const at = factors.map((_, i) => integer(derive(key, 1), i, levels));
    const point = (own: number): void => {
      points.push({ values: factors.map((factor, i) => levelValue(factor, at[i]!, levels)), luck: luck ? own : 0 });
    };
    point(2 * t);
    steps.push(
      permutation(factors.length, derive(key, 0)).map((factor) => {
        const move = at[factor]! < levels / 2 ? levels / 2 : -levels / 2;
        at[factor]! += move;
        point(2 * t);
        return { factor, change: move / (levels - 1) };
      }),
    );
    if (luck) point(2 * t + 1);
  }
  return { kind: "morris", factors: factors.map(({ name }) => name), trajectories, levels, seed, luck, steps, points };
}

function levelValue(factor: Factor, level: number, levels: number): number {
  const place = level / (levels - 1);
  return valueAt(factor, factor.prior.shape === "bell" ? bellTail + (1 - 2 * bellTail) * place : place);
}
