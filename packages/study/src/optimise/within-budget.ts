/** Holds a point of decision values, and what the plan of it is planned to cost. */
export interface PlannedPoint {
  readonly point: readonly number[];
  /** Dollars of 2024. */
  readonly cost: number;
}

/** Plans points: what each would cost, in their order. */
export type CostOf = (points: readonly (readonly number[])[]) => Promise<readonly number[]>;

/** Times a point is moved before the cheapest plan stands in for it. */
export const MOVES = 4;

/** Part of the sum aimed at, so that a small error does not cost another move. */
const AIM = 0.995;

/** Counts the points that {@link cheapestPoint} plans. */
export const cheapestPlans = (dimensions: number): number => 3 * dimensions + 1;

/**
 * Finds the cheapest plan within ranges: each decision at whichever end costs less with the others in the middle, and
 * then each in turn at its other end. Exact where the cost of each decision runs one way whatever the others are.
 */
export async function cheapestPoint(
  ranges: readonly (readonly [number, number])[],
  costOf: CostOf,
): Promise<PlannedPoint> {
  const middle = ranges.map(([low, high]) => (low + high) / 2);
  const set = (point: readonly number[], d: number, value: number): number[] => point.with(d, value);
  const ends = ranges.flatMap((range, d) => range.map((end) => set(middle, d, end)));
  const costs = await costOf(ends);
  const corner = ranges.map(([low, high], d) => ((costs[2 * d + 1] as number) < (costs[2 * d] as number) ? high : low));
  const others = ranges.map(([low, high], d) => set(corner, d, corner[d] === low ? high : low));
  const last = [corner, ...others];
  const seen = [...ends, ...last];
  const all = [...costs, ...(await costOf(last))];
  const least = all.reduce((best, cost, i) => (cost < (all[best] as number) ? i : best), 0);
  return { point: seen[least] as number[], cost: all[least] as number };
}

/**
 * Brings points within a sum: one that costs more is moved towards the cheapest point along the straight line between
 * them, by as much as an even rise of cost would ask, up to {@link MOVES} times; the cheapest stands for what then still
 * costs more. Ranges hold, for the line stays within them.
 */
export async function withinBudget(
  points: readonly (readonly number[])[],
  budget: number,
  cheapest: PlannedPoint,
  costOf: CostOf,
): Promise<PlannedPoint[]> {
  const costs = await costOf(points);
  let planned: PlannedPoint[] = points.map((point, i) => ({ point, cost: costs[i] as number }));
  const isOver = ({ cost }: PlannedPoint): boolean => !(cost <= budget);
  for (let move = 0; move < MOVES && planned.some(isOver); move++) {
    const over = planned.filter(isOver).map((one) => towards(one, cheapest, budget));
    const again = await costOf(over);
    let next = 0;
    planned = planned.map((one) => {
      if (!isOver(one)) return one;
      const i = next++;
      return { point: over[i] as number[], cost: again[i] as number };
    });
  }
  return planned.map((one) => (isOver(one) ? cheapest : one));
}

function towards({ point, cost }: PlannedPoint, cheapest: PlannedPoint, budget: number): number[] {
  const aim = cheapest.cost + AIM * (budget - cheapest.cost);
  const share = Number.isFinite(cost) ? Math.max(0, (aim - cheapest.cost) / (cost - cheapest.cost)) : 0;
  return point.map((value, d) => (cheapest.point[d] as number) + share * (value - (cheapest.point[d] as number)));
}
