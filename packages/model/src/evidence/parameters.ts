import { mechanismNumbers } from "./mechanisms.ts";
import { mechanismWords } from "./mechanisms-words.ts";
import type { Parameter } from "./parameter.ts";
import { populationNumbers } from "./population.ts";
import { populationWords } from "./population-words.ts";
import { prices } from "./prices.ts";
import { withWords } from "./words.ts";

/** Lists every uncertain number of the model, once. Sliders, errors, docs and the ODD table follow from here. */
export const parameters: readonly Parameter[] = [
  ...populationNumbers.map((numbers) => withWords(numbers, populationWords)),
  ...mechanismNumbers.map((numbers) => withWords(numbers, mechanismWords)),
  ...prices,
];
