import { interval } from "./interval.mjs";

/** Records what each lesson adds, over all orders of joining, and what is lost where it alone is left out. */
export function recordShares({ policy: { replicates, plans, from, to, change, shares } }) {
  return {
    replicates,
    plans,
    from: interval(from),
    to: interval(to),
    change: interval(change),
    shares: shares
      .map(({ player, alone, last, ...share }) => ({
        player,
        share: interval(share),
        alone: interval(alone),
        last: interval(last),
      }))
      .sort((a, b) => b.share.value - a.share.value),
  };
}
