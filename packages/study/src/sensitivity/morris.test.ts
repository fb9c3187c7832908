import { fc, test as property } from "@fast-check/vitest";
import { derive, hashText, rootKey, uniform } from "@uptake/model";
import { describe, expect, test } from "vitest";
import type { Factor } from "../design/factor.ts";
import { morris } from "./morris.ts";
import { type MorrisDesign, morrisDesign } from "./morris-design.ts";

const factors = (count: number, low = 0, high = 1): Factor[] =>
  Array.from({ length: count }, (_, i) => ({ name: `x${i}`, prior: { shape: "uniform", low, high } }));
const key = derive(rootKey("morris"), hashText("noise"));

type Output = (x: readonly number[], luck: number) => number;
const run = (design: MorrisDesign, output: Output) => design.points.map(({ values, luck }) => output(values, luck));

const coefficient = fc.integer({ min: -1000, max: 1000 });
const seed = fc.string({ minLength: 1, maxLength: 6 });

describe("Morris screening", () => {
  property.prop([fc.array(coefficient, { minLength: 1, maxLength: 8 }), fc.constantFrom(2, 4, 6, 10), seed])(
    "of a linear function finds its coefficients",
    (coefficients, levels, s) => {
      const design = morrisDesign(factors(coefficients.length), { levels, seed: s, trajectories: 5 });
      const found = morris(
        design,
        run(design, (x) => 50 + coefficients.reduce((sum, c, i) => sum + c * x[i]!, 0)),
      );
      found.factors.forEach(({ muStar, mu, sigma }, i) => {
        expect(muStar.mean).toBeCloseTo(Math.abs(coefficients[i]!), 8);
        expect(mu.mean).toBeCloseTo(coefficients[i]!, 8);
        expect(sigma).toBeCloseTo(0, 8);
      });
      expect(found.luck).toMatchObject({ mean: 0, low: 0, high: 0 });
      expect(found.tooFew).toBe(false);
    },
  );

  test("with two levels of whole numbers is exact to the bit", () => {
    const design = morrisDesign(factors(4), { levels: 2, trajectories: 10 });
    const found = morris(
      design,
      run(design, ([a, b, c]) => 3 * a! - 7 * b! + 0.5 * c!),
    );
    expect(found.factors.map(({ muStar }) => muStar.mean)).toEqual([3, 7, 0.5, 0]);
    expect(found.factors.map(({ mu }) => mu.mean)).toEqual([3, -7, 0.5, 0]);
    expect(found.factors.map(({ sigma }) => sigma)).toEqual([0, 0, 0, 0]);
  });

  test("measures effects across a factor's own range", () => {
    const design = morrisDesign(factors(1, 10, 30));
    expect(
      morris(
        design,
        run(design, ([x]) => 2 * x!),
      ).factors[0]!.muStar.mean,
    ).toBeCloseTo(40, 10);
  });

  test("tells an effect of changing sign, and an interaction, from none", () => {
    const design = morrisDesign(factors(4), { trajectories: 200 });
    const { factors: found } = morris(
      design,
      run(design, ([a, b, c]) => (a! - 0.5) * (b! - 0.5) + 0.5 * c!),
    );
    expect(Math.abs(found[0]!.mu.mean)).toBeLessThan(0.1);
    expect(found[0]!.muStar.mean).toBeCloseTo(1 / 3, 1); // |b − ½| is 1/2 or 1/6 with equal chances
    expect(found[0]!.sigma).toBeGreaterThan(0.3);
    expect(found[2]!.sigma).toBeCloseTo(0, 10);
    expect(found[3]!.muStar).toMatchObject({ mean: 0, low: 0, high: 0 });
  });

  test("tells effects from luck, which a trajectory keeps", () => {
    const design = morrisDesign(factors(3), { trajectories: 50 });
    const found = morris(
      design,
      run(design, ([a, b], luck) => 10 * a! + b! + 3 * uniform(key, luck)),
    );
    expect(found.factors.map(({ againstLuck }) => againstLuck)).toEqual(["more", "cannot tell", "less"]);
    expect(found.factors.every(({ sigma }) => sigma < 1e-9)).toBe(true);
    expect(Math.abs(found.luck!.mean - 1)).toBeLessThan(0.4); // the mean distance of two draws in 0 … 3; 4 standard errors
  });

  test("says when trajectories are too few, and how many would do", () => {
    const output: Output = ([a, b, c]) => Math.sin(6 * a!) * b! + c! * c!;
    const few = morrisDesign(factors(3), { trajectories: 4, levels: 8 });
    const found = morris(few, run(few, output));
    expect(found).toMatchObject({ tooFew: true, reason: expect.stringMatching(/about \d+ trajectories are needed$/) });
    const more = morrisDesign(factors(3), { trajectories: 200, levels: 8 });
    expect(morris(more, run(more, output))).toMatchObject({ tooFew: false, reason: null });
  });

  test("leaves out trajectories with a failed evaluation", () => {
    const design = morrisDesign(factors(2), { trajectories: 3 });
    const values: (number | null)[] = run(design, ([x]) => x!);
    values[5] = null;
    expect(morris(design, values)).toMatchObject({ trajectories: 2, dropped: 1 });
    values[0] = Number.NaN;
    expect(morris(design, values)).toMatchObject({ trajectories: 1, dropped: 2, factors: [], tooFew: true });
  });
});

describe("the design", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom(2, 4, 8), fc.boolean(), seed);

  property.prop([sizes])("moves each factor once, by half its levels, within its range", ([count, levels, luck, s]) => {
    const design = morrisDesign(factors(count), { trajectories: 3, levels, luck, seed: s });
    const width = count + (luck ? 2 : 1);
    expect(design.points).toHaveLength(3 * width);
    design.steps.forEach((steps, t) => {
      expect(steps.map(({ factor }) => factor).sort((a, b) => a - b)).toEqual([...Array(count).keys()]);
      steps.forEach(({ factor, change }, k) => {
        const before = design.points[t * width + k]!;
        const after = design.points[t * width + k + 1]!;
        expect(Math.abs(change)).toBeCloseTo(levels / 2 / (levels - 1), 12);
        expect(after.values[factor]! - before.values[factor]!).toBeCloseTo(change, 12);
        expect(after.values.with(factor, 0)).toEqual(before.values.with(factor, 0));
        expect(after.values.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect([before.luck, after.luck]).toEqual(luck ? [2 * t, 2 * t] : [0, 0]);
      });
      if (luck) {
        const end = design.points[(t + 1) * width - 2]!;
        expect(design.points[(t + 1) * width - 1]).toEqual({ ...end, luck: 2 * t + 1 });
      }
    });
  });

  property.prop([sizes])("begins with a shorter one and survives JSON", ([count, levels, luck, s]) => {
    const short = morrisDesign(factors(count), { trajectories: 2, levels, luck, seed: s });
    const long = morrisDesign(factors(count), { trajectories: 5, levels, luck, seed: s });
    expect(long.points.slice(0, short.points.length)).toEqual(short.points);
    expect(JSON.parse(JSON.stringify(short))).toEqual(short);
  });

  test("keeps bell-shaped factors off the ends of their bell", () => {
    const bellShaped: Factor = { name: "x", prior: { shape: "bell", mean: 0, sd: 1 } };
    const values = morrisDesign([bellShaped], { trajectories: 50 }).points.map((point) => point.values[0]!);
    expect(Math.max(...values)).toBeCloseTo(2.5, 0);
    expect(Math.min(...values)).toBeCloseTo(-2.5, 0);
  });

  test.for([
    [0, {}, "empty-design"],
    [2, { levels: 3 }, "odd"],
    [2, { levels: 0 }, "out-of-range"],
    [2, { trajectories: 1 }, "out-of-range"],
    [2, { seed: "" }, "empty"],
    [99, { trajectories: 10_000 }, "too-large"],
  ] as const)("of %i factors with %o is refused: %s", ([count, options, code]) => {
    expect(() => morrisDesign(factors(count), options)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code })] }),
    );
  });

  test("takes one value for each point, and a half-width above 0", () => {
    const design = morrisDesign(factors(2));
    expect(() => morris(design, [1, 2])).toThrow("there are 2 values for 80 points");
    expect(() =>
      morris(
        design,
        run(design, () => 1),
        { halfWidth: 0 },
      ),
    ).toThrow("out of range");
  });

  test("is pinned", () => {
    expect(morrisDesign(factors(2), { trajectories: 2 }).points).toMatchInlineSnapshot(`
      [
        {
          "luck": 0,
          "values": [
            0.3333333333333333,
            0,
          ],
        },
        {
          "luck": 0,
          "values": [
            0.3333333333333333,
            0.6666666666666666,
          ],
        },
        {
          "luck": 0,
          "values": [
            1,
            0.6666666666666666,
          ],
        },
        {
          "luck": 1,
          "values": [
            1,
            0.6666666666666666,
          ],
        },
        {
          "luck": 2,
          "values": [
            0.3333333333333333,
            1,
          ],
        },
        {
          "luck": 2,
          "values": [
            0.3333333333333333,
            0.3333333333333333,
          ],
        },
        {
          "luck": 2,
          "values": [
            1,
            0.3333333333333333,
          ],
        },
        {
          "luck": 3,
          "values": [
            1,
            0.3333333333333333,
          ],
        },
      ]
    `);
  });
});
