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
