/**
 * Shares a change out between the levers of a plan, and between any other players, by Shapley values.
 *
 * @module
 */
export { attributeAssumptions } from "./attribute-assumptions.ts";
export { attributeLevers, peers } from "./attribute-levers.ts";
export type { Attribution, AttributionOptions, Share } from "./attribution.ts";
export { shapley } from "./shapley.ts";
