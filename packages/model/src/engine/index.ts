/**
 * Makes runs without what checks, describes and prepares scenarios: what a thread loads that makes runs and reads
 * them.
 *
 * @module
 */
export { stages } from "../district/stage.ts";
export { categories } from "../evidence/costs.ts";
export { readyWorlds } from "../evidence/load-kept-worlds.ts";
export { funnelSeries, stockNames } from "../measures/funnel.ts";
export { bandNames, tierNames } from "../measures/groups.ts";
export { sameData } from "../same-data.ts";
export { planIn } from "../scenario/plan-in.ts";
export { readingOf } from "../scenario/reading-of.ts";
export { Replicate } from "./replicate.ts";
export { simulate, simulateIn } from "./simulate.ts";
export { simulateTogether } from "./simulate-together.ts";
