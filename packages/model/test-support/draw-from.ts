import { draw, type Key } from "../src/numerics/random.ts";

/** Draws a whole number, 0 … 2³²−1, for `slot` under `key`. */
export function drawFrom(key: Key, slot: number): number {
  return draw(key.a, key.b, slot);
}
