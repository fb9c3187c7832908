import type { Parameter, ParameterNumbers, ParameterWords, Status } from "./parameter.ts";

/** Maps names of parameters to what is said of them. */
export type WordsByName = Readonly<Record<string, ParameterWords>>;

/** Writes what is said of one number; the argument order is that of the printed table. */
export function words(unit: string, status: Status, source: string, doc: string): ParameterWords {
  return { doc, unit, source, status };
}

/** The source of a number that no source supports. */
export const reasoned = "No direct estimate; a reading with a wide prior";

/** Puts the numbers and the words of a parameter together. */
export function withWords(numbers: ParameterNumbers, by: WordsByName): Parameter {
  const { name, default: value, range, prior, ...marks } = numbers;
  const { doc, unit, source, status } = by[name]!;
  return { name, doc, unit, default: value, range, prior, source, status, ...marks };
}
