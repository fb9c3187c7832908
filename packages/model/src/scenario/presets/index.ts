import { reference } from "./reference.ts";
import type { Strategy } from "./strategy.ts";

/** Lists every strategy that ships with the package. */
export const strategies: readonly Strategy[] = [...reference];
