/**
 * Writes what a page is set to into a link, and reads it back.
 *
 * @module
 */
export { linkVersion, longestLink } from "./link-fields.ts";
export { type PageField, pageFields } from "./page-fields.ts";
export type { PinnedPlan, PlanState } from "./plan-state.ts";
export { mostPinned, startScenario } from "./plan-state.ts";
export type { LinkRead } from "./read-link.ts";
export { readLink } from "./read-link.ts";
export { scenarioFileOf } from "./scenario-file.ts";
export { shortInput } from "./short-input.ts";
export type { WrittenLink } from "./write-link.ts";
export { linkOf, writeLink } from "./write-link.ts";
