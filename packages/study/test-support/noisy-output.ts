import { derive, hashText, rootKey, uniform } from "@uptake/model";

const key = derive(rootKey("noise share"), hashText("luck"));
/** Draws noise of mean 0 and variance 1 for a luck. */
export const noise = (luck: number): number => Math.sqrt(12) * (uniform(key, luck) - 0.5);
/** Returns an output of variance 1 by its input, and of `sd` squared by luck. */
export const output = (x: number, luck: number, sd: number): number => Math.sqrt(12) * x + sd * noise(luck);

/** Evaluates `points` random points `repetitions` times; the share due to luck is sd²/(1 + sd²). */
export function repeated(points: number, repetitions: number, sd: number, first = 0): number[][] {
  return Array.from({ length: points }, (_, i) => {
    const slot = (first + i) * (repetitions + 1);
    const x = uniform(key, slot);
    return Array.from({ length: repetitions }, (_, k) => output(x, slot + 1 + k, sd));
  });
}
