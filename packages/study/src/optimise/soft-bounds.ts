import { square } from "@uptake/model";

/** Width, in ranges, of the strip at each bound in which the map bends. */
const STRIP = 0.05;

/** Distance after which the map repeats, there and back. */
const PERIOD = 2 * (1 + 2 * STRIP);

/**
 * Maps any number into 0 … 1, smoothly: the identity but for a strip of 0.05 at each bound, where it bends as a parabola
 * so that bounds are reached with slope 0; beyond that the way is mirrored. A search in the unbounded number then meets
 * bounds without a penalty. Source: the boundary transform of Hansen's `pycma`.
 */
export function intoUnit(free: number): number {
  const way = (((free + STRIP) % PERIOD) + PERIOD) % PERIOD;
  const x = (way > PERIOD / 2 ? PERIOD - way : way) - STRIP;
  if (x < STRIP) return square(x + STRIP) / (4 * STRIP);
  if (x > 1 - STRIP) return 1 - square(1 + STRIP - x) / (4 * STRIP);
  return x;
}

/** Returns the number in −0.05 … 1.05 that {@link intoUnit} maps to `x`, 0 … 1. */
export function outOfUnit(x: number): number {
  if (x < STRIP) return 2 * Math.sqrt(STRIP * x) - STRIP;
  if (x > 1 - STRIP) return 1 + STRIP - 2 * Math.sqrt(STRIP * (1 - x));
  return x;
}
