import type { Parameter } from "./parameter.ts";
import { parameters } from "./parameters.ts";

/** Lists the parameters that vary between worlds, in the order in which a code holds them. */
export const varied: readonly Parameter[] = parameters.filter(({ prior }) => prior.shape !== "held");
