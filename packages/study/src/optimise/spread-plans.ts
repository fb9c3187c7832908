import { nondominated } from "./nondominated.ts";
import type { TradeOff } from "./plan-frontier.ts";
import type { SeenPoint } from "./search.ts";

/**
 * Picks up to `most` candidates that no other beats in what is sought and all that is traded against it, as the search saw
 * them, spread evenly along planned cost. Candidates that break the floor are passed over.
 */
export function spreadPlans(
  candidates: readonly SeenPoint[],
  tradeOff: readonly TradeOff[],
  most: number,
): readonly SeenPoint[] {
  const kept = candidates.filter(({ seen }) => seen.short === 0);
  // A thousandth of the mean tells equal chances apart, as it does in the search.
  const measures = kept.map(({ cost, seen }) => [
    seen.sought + seen.mean / 1000,
    ...tradeOff.map((what) => -(what === "cost" ? cost : seen.gap)),
  ]);
  const good = nondominated(measures);
  const front = kept.filter((_, i) => good[i]).toSorted((a, b) => a.cost - b.cost);
  if (front.length <= most) return front;
  const step = (front.length - 1) / Math.max(1, most - 1);
  return Array.from({ length: most }, (_, i) => front[Math.round(i * step)] as SeenPoint);
}
