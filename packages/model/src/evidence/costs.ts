import type { ParameterNumbers } from "./parameter.ts";
import { number, uniform } from "./record.ts";

/** Names the kinds of spending in the ledger. */
export type Category = "salary" | "releaseTime" | "institutes" | "leaderDevelopment" | "officeTime" | "backfill";

/** Lists the ledger's categories in the order of its rows. */
export const categories: readonly Category[] = [
  "salary",
  "releaseTime",
  "institutes",
  "leaderDevelopment",
  "officeTime",
  "backfill",
];

/** Holds what the ledger needs of a price. */
export interface PriceNumbers extends ParameterNumbers {
  /** Category of the ledger that what it pays for is booked under. */
  readonly category: Category;
}

function price(name: string, value: number, category: Category): PriceNumbers {
  return { ...number(name, value, [0, value * 10], uniform(value * 0.5, value * 1.5)), category };
}

/** Lists every price, in dollars of 2024; `costs-words.ts` says what each is. */
export const priceNumbers: readonly PriceNumbers[] = [
  price("cost.coach", 105000, "salary"),
  price("cost.coachDevelopment", 6000, "salary"),
  price("cost.releaseHour", 40, "releaseTime"),
  price("cost.planning", 1500, "releaseTime"),
  price("cost.instituteDay", 350, "institutes"),
  price("cost.visit", 450, "institutes"),
  price("cost.materials", 150, "institutes"),
  price("cost.repository", 40000, "institutes"),
  price("cost.principal", 15000, "leaderDevelopment"),
  price("cost.office", 140000, "officeTime"),
  price("cost.survey", 25, "officeTime"),
  price("cost.preparedHire", 12000, "backfill"),
  price("cost.newSchool", 500000, "backfill"),
];
