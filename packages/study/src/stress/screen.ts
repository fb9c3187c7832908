import { rankCorrelation } from "../statistics/rank-correlation.ts";

/** Holds a value for each case. */
interface Valued {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * Returns the `most` inputs whose ranks go most with `outcome` over cases (Spearman's correlation, either sign), in the
 * order given. Peeling among too many inputs follows noise, so only these are searched.
 */
export function screen<Input extends Valued>(
  inputs: readonly Input[],
  outcome: readonly number[],
  most: number,
): readonly Input[] {
  if (inputs.length <= most) return inputs;
  // An input or an outcome that never varies goes with nothing.
  const strength = new Map(inputs.map(({ name, values }) => [name, Math.abs(rankCorrelation(values, outcome)) || 0]));
  const strongest = [...inputs].sort((a, b) => (strength.get(b.name) as number) - (strength.get(a.name) as number));
  const kept = new Set(strongest.slice(0, most).map(({ name }) => name));
  return inputs.filter(({ name }) => kept.has(name));
}
