import { derive, rootKey } from "@uptake/model";
import { normalDraw } from "../src/statistics/normal-draw.ts";

/** Lists `count` whole numbers from `first` on. */
export const range = (count: number, first = 0): number[] => Array.from({ length: count }, (_, r) => first + r);

/** Draws `again` values in each of `worlds`, world by world: what a world has, and luck with a deviation of its own. */
export function clustered(study: number, worlds: number, again: number, luck: number) {
  const key = derive(rootKey("clusters"), study);
  const units = range(worlds * again).map((r) => r % worlds);
  const of = (slot: number): number[] =>
    units.map((w, r) => normalDraw(derive(key, slot), w) + luck * normalDraw(derive(key, slot + 1), r));
  return { units, values: of(0), others: of(2) };
}
