/**
 * Minimises `f` from `start` by the simplex of Nelder and Mead (1965), first edges `step` long. Stops when the values at
 * the corners differ by less than `tolerance`, or after `most` evaluations.
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  step = 0.7,
  tolerance = 1e-5,
  most = 200 * start.length,
): { readonly x: readonly number[]; readonly value: number } {
  const corner = (x: readonly number[]) => ({ x, value: f(x) });
  const simplex = [corner(start), ...start.map((_, i) => corner(start.map((v, j) => (i === j ? v + step : v))))];
  let evaluations = simplex.length;
  const byValue = (a: { value: number }, b: { value: number }): number => a.value - b.value;
  simplex.sort(byValue);
  while (evaluations < most && simplex.at(-1)!.value - simplex[0]!.value > tolerance) {
    const worst = simplex.at(-1)!;
    const centre = start.map((_, i) => simplex.slice(0, -1).reduce((sum, { x }) => sum + x[i]!, 0) / start.length);
    const towards = (factor: number) => corner(centre.map((c, i) => c + factor * (worst.x[i]! - c)));
    const reflected = towards(-1);
    evaluations++;
    let next = reflected;
    if (reflected.value < simplex[0]!.value) {
      const expanded = towards(-2);
      evaluations++;
      if (expanded.value < reflected.value) next = expanded;
    } else if (reflected.value >= simplex.at(-2)!.value) {
      next = towards(reflected.value < worst.value ? -0.5 : 0.5);
      evaluations++;
      if (next.value >= Math.min(reflected.value, worst.value)) {
        const best = simplex[0]!.x;
        for (let k = 1; k < simplex.length; k++)
          simplex[k] = corner(simplex[k]!.x.map((v, i) => best[i]! + (v - best[i]!) / 2));
        evaluations += start.length;
        simplex.sort(byValue);
        continue;
      }
    }
    simplex[simplex.length - 1] = next;
    simplex.sort(byValue);
  }
  return simplex[0]!;
}
