import { startScenario } from "@uptake/study/link";
import { describe, expect, test } from "vitest";
import { chosenIn, withChosen, withOrder } from "./pair-choice.js";

const none = { scenario: startScenario };

describe("the pair of plans", () => {
  test("is the second against the first, or the only one against today, where none is chosen", () => {
    expect(chosenIn(none, 3)).toEqual([0, 1]);
    expect(chosenIn(none, 1)).toEqual([null, 0]);
  });

  test("is read as it is written", () => {
    for (const pair of [
      [2, 0],
      [null, 1],
      [0, 2],
    ] as const)
      expect(chosenIn(withChosen(none, pair), 3)).toEqual(pair);
  });

  test.for(["3,1", "1,1", "0,1", "x", "1", ""])("of a link that names no two of two plans is left: %s", (text) => {
    expect(chosenIn({ ...none, page: { "compare.pair": text } }, 2)).toEqual([0, 1]);
  });

  test("stays that of the same plans while they change places, and goes with one of them", () => {
    const chosen = withChosen(none, [0, 2]);
    expect(chosenIn(withOrder(chosen, [2, 1, 0]), 3)).toEqual([2, 0]);
    expect(chosenIn(withOrder(chosen, [0, 2]), 2)).toEqual([0, 1]);
    expect(withOrder(chosen, [1, 2])).toEqual(none);
    expect(chosenIn(withOrder(withChosen(none, [null, 2]), [2]), 1)).toEqual([null, 0]);
    expect(withOrder(none, [1, 0])).toBe(none);
  });
});
