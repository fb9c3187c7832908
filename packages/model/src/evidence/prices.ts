import type { Category } from "./costs.ts";
import { priceNumbers } from "./costs.ts";
import { priceWords } from "./costs-words.ts";
import type { Parameter } from "./parameter.ts";
import { withWords } from "./words.ts";

/** Holds a price: a parameter with the ledger category it is booked under. */
export interface Price extends Parameter {
  /** Category of the ledger that what it pays for is booked under. */
  readonly category: Category;
}

/** Lists every price, in dollars of 2024. */
export const prices: readonly Price[] = priceNumbers.map(({ category, ...numbers }) => ({
  ...withWords(numbers, priceWords),
  category,
}));
