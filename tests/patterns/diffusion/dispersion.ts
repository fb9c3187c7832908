/**
 * Returns the intraclass correlation of a 0/1 outcome between sites of unequal size, by one-way analysis of variance
 * (Donner and Koval 1980): the share of its variance that lies between sites. May fall below 0.
 */
export function intraclass(outcome: readonly number[], site: readonly number[]): number {
  const sums = new Map<number, { n: number; total: number }>();
  outcome.forEach((value, person) => {
    const at = sums.get(site[person]!) ?? { n: 0, total: 0 };
    at.n += 1;
    at.total += value;
    sums.set(site[person]!, at);
  });
  const n = outcome.length;
  const mean = outcome.reduce((sum, value) => sum + value, 0) / n;
  let between = 0;
  let within = 0;
  let squares = 0;
  for (const { n: size, total } of sums.values()) {
    const share = total / size;
    between += size * (share - mean) ** 2;
    within += size * share * (1 - share);
    squares += size * size;
  }
  const sites = sums.size;
  const usual = (n - squares / n) / (sites - 1);
  const meanBetween = between / (sites - 1);
  const meanWithin = within / (n - sites);
  return (meanBetween - meanWithin) / (meanBetween + (usual - 1) * meanWithin);
}
