/**
 * Ranks plans under rival assumptions about how the world works, and tells which pairs change places.
 *
 * @module
 */
export { type OrderFlip, orderFlip } from "./order-flip.ts";
export type { Ranked } from "./rank-plans.ts";
export { type RivalAssumption, rivalAssumptions } from "./rival-assumptions.ts";
export {
  type RankedPair,
  type RivalRanking,
  type Rivals,
  type RivalsOptions,
  rivals,
} from "./rivals.ts";
