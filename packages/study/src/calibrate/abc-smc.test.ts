import { fc, test as property } from "@fast-check/vitest";
import { derive, rootKey, uniform } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { codesOf } from "../../test-support/issues-of.ts";
import { normalDraw } from "../statistics/normal-draw.ts";
import { type AbcState, type AbcStop, abcAsk, abcBegin, abcStop, abcTell } from "./abc-smc.ts";
import type { AbcOptions } from "./abc-smc-settings.ts";
import { choleskyFactor, solveLower } from "./cholesky.ts";
import { posteriorRidges, posteriorSpread } from "./posterior-spread.ts";
import { normalPrior, type PriorDistribution, uniformPrior } from "./prior-distribution.ts";
import { effectiveSize, weightedCovariance, weightedQuantile } from "./weighted.ts";

type Distance = (values: readonly number[], simulation: number) => number | null;

function calibrate(options: AbcOptions, priors: readonly PriorDistribution[], distance: Distance, batch?: number) {
  let state = abcBegin(options, priors);
  let why: AbcStop | null = null;
  while (why === null) {
    // The luck of a simulation belongs to its generation and place, whatever the batch.
    const place = 1e6 * state.history.length + state.proposed;
    const distances = abcAsk(state, priors, batch).map((values, i) => distance(values, place + i));
    state = abcTell(state, priors, distances);
    why = abcStop(state);
  }
  return { state, why };
}

/** A normal prior of mean 0 and sd 2, and a mean of data of 1.5 with known variance 0.9. */
const normalPriors = [normalPrior("mean", 0, 2), uniformPrior("idle", 0, 1)];
const normalDistance = (seed: string): Distance => {
  const key = rootKey(`data ${seed}`);
  return ([mean], i) => Math.abs(mean! + Math.sqrt(0.9) * normalDraw(key, i) - 1.5);
};
const precision = 1 / 4 + 1 / 0.9;
const normalPosterior = { mean: 1.5 / 0.9 / precision, sd: Math.sqrt(1 / precision) };

/** An even prior, and `yes` of 20 in the data. */
const betaPriors = [uniformPrior("chance", 0, 1)];
const betaDistance = (seed: string, yes: number): Distance => {
  const key = rootKey(`data ${seed}`);
  return ([chance], i) => {
    const own = derive(key, i);
    let count = 0;
    for (let j = 0; j < 20; j++) if (uniform(own, j) < chance!) count++;
    return Math.abs(count - yes);
  };
};

/** Expects a mean and an sd within 4 Monte Carlo errors of the posterior's, `bias` of the sd aside. */
function near({ particles }: AbcState, d: number, { mean, sd }: { mean: number; sd: number }, bias: number): void {
  const weights = particles.map(({ weight }) => weight);
  const effective = effectiveSize(weights);
  const found = particles.reduce((sum, { values, weight }) => sum + weight * values[d]!, 0);
  const variance = particles.reduce((sum, { values, weight }) => sum + weight * (values[d]! - found) ** 2, 0);
  expect(Math.abs(found - mean)).toBeLessThan((4 * sd) / Math.sqrt(effective) + bias * sd);
  expect(Math.abs(Math.sqrt(variance) - sd)).toBeLessThan((4 * sd) / Math.sqrt(2 * effective) + bias * sd);
}

describe("the posterior of a conjugate model", () => {
  test.for(["a", "b", "c"])("of a normal mean is found, seed %s", (seed) => {
    const { state, why } = calibrate({ seed, tolerance: 0.1 }, normalPriors, normalDistance(seed));
    expect(why).toBe("tolerance");
    // A tolerance of 0.1 adds 0.1² / 3 to a variance of 0.9: less than 1% of the sd.
    near(state, 0, normalPosterior, 0.01);
    near(state, 1, { mean: 0.5, sd: Math.sqrt(1 / 12) }, 0);
  });
  test.for([
    ["a", 14],
    ["b", 14],
    ["c", 20], // at the edge of the prior, where steps out of range are drawn anew
  ] as const)("of a chance is found, seed %s with %i of 20", ([seed, yes]) => {
    const { state, why } = calibrate({ seed }, betaPriors, betaDistance(seed, yes));
    expect(why).toBe("tolerance");
    const [a, b] = [yes + 1, 21 - yes];
    near(state, 0, { mean: a / (a + b), sd: Math.sqrt((a * b) / (a + b + 1)) / (a + b) }, 0);
  });
});

describe("a calibration", () => {
  const short: AbcOptions = { seed: "short", particles: 60, generations: 4 };
  test("does not depend on the size of batches, nor on being written and read back", () => {
    const whole = calibrate(short, betaPriors, betaDistance("s", 14)).state;
    expect(calibrate(short, betaPriors, betaDistance("s", 14), 7).state).toEqual(whole);
    let state = abcBegin(short, betaPriors);
    while (abcStop(state) === null) {
      const place = 1e6 * state.history.length + state.proposed;
      const distances = abcAsk(state, betaPriors, 25).map((values, i) => betaDistance("s", 14)(values, place + i));
      state = JSON.parse(JSON.stringify(abcTell(state, betaPriors, distances))) as AbcState;
    }
    expect(state).toEqual(whole);
    expect(calibrate({ ...short, seed: "other" }, betaPriors, betaDistance("s", 14)).state.particles).not.toEqual(
      whole.particles,
    );
  });
  test("narrows its tolerance every generation, and weighs to 1", () => {
    const { state } = calibrate(short, normalPriors, normalDistance("t"));
    const tolerances = state.history.map(({ tolerance }) => tolerance);
    for (let g = 1; g < tolerances.length; g++) expect(tolerances[g]).toBeLessThan(tolerances[g - 1]!);
    expect(Math.max(...state.particles.map(({ distance }) => distance))).toBeLessThanOrEqual(tolerances.at(-1)!);
    expect(state.particles.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
  test("says why it stops", () => {
    const why = (options: Partial<AbcOptions>, distance: Distance): AbcStop =>
      calibrate({ ...short, ...options }, betaPriors, distance).why;
    expect(why({}, betaDistance("s", 14))).toBe("generations");
    expect(why({ tolerance: 5 }, betaDistance("s", 14))).toBe("tolerance");
    expect(why({ simulations: 150 }, betaDistance("s", 14))).toBe("simulations");
    expect(why({ leastAcceptance: 0.5, generations: 30 }, betaDistance("s", 14))).toBe("acceptance");
    expect(why({}, () => 3)).toBe("stalled");
    expect(why({ simulations: 1e6 }, () => Number.NaN)).toBe("acceptance");
  });
  test("passes over simulations that failed", () => {
    const odd: Distance = (values, i) => (i % 3 === 0 ? null : betaDistance("s", 14)(values, i));
    const { state } = calibrate(short, betaPriors, odd);
    expect(state.particles).toHaveLength(60);
    expect(state.failed / state.simulations).toBeCloseTo(1 / 3, 1);
  });
});

describe("the spread of a posterior", () => {
  const { state } = calibrate({ seed: "spread", tolerance: 0.1 }, normalPriors, normalDistance("spread"));
  test("tells what the data inform from what they cannot tell", () => {
    const [mean, idle] = posteriorSpread(state, normalPriors);
    expect(mean).toMatchObject({ name: "mean", verdict: "informed" });
    expect(mean!.low <= normalPosterior.sd / 2 && normalPosterior.sd / 2 <= mean!.high).toBe(true);
    expect(mean!.p5 < mean!.median && mean!.median < mean!.p95).toBe(true);
    expect(idle).toMatchObject({ name: "idle", verdict: "cannot-tell" });
    expect(idle!.low < 1 && 1 < idle!.high).toBe(true);
  });
  test("shows a ridge where only a sum is seen", () => {
    const priors = [uniformPrior("a", 0, 1), uniformPrior("b", 0, 1), uniformPrior("c", 0, 1)];
    const sum = calibrate({ seed: "ridge", tolerance: 0.05 }, priors, ([a, b]) => Math.abs(a! + b! - 1)).state;
    expect(posteriorRidges(sum)).toMatchObject([{ names: ["a", "b"] }]);
    expect(posteriorRidges(sum)[0]!.correlation).toBeLessThan(-0.9);
    expect(posteriorSpread(sum, priors).map(({ verdict }) => verdict)).toEqual([
      "cannot-tell",
      "cannot-tell",
      "cannot-tell",
    ]);
  });
});

describe("a prior", () => {
  test("that is normal stays within its range", () => {
    const prior = normalPrior("x", 0.1, 1, 0, 0.5);
    const key = rootKey("prior");
    let slot = 0;
    const values = Array.from({ length: 500 }, () => prior.sample(() => uniform(key, slot++)));
    expect(values.every((value) => value >= 0 && value <= 0.5 && prior.density(value) > 0)).toBe(true);
    expect([prior.density(-0.1), prior.density(0.6)]).toEqual([0, 0]);
  });
});

describe("weighted sums", () => {
  test("agree with what they must by hand", () => {
    expect(effectiveSize([1, 1, 1, 1])).toBe(4);
    expect(effectiveSize([1, 0, 0])).toBe(1);
    expect([0, 0.25, 0.5, 1].map((p) => weightedQuantile([3, 1, 2], [0.5, 0.25, 0.25], p))).toEqual([1, 1, 2, 3]);
    const points = [
      [0, 0],
      [2, 4],
    ];
    expect(weightedCovariance({ points, weights: [0.5, 0.5] })).toEqual([
      [1, 2],
      [2, 4],
    ]);
  });
  property.prop([
    fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 3, maxLength: 3 }), {
      minLength: 4,
      maxLength: 12,
    }),
  ])("factor and solve", (points) => {
    const matrix = weightedCovariance({ points, weights: points.map(() => 1 / points.length) });
    const firm = matrix.map((row, i) => row.map((entry, j) => entry + (i === j ? 1 : 0)));
    const factor = choleskyFactor(firm);
    firm.forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(factor[i]!.reduce((sum, l, k) => sum + l * factor[j]![k]!, 0)).toBeCloseTo(entry, 9);
      });
    });
    const x = solveLower(factor, [1, 2, 3]);
    [1, 2, 3].forEach((b, i) => {
      expect(factor[i]!.reduce((sum, l, k) => sum + l * (x[k] ?? 0), 0)).toBeCloseTo(b, 9);
    });
  });
});

describe("malformed input", () => {
  test("is refused as data", async () => {
    const options = { seed: "a" };
    expect(await codesOf(() => abcBegin(options, []))).toEqual(["empty priors"]);
    expect(await codesOf(() => abcBegin(options, [uniformPrior("p", 1, 1)]))).toEqual(["no-width priors.p"]);
    expect(await codesOf(() => abcBegin(options, [uniformPrior("p", 2, 1)]))).toEqual(["bad-prior priors.p"]);
    expect(await codesOf(() => abcBegin(options, [...betaPriors, ...betaPriors]))).toEqual(["duplicate priors.chance"]);
    expect(await codesOf(() => abcBegin({ seed: "", particles: 5, survival: 1, tolerance: -1 }, betaPriors))).toEqual([
      "out-of-range seed",
      "out-of-range particles",
      "out-of-range survival",
      "out-of-range tolerance",
    ]);
    const state = abcBegin(options, betaPriors);
    expect(await codesOf(() => abcTell(state, betaPriors, [1, -1]))).toEqual(["out-of-range distances[1]"]);
    expect(await codesOf(() => posteriorSpread(state, betaPriors))).toEqual(["empty particles"]);
    expect(await codesOf(() => posteriorSpread(state, betaPriors, 2))).toEqual(["out-of-range narrower"]);
  });
});
