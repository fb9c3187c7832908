import { describe, expect, test } from "vitest";
import { repeated } from "../../test-support/noisy-output.ts";
import { noiseShare } from "./noise-share.ts";

describe("the noise share of repeated evaluations", () => {
  test.for([
    [2, 0.5],
    [2, 1],
    [8, 1],
    [2, 3],
  ] as const)("with %i repetitions and noise of %d is held by the interval nearly as often as it says", ([k, sd]) => {
    const share = (sd * sd) / (1 + sd * sd);
    const found = Array.from({ length: 100 }, (_, s) => noiseShare(repeated(100, k, sd, 100 * s), { resamples: 200 }));
    const mean = found.reduce((sum, { estimate }) => sum + estimate! / 100, 0);
    expect(Math.abs(mean - share)).toBeLessThan(0.02);
    expect(found.filter(({ low, high }) => low! <= share && share <= high!).length).toBeGreaterThan(85);
  });
});
