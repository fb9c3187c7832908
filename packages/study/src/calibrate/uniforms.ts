import { type Key, uniform } from "@uptake/model";
import { normalQuantile } from "../statistics/normal-quantile.ts";

/** Returns a source of fresh uniform numbers, 0 … 1 (1 left out), under a key. */
export function uniformsOf(key: Key): () => number {
  let slot = 0;
  return () => uniform(key, slot++);
}

/** Half of the least uniform number above none, which stands for none: 2⁻³³. */
const least = 1 / 8589934592;

/** Draws a standard normal variate (range −6.3 … 6.2) by the next uniform number. */
export function normalFrom(uniforms: () => number): number {
  return normalQuantile(Math.max(uniforms(), least));
}
