import { dollars } from "@uptake/charts";

/** Writes a sum that a reader sets: without the zeros that {@link dollars} ends round sums with, as in `$3M` or `$2.50M`. */
export function budgetText(amount: number): string {
  return dollars(amount).replace(/\.0+([kMB])$/, "$1");
}
