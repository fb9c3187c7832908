import { derive, hashText, integer, rootKey } from "../numerics/random.ts";
import type { BeliefsInput } from "./beliefs.ts";
import { keptWorlds } from "./kept-worlds.ts";

const order = hashText("order of worlds");

/** Returns which of `count` worlds is that of `replicate`, from 0: each comes once before any comes again. */
export function placeOf(seed: string, replicate: number, count: number): number {
  const key = derive(rootKey(seed), order);
  let stride = 1 + integer(key, 0, count);
  while (greatestDivisor(stride, count) > 1) stride++;
  return (integer(key, 1, count) + (replicate % count) * stride) % count;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/**
 * Returns the number of the world that {@link drawWorld} gives a replicate, from 0: the row of the table where worlds are
 * sampled from one. Replicates of the same number share all of a world but what own priors draw.
 */
export function worldNumber(seed: string, replicate: number, beliefs: BeliefsInput): number {
  const count = worldCount(beliefs);
  if (count === null) return replicate;
  return beliefs.draw === "sampled" ? placeOf(seed, replicate, count) : 0;
}

/** Returns how many worlds there are, each of which comes before any comes again; null where every replicate has another. */
export function worldCount({ draw, worlds, priors = {} }: BeliefsInput): number | null {
  if (draw === "sampled") return worlds?.rows.length ?? keptWorlds.count;
  return draw === "fixed" && Object.keys(priors).length === 0 ? 1 : null;
}
