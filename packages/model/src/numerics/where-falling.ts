/** Halvings by which the place is found. */
const halvings = 40;

/** Returns where a falling function meets `value`, between `low` and `high`: to 2⁻⁴⁰ of their distance, or the nearer end. */
export function whereFalling(falling: (x: number) => number, value: number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let k = 0; k < halvings; k++) {
    const middle = (from + to) / 2;
    if (falling(middle) > value) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
