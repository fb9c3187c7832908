import type { Strategy } from "../strategy.ts";
import { grant } from "./grant.ts";

/** Describes the strategy “A grant of $2 million”. */
export const grant2m: Strategy = grant("grant-2m", "$2 million", { places: 4, coach: 136, principals: 0.5 });
