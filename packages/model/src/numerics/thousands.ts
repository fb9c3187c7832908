/** Writes a whole number in groups of three digits, as in `12,500`; the same whatever language the reader's computer speaks. */
export function thousands(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
