import { grant1m } from "./grants/grant-1m.ts";
import { grant2m } from "./grants/grant-2m.ts";
import type { Strategy } from "./strategy.ts";

/**
 * Lists strategies of the size of a Deeper Learning + Diffusion grant, about $0.15k and $0.3k a teacher and year in the
 * district of a partnership's size. Their planned cost there is within 5% of the sum.
 */
export const grants: readonly Strategy[] = [grant1m, grant2m];
