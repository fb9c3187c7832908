import { expect, test } from "vitest";
import { heldWithin, noneOrMore, ofDifferences, ofShares } from "./held-within.ts";
import { meanInterval } from "./mean-interval.ts";

test("the interval of two shares, which reaches beyond what a share can be, is held within", () => {
  const values = [0.1, 0.4];
  const { mean, low, high, replicates } = meanInterval(values);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(1);
  expect(meanInterval(values, undefined, ofShares)).toEqual({ mean, low: 0, high: 1, replicates });
  expect(meanInterval(values, undefined, noneOrMore)).toEqual({ mean, low: 0, high, replicates });
  expect(meanInterval([0.4], undefined, ofShares)).toMatchObject({ low: null, high: null });
});

test("an interval within the range stays as it is, to the bit", () => {
  const interval = { mean: 0.3, low: 0.1, high: 0.1 + 0.2, of: "adoption" };
  expect(heldWithin(interval, ofShares)).toEqual(interval);
});

test("a difference of two shares is within −1 and 1, of two sums without bound", () => {
  expect(ofDifferences(ofShares)).toEqual([-1, 1]);
  expect(ofDifferences(noneOrMore)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
});
