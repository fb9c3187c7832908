import { priceNumbers } from "./costs.ts";
import { mechanismNumbers } from "./mechanisms.ts";
import type { ParameterNumbers } from "./parameter.ts";
import { populationNumbers } from "./population.ts";

/** Lists every uncertain number of the model, once, without what is said of it: what runs need. */
export const parameterNumbers: readonly ParameterNumbers[] = [
  ...populationNumbers,
  ...mechanismNumbers,
  ...priceNumbers,
];
