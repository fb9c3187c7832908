import { derive, hashText, InputError, rootKey, uniform } from "@uptake/model";
import { checkSize, emptySeed, outOfRange } from "./checks.ts";
import { permutation } from "./permutation.ts";

const places = hashText("latin hypercube");

/**
 * Draws `rows` points of the unit cube so that each of the `rows` equal strata of every dimension holds one point (McKay,
 * Beckman and Conover, Technometrics 21(2), 1979). Each dimension has its own draws, so adding one changes no other.
 * `rows` is 1 … 1,000,000.
 *
 * @throws InputError when a size is out of range, the design too large, or the seed empty.
 */
export function latinHypercube(rows: number, dimensions: number, seed: string): number[][] {
  const issues = [...outOfRange("rows", rows, 1, 1e6), ...outOfRange("dimensions", dimensions, 1, 1e6)];
  issues.push(...emptySeed(seed));
  if (issues.length > 0) throw new InputError(issues);
  checkSize(rows, dimensions);
  const points = Array.from({ length: rows }, () => new Array<number>(dimensions));
  const root = derive(rootKey(seed), places);
  for (let d = 0; d < dimensions; d++) {
    const key = derive(root, d);
    const jitter = derive(key, 1);
    permutation(rows, derive(key, 0)).forEach((stratum, r) => {
      points[r]![d] = (stratum + uniform(jitter, r)) / rows;
    });
  }
  return points;
}
