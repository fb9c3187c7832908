import { describe, expect, test } from "vitest";
import { intraclassCorrelation } from "./intraclass-correlation.ts";

describe("the intraclass correlation", () => {
  test("agrees with a table worked by hand", () => {
    // Shares .2 and .8 of ten: mean square between 1.8, within .32/1.8; (1.8 − .1778)/(1.8 + 9·.1778).
    expect(intraclassCorrelation([2, 8], [10, 10])).toBeCloseTo((1.8 - 3.2 / 18) / (1.8 + 9 * (3.2 / 18)), 12);
  });
  test("weighs sites by their size", () => {
    // Sizes 2 and 4, adopters 2 and 1: mean .5; between 2·.25 + 4·.0625 = .75; within .75/4; average size 6 − 20/6.
    const [between, within, size] = [0.75, 0.75 / 4, 6 - 20 / 6];
    expect(intraclassCorrelation([2, 1], [2, 4])).toBeCloseTo((between - within) / (between + (size - 1) * within), 12);
  });
  test("is 1 where every site is of one mind, and at least −1/(size − 1) where all are alike", () => {
    expect(intraclassCorrelation([5, 0, 5], [5, 5, 5])).toBe(1);
    expect(intraclassCorrelation([2, 2, 2], [5, 5, 5])).toBeCloseTo(-1 / 4, 12);
  });
  test("is not defined where everyone does the same, or for one site", () => {
    expect(intraclassCorrelation([5, 5], [5, 5])).toBeNaN();
    expect(intraclassCorrelation([2], [5])).toBeNaN();
  });
});
