export { type OrderFlip, orderFlip } from "./order-flip.ts";
export { type RivalAssumption, rivalAssumptions } from "./rival-assumptions.ts";
export {
  type Ranked,
  type RankedPair,
  type RivalRanking,
  type Rivals,
  type RivalsOptions,
  rivals,
} from "./rivals.ts";
