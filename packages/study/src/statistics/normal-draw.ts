import { draw, type Key } from "@uptake/model";
import { normalQuantile } from "./normal-quantile.ts";

/** Draws a standard normal variate (range ±6.3) for `slot` under `key`: a pure function of both. */
export function normalDraw(key: Key, slot: number): number {
  return normalQuantile((draw(key.a, key.b, slot) + 0.5) / 4294967296);
}
