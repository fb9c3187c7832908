import { derive, hashText, rootKey, uniform } from "@uptake/model";

const resampling = hashText("posterior predictive");

/** Draws `count` places by weight, evenly spread: systematic resampling. The same arguments give the same places. */
export function places(weights: readonly number[], count: number, seed: string): number[] {
  return placesFrom(weights, count, uniform(derive(rootKey(seed), resampling), 0));
}

/** Draws places as {@link places} does, the first at the share `shift` (0 … 1, 1 left out) of the first step. */
export function placesFrom(weights: readonly number[], count: number, shift: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let place = 0;
  let sum = weights[0] as number;
  return Array.from({ length: count }, (_, i) => {
    const wanted = ((i + shift) / count) * total;
    while (sum < wanted && place < weights.length - 1) sum += weights[++place] as number;
    return place;
  });
}
