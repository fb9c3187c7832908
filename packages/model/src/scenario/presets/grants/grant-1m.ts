import type { Strategy } from "../strategy.ts";
import { grant } from "./grant.ts";

/** Describes the strategy “A grant of $1 million”. */
export const grant1m: Strategy = grant("grant-1m", "$1 million", { places: 2, coach: 163, principals: 0.25 });
