export {
  keep,
  type MeasuredWorld,
  measureWorld,
  medoidOf,
  type Narrowing,
  narrowings,
  priorsFingerprint,
  type Ridge,
  ridges,
  shows,
} from "./keep-worlds.ts";
export type { PatternStatistic, WorldPattern } from "./pattern.ts";
export { worldPatterns } from "./world-patterns.ts";
