/** Counts the members of a coalition, a whole number with a bit per player. */
export function size(coalition: number): number {
  let count = 0;
  for (let left = coalition; left > 0; left &= left - 1) count++;
  return count;
}

/**
 * Computes each player's Shapley share from the worth of every coalition: the mean of what the player adds over all
 * orders in which the players may come. Shares sum to the worth of all less that of none. `worth` is asked for coalitions
 * 0 … 2ⁿ − 1, bit i for player i; n at most 20.
 *
 * Source: Shapley 1953, in Contributions to the Theory of Games II, 307–317.
 */
export function shapley(players: number, worth: (coalition: number) => number): number[] {
  const weights: number[] = [];
  // (k! (n − 1 − k)!) / n!: the share of orders in which a given k come before the player.
  let weight = 1 / players;
  for (let before = 0; before < players; before++) {
    weights.push(weight);
    weight *= (before + 1) / (players - 1 - before);
  }
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let share = 0;
    for (let coalition = 0; coalition < 1 << players; coalition++) {
      if (coalition & bit) continue;
      share += (weights[size(coalition)] as number) * (worth(coalition | bit) - worth(coalition));
    }
    return share;
  });
}
