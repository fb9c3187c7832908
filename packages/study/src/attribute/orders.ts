import { derive, hashText, rootKey } from "@uptake/model";
import { permutation } from "../design/permutation.ts";

const attribution = hashText("attribution-orders");

/**
 * Draws the orders in which players come in one replicate, `pairs` of them, each followed by its reverse: whoever comes
 * early in one comes late in the other, which takes out much of the chance of the order. They follow from seed and
 * replicate alone.
 */
export function drawOrders(players: number, pairs: number, seed: string, replicate: number): number[][] {
  const key = derive(derive(rootKey(seed), attribution), replicate);
  return Array.from({ length: pairs }, (_, pair) => {
    const order = permutation(players, key, pair * players);
    return [order, order.toReversed()];
  }).flat();
}

/** Returns what each player adds when the players come in an order. */
export function marginals(order: readonly number[], worth: (coalition: number) => number): number[] {
  const adds = new Array<number>(order.length).fill(0);
  let coalition = 0;
  for (const player of order) {
    const joined = coalition | (1 << player);
    adds[player] = worth(joined) - worth(coalition);
    coalition = joined;
  }
  return adds;
}
