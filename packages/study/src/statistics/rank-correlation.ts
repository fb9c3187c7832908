/** Returns the ranks of values from 1; equal values share the middle of their ranks. */
export function ranks(values: readonly number[]): Float64Array {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const found = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    for (let k = from; k < to; k++) found[order[k] as number] = (from + to + 1) / 2;
    from = to;
  }
  return found;
}

/**
 * Computes the rank correlation of Spearman of as many values, −1 … 1, equal values at the middle of their ranks; NaN
 * where either never changes.
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  return correlationOfRanks(ranks(a), ranks(b));
}

/** Returns what {@link rankCorrelation} does, of values whose ranks are known. */
export function correlationOfRanks(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const middle = (x.length + 1) / 2;
  let both = 0;
  let ofX = 0;
  let ofY = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = (x[i] as number) - middle;
    const dy = (y[i] as number) - middle;
    both += dx * dy;
    ofX += dx * dx;
    ofY += dy * dy;
  }
  return both / Math.sqrt(ofX * ofY);
}
