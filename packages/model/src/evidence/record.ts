import type { ParameterNumbers, Prior } from "./parameter.ts";

/** Says that a value is evenly spread over `low` … `high`. */
export const uniform = (low: number, high: number): Prior => ({ shape: "uniform", low, high });
/** Says that a value is bell-shaped with `mean` and standard deviation `sd`. */
export const bell = (mean: number, sd: number): Prior => ({ shape: "bell", mean, sd });
/** Says that a value is one of those listed, each as likely. */
export const rivals = (...values: number[]): Prior => ({ shape: "rivals", values });
/** Says that a value is varied only by hand. */
export const held: Prior = { shape: "held" };

/** Writes one record of a number; its words stand beside it, see {@link words}. */
export function number(name: string, value: number, range: readonly [number, number], prior: Prior): ParameterNumbers {
  return { name, default: value, range, prior };
}

/** Writes one record of a lesson's effect: zero switches it off, and its prior includes zero. */
export function effect(...record: Parameters<typeof number>): ParameterNumbers {
  return { ...number(...record), effect: true };
}

/** Writes one record of an effect that is a cost of a lever: the larger it is, the less the lever does. */
export function harm(...record: Parameters<typeof number>): ParameterNumbers {
  return { ...effect(...record), harm: true };
}
