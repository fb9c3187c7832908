import { describe, expect, test } from "vitest";
import { noise, output, repeated } from "../../test-support/noisy-output.ts";
import { noiseShare } from "./noise-share.ts";
import { saltelliDesign } from "./saltelli-design.ts";
import { sobolIndices } from "./sobol-indices.ts";

describe("the noise share of repeated evaluations", () => {
  test("agrees with the total index of luck", () => {
    const design = saltelliDesign([{ name: "x", prior: { shape: "uniform", low: 0, high: 1 } }], { rows: 2048 });
    const { luck } = sobolIndices(
      design,
      design.points.map(({ values, luck: l }) => output(values[0]!, l, 1)),
    );
    expect(Math.abs(noiseShare(repeated(2000, 2, 1)).estimate! - luck!.total.estimate!)).toBeLessThan(0.05);
  });

  test("is that of an analysis of variance by hand", () => {
    // Within 2; means 2, 6, 4 have a variance of 4, of which 2/2 is noise: 2 of 2 + 3.
    expect(
      noiseShare([
        [1, 3],
        [5, 7],
        [3, 5],
      ]).estimate,
    ).toBeCloseTo(2 / 5, 12);
    // Within 1; means 2 and 5 have a variance of 9/2, of which 1/3 is noise.
    const three = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(noiseShare(three).estimate).toBeCloseTo(1 / (1 + 9 / 2 - 1 / 3), 12);
    // Points whose mean is the same, or that spread by less than their noise, leave nothing between.
    expect(
      noiseShare([
        [1, 3],
        [3, 1],
      ]).estimate,
    ).toBe(1);
    expect(
      noiseShare([
        [1, 1],
        [4, 4],
      ]).estimate,
    ).toBe(0);
  });

  test("is zero without noise and nearly one without anything else", () => {
    expect(noiseShare(repeated(50, 2, 0))).toMatchObject({ estimate: 0, low: 0, high: 0, tooFew: false });
    const alike = Array.from({ length: 400 }, (_, i) => [noise(2 * i), noise(2 * i + 1)]);
    expect(noiseShare(alike).estimate).toBeGreaterThan(0.85);
  });

  test("says when points are too few, or there is nothing to share out", () => {
    expect(noiseShare(repeated(40, 2, 1))).toMatchObject({ tooFew: true, reason: expect.stringMatching(/^the share/) });
    expect(noiseShare(repeated(4, 2, 0))).toMatchObject({
      tooFew: true,
      reason: "4 points are too few for an interval",
    });
    expect(noiseShare(repeated(15, 2, 0))).toMatchObject({ points: 15, tooFew: true });
    expect(noiseShare(repeated(16, 2, 0))).toMatchObject({ points: 16, tooFew: false, reason: null });
    const wide = noiseShare(repeated(40, 2, 1));
    const half = (wide.high! - wide.low!) / 2;
    expect(wide.reason).toBe(`the share is known to ±${half.toFixed(2)}, not to the ±0.1 asked for`);
    expect(noiseShare(repeated(40, 2, 1), { halfWidth: half })).toMatchObject({ tooFew: false, reason: null });
    expect(
      noiseShare([
        [1, 2],
        [Number.NaN, 2],
      ]),
    ).toMatchObject({ estimate: null, points: 1, tooFew: true });
    expect(
      noiseShare([
        [1, 1],
        [1, 1],
      ]),
    ).toMatchObject({ estimate: null, tooFew: false });
  });

  test.for([
    [[], {}, "repetitions"],
    [[[1], [2]], {}, "repetitions"],
    [
      [
        [1, 2],
        [1, 2, 3],
      ],
      {},
      "repetitions",
    ],
    [
      [
        [1, 2],
        [1, 3],
      ],
      { resamples: 1 },
      "out-of-range",
    ],
    [
      [
        [1, 2],
        [1, 3],
      ],
      { halfWidth: 0 },
      "out-of-range",
    ],
    [
      [
        [1, 2],
        [1, 3],
      ],
      { seed: "" },
      "empty",
    ],
  ] as const)("of %j with %o is refused: %s", ([values, options, code]) => {
    expect(() => noiseShare(values, options)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code })] }),
    );
  });
});
