import type { WorldPattern } from "./pattern.ts";

/** Lists the patterns that a world must show to be kept, in the order of the model's design. */
export const worldPatterns: readonly WorldPattern[] = [];
