import { expect, test } from "vitest";
import { budgetText } from "./budget-text.js";

test("a sum that a reader sets has no zeros after its figures, and keeps what is below a million", () => {
  expect([5e4, 1e6, 3e6, 2.5e6, 1e7, 1.25e7, 1e8, 1e9].map(budgetText)).toEqual([
    "$50k",
    "$1M",
    "$3M",
    "$2.50M",
    "$10M",
    "$12.5M",
    "$100M",
    "$1B",
  ]);
});
