import { expect, test } from "vitest";
import { orderFlip } from "./order-flip.ts";

test("a flip beyond chance, by hand", () => {
  // Means 2 and −2; with three values 1 apart the half-interval is 4.303 · 1/√3 = 2.48, so a tenth of that spread decides.
  const flip = orderFlip([1.9, 2, 2.1], [-2.1, -2, -1.9]);
  expect(flip).toMatchObject({ flips: true, decided: true, share: 1 });
  expect(flip.before.estimate).toBeCloseTo(2);
  expect(flip.before.low).toBeCloseTo(2 - 0.2484, 3);
  expect(flip.after.high).toBeCloseTo(-2 + 0.2484, 3);
});

test("intervals of differences of shares end at −1 and 1", () => {
  const { before, after } = orderFlip([0.9, -0.9, 0.8], [0.5, -0.5, 0.9], undefined, [0, 1]);
  expect([before, after].map(({ low, high }) => [low, high])).toEqual([
    [-1, 1],
    [-1, 1],
  ]);
});

test("a flip within chance is not decided", () => {
  expect(orderFlip([1, 2, 3], [-2, -1, 0])).toMatchObject({ flips: true, decided: false, share: 2 / 3 });
  expect(orderFlip([2], [-2])).toMatchObject({ flips: true, decided: false, share: 1 });
  // One of the two intervals off zero is not enough, whichever it is.
  const [sure, unsure] = [
    [1.9, 2, 2.1],
    [-3, -2, 0.5],
  ] as const;
  expect(orderFlip(sure, unsure)).toMatchObject({ flips: true, decided: false });
  expect(orderFlip(unsure, sure)).toMatchObject({ flips: true, decided: false });
});

test("worlds may change places though the means do not", () => {
  expect(orderFlip([1, 1, 1, -1], [2, 2, -1, 1])).toMatchObject({ flips: false, decided: false, share: 0.5 });
});

test("ties change nothing", () => {
  expect(orderFlip([0, 0, 1], [-1, 1, 0])).toMatchObject({ flips: false, share: 0 });
});

test("replicates without a value are left out", () => {
  expect(orderFlip([1, Number.NaN, 1], [-1, -1, Number.NaN])).toMatchObject({ flips: true, share: 1 });
  expect(orderFlip([1, Number.NaN, 1], [-1, -1, Number.NaN]).before.replicates).toBe(1);
  const none = orderFlip([Number.NaN], [1]);
  expect(none).toMatchObject({ flips: false, decided: false, share: null, before: { estimate: null, replicates: 0 } });
});
