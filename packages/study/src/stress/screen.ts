import { sampleCorrelation } from "simple-statistics";

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
  const ranked = ranks(outcome);
  const strength = new Map(inputs.map(({ name, values }) => [name, Math.abs(correlation(ranks(values), ranked))]));
  const strongest = [...inputs].sort((a, b) => (strength.get(b.name) as number) - (strength.get(a.name) as number));
  const kept = new Set(strongest.slice(0, most).map(({ name }) => name));
  return inputs.filter(({ name }) => kept.has(name));
}

/** Returns ranks from 0; equal values share their mean rank. */
function ranks(values: readonly number[]): number[] {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
  const all = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] as number] === values[order[from] as number]) to++;
    for (let place = from; place <= to; place++) all[order[place] as number] = (from + to) / 2;
    from = to + 1;
  }
  return all;
}

/** Returns the correlation, 0 where one of the two does not vary or there is one case. */
function correlation(a: number[], b: number[]): number {
  if (a.length < 2) return 0;
  const found = sampleCorrelation(a, b);
  return Number.isFinite(found) ? found : 0;
}
