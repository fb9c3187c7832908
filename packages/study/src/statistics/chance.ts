import { square } from "@uptake/model";
import { residualSums } from "./by-world.ts";
import { type Probability, wilson } from "./wilson.ts";
import { countUnits, type Units } from "./worlds-of.ts";

/**
 * Returns how many independent replicates tell as much of a chance as these do, from at least one: their number over the
 * design effect, the variance of the share with worlds as units over that with replicates as units. Never more than
 * there are replicates, and never fewer than if all runs of a world ended alike, which is as many as there are worlds
 * where each has as many runs.
 *
 * For the design effect alone, two worlds that reach it and two that do not are added, as Agresti and Coull add them for
 * the interval: where nothing or everything was reached the runs say nothing of how alike a world's runs are, and these
 * four then let the world count as one.
 */
export function effectiveReplicates(reached: readonly boolean[], units: Units): number {
  const n = reached.length;
  if (units === undefined || countUnits(reached, units) === n) return n;
  const sizes = new Map<number, number>();
  for (const world of units) sizes.set(world, (sizes.get(world) ?? 0) + 1);
  return effectiveOf({
    replicates: n,
    hits: reached.filter(Boolean).length,
    size: [...sizes.values()].reduce((sum, one) => sum + one * one, 0) / n,
    worlds: sizes.size,
    squares: (share) => residualSums(reached.map(Number), share, units).reduce((sum, one) => sum + one * one, 0),
  });
}

/** Holds what {@link effectiveReplicates} needs of runs whose worlds repeat. */
export interface ReachedByWorld {
  readonly replicates: number;
  /** How many of them reached it. */
  readonly hits: number;
  /** Replicates a world as a replicate meets them: squares of the worlds' numbers of replicates over all replicates. */
  readonly size: number;
  readonly worlds: number;
  /** Adds up squares of the worlds' sums of residuals from a share. */
  readonly squares: (share: number) => number;
}

/** Returns {@link effectiveReplicates} from sums over worlds. */
export function effectiveOf({ replicates: n, hits, size, worlds, squares }: ReachedByWorld): number {
  const total = n + 4 * size;
  const share = (hits + 2 * size) / total;
  let sum = squares(share);
  for (const value of [1, 1, 0, 0]) sum += square(size * (value - share));
  const count = worlds + 4;
  const variance = ((count / (count - 1)) * sum) / total / total;
  const effect = (variance * total) / (share * (1 - share));
  return Math.min(n, Math.max(n / size, n / effect));
}

/**
 * Computes the share of replicates, at least one, in which something was reached, with its 95% interval by Wilson's
 * score. `units` holds the number of each replicate's world where worlds repeat: as many observations then count as
 * {@link effectiveReplicates} says, so the interval is never narrower than with independent replicates.
 */
export function chance(reached: readonly boolean[], units?: Units): Probability {
  const n = reached.length;
  const hits = reached.filter(Boolean).length;
  const effective = effectiveReplicates(reached, units);
  if (effective === n) return wilson(hits, n);
  const { low, high } = wilson((hits / n) * effective, effective);
  return { probability: hits / n, low, high, replicates: n };
}
