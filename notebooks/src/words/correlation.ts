/** Writes a correlation (−1 … 1) to two decimals, as in `−0.50`; never a zero with a sign. */
export function correlation(value: number): string {
  return (Number(value.toFixed(2)) || 0).toFixed(2).replace("-", "−");
}
