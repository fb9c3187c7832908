import { prices } from "./costs.ts";
import { mechanismParameters } from "./mechanisms.ts";
import type { Parameter } from "./parameter.ts";
import { populationParameters } from "./population.ts";

/** Lists every uncertain number of the model, once. Sliders, errors, docs and the ODD table follow from here. */
export const parameters: readonly Parameter[] = [...populationParameters, ...mechanismParameters, ...prices];
