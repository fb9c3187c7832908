import type { Parameter, Prior, Status } from "./parameter.ts";

/** Says that a value is evenly spread over `low` … `high`. */
export const uniform = (low: number, high: number): Prior => ({ shape: "uniform", low, high });
/** Says that a value is bell-shaped with `mean` and standard deviation `sd`. */
export const bell = (mean: number, sd: number): Prior => ({ shape: "bell", mean, sd });
/** Says that a value is one of those listed, each as likely. */
export const rivals = (...values: number[]): Prior => ({ shape: "rivals", values });
/** Says that a value is varied only by hand. */
export const held: Prior = { shape: "held" };

/** Writes one record; the argument order is that of the printed table. */
export function number(
  name: string,
  value: number,
  unit: string,
  range: readonly [number, number],
  prior: Prior,
  status: Status,
  source: string,
  doc: string,
): Parameter {
  return { name, doc, unit, default: value, range, prior, source, status };
}

/** Writes one record of a lesson's effect: zero switches it off, and its prior includes zero. */
export function effect(...record: Parameters<typeof number>): Parameter {
  return { ...number(...record), effect: true };
}

/** Writes one record of an effect that is a cost of a lever: the larger it is, the less the lever does. */
export function harm(...record: Parameters<typeof number>): Parameter {
  return { ...effect(...record), harm: true };
}

/** The source of a number that no source supports. */
export const reasoned = "No direct estimate; a reading with a wide prior";
