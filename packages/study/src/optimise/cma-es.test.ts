import { fc, test as property } from "@fast-check/vitest";
import { derive, rootKey } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { codesOf } from "../../test-support/issues-of.ts";
import { normalDraw } from "../statistics/normal-draw.ts";
import {
  type CmaEsOptions,
  type CmaEsState,
  cmaEsAsk,
  cmaEsBegin,
  cmaEsCentre,
  cmaEsStop,
  cmaEsTell,
} from "./cma-es.ts";
import { cmaEsSettings } from "./cma-es-settings.ts";
import { intoUnit, outOfUnit } from "./soft-bounds.ts";

type Function = (x: readonly number[]) => number;

const sum = (x: readonly number[], term: (value: number, i: number) => number): number =>
  x.reduce((total, value, i) => total + term(value, i), 0);

const functions: Record<string, { f: Function; bounds: [number, number]; lowest: (n: number) => number }> = {
  sphere: { f: (x) => sum(x, (v) => v * v), bounds: [-5, 5], lowest: () => 0 },
  ellipsoid: { f: (x) => sum(x, (v, i) => 10 ** ((6 * i) / (x.length - 1)) * v * v), bounds: [-5, 5], lowest: () => 0 },
  Rosenbrock: {
    f: (x) => sum(x.slice(1), (v, i) => 100 * (v - x[i]! ** 2) ** 2 + (1 - x[i]!) ** 2),
    bounds: [-5, 10],
    lowest: () => 0,
  },
  Rastrigin: {
    f: (x) => sum(x, (v) => 10 + v * v - 10 * Math.cos(2 * Math.PI * v)),
    bounds: [-5.12, 5.12],
    lowest: () => 0,
  },
  corner: { f: (x) => sum(x, (v, i) => (i + 1) * v), bounds: [-5, 5], lowest: (n) => (-5 * n * (n + 1)) / 2 },
};

function search(options: CmaEsOptions, f: Function): CmaEsState {
  let state = cmaEsBegin(options);
  while (cmaEsStop(state) === null) state = cmaEsTell(state, cmaEsAsk(state).map(f));
  return state;
}

/** Begins away from the middle, where these functions have their lowest value. */
const begin = (n: number, [low, high]: [number, number]): Pick<CmaEsOptions, "bounds" | "start"> => ({
  bounds: Array.from({ length: n }, () => [low, high] as const),
  start: Array.from({ length: n }, (_, i) => low + (high - low) * (i % 2 === 0 ? 0.3 : 0.8)),
});

describe("the search comes within 10⁻⁸ of the lowest value", () => {
  // Dimensions, population (0: the default), evaluations allowed, and how many of 10 seeds must succeed. Rosenbrock's
  // function has a second dip from 4 dimensions on, and Rastrigin's one about every whole number.
  test.for([
    ["sphere", 2, 0, 400, 10],
    ["sphere", 8, 0, 1600, 10],
    ["ellipsoid", 2, 0, 700, 10],
    ["ellipsoid", 8, 0, 3500, 10],
    ["Rosenbrock", 2, 0, 1500, 10],
    ["Rosenbrock", 5, 0, 3000, 8],
    ["Rastrigin", 2, 100, 4000, 8],
    ["corner", 2, 0, 400, 10],
    ["corner", 8, 0, 1800, 10],
  ] as const)("of %s in %i dimensions", ([name, n, population, evaluations, least]) => {
    const { f, bounds, lowest } = functions[name]!;
    const reached = Array.from({ length: 10 }, (_, seed) => {
      const options = { seed: `${seed}`, ...begin(n, bounds), evaluations };
      const { best } = search(population === 0 ? options : { ...options, population }, f);
      return (best?.value ?? Number.POSITIVE_INFINITY) - lowest(n) < 1e-8;
    });
    expect(reached.filter(Boolean).length).toBeGreaterThanOrEqual(least);
  });

  test("and near it through noise", () => {
    const noise = rootKey("noise");
    for (let seed = 0; seed < 5; seed++) {
      let evaluation = 0;
      const noisy: Function = (x) => functions["sphere"]!.f(x) + 0.5 * normalDraw(derive(noise, seed), evaluation++);
      const state = search({ seed: `${seed}`, ...begin(4, [-5, 5]), population: 24, evaluations: 4800 }, noisy);
      expect(cmaEsStop(state)).toBe("evaluations");
      // The centre is off by less than where the function itself is of the noise's size.
      expect(functions["sphere"]!.f(cmaEsCentre(state))).toBeLessThan(0.25);
      expect(state.best?.value).toBeLessThan(0); // lucky, which is why the centre is the answer
    }
  });
});

describe("a search", () => {
  const options: CmaEsOptions = { seed: "a", ...begin(3, [-5, 5]) };
  const { f } = functions["sphere"]!;
  test("stays within the bounds", () => {
    let state = cmaEsBegin({ ...options, evaluations: 400 });
    while (cmaEsStop(state) === null) {
      const points = cmaEsAsk(state);
      expect(points.flat().every((x) => x >= -5 && x <= 5)).toBe(true);
      state = cmaEsTell(
        state,
        points.map((x) => -f(x)),
      );
    }
    expect(state.best?.value).toBeCloseTo(-75, 6);
  });
  test("goes on from its written state as it would have, and depends on its seed", () => {
    let state = cmaEsBegin(options);
    let resumed = cmaEsBegin(options);
    for (let g = 0; g < 20; g++) {
      state = cmaEsTell(state, cmaEsAsk(state).map(f));
      resumed = JSON.parse(JSON.stringify(cmaEsTell(resumed, cmaEsAsk(resumed).map(f)))) as CmaEsState;
    }
    expect(resumed).toEqual(state);
    expect(cmaEsAsk(cmaEsBegin({ ...options, seed: "b" }))).not.toEqual(cmaEsAsk(cmaEsBegin(options)));
  });
  test("does not see the scale of values or units", () => {
    let one = cmaEsBegin(options);
    let other = cmaEsBegin({
      ...options,
      bounds: options.bounds.map(([a, b]) => [8 * a, 8 * b]),
      start: options.start?.map((x) => 8 * x) ?? [],
    });
    for (let g = 0; g < 30; g++) {
      one = cmaEsTell(one, cmaEsAsk(one).map(f));
      other = cmaEsTell(
        other,
        cmaEsAsk(other).map((x) => Math.log(f(x))),
      );
    }
    expect(other.mean).toEqual(one.mean);
  });
  test("ranks candidates without a value last, and stops where there are none", () => {
    let state = search({ ...options, evaluations: 2000 }, (x) => (x[0]! < 1 ? Number.NaN : f(x)));
    expect(state.best?.value).toBeCloseTo(1, 4);
    state = search(options, () => Number.NaN);
    expect([cmaEsStop(state), state.best, state.generation]).toEqual(["no-values", null, 3]);
  });
  test("says why it stops", () => {
    expect(cmaEsStop(search({ ...options, evaluations: 50 }, f))).toBe("evaluations");
    expect(cmaEsStop(search(options, f))).toBe("value-tolerance");
    expect(cmaEsStop(search({ ...options, stepTolerance: 1e-3 }, f))).toBe("step-tolerance");
    expect(cmaEsStop(search(options, () => 1))).toBe("value-tolerance");
  });
});

describe("the defaults", () => {
  // Headlines that pycma prints, percent cut to whole ones, as in "(5_w,10)-aCMA-ES (mu_w=3.2,w_1=45%)".
  test.for([
    [2, 6, 2.0, 63],
    [3, 7, 2.3, 58],
    [6, 9, 2.8, 49],
    [10, 10, 3.2, 45],
  ] as const)("in %i dimensions with %i candidates", ([n, population, effective, first]) => {
    const settings = cmaEsSettings(n, population);
    expect(settings.effective).toBeCloseTo(effective, 1);
    expect(Math.floor(100 * settings.weights[0]!)).toBe(first);
    expect(sum(settings.weights.slice(0, settings.parents), (w) => w)).toBeCloseTo(1, 12);
  });
});

describe("the map into the bounds", () => {
  property.prop([fc.double({ min: -20, max: 20, noNaN: true })])("stays within them and is undone", (free) => {
    const x = intoUnit(free);
    expect(x >= 0 && x <= 1).toBe(true);
    expect(intoUnit(outOfUnit(x))).toBeCloseTo(x, 12);
  });
  test("is the identity inside", () =>
    expect([0.05, 0.3, 0.95].map(intoUnit)).toEqual([0.05, 0.3, 0.95].map((x) => expect.closeTo(x, 14))));
});

describe("malformed input", () => {
  test("is refused as data", async () => {
    expect(await codesOf(() => cmaEsBegin({ seed: "", bounds: [] }))).toContain("empty bounds");
    expect(await codesOf(() => cmaEsBegin({ seed: "a", bounds: [[1, 1]] }))).toEqual(["no-width bounds[0]"]);
    expect(
      await codesOf(() => cmaEsBegin({ seed: "a", bounds: [[0, 1]], start: [2], step: 0.5, population: 3 })),
    ).toEqual(["out-of-range start[0]", "out-of-range step", "out-of-range population"]);
    expect(await codesOf(() => cmaEsBegin({ seed: "a", bounds: [[0, 1]], evaluations: 2 }))).toEqual([
      "out-of-range evaluations",
    ]);
    expect(await codesOf(() => cmaEsTell(cmaEsBegin({ seed: "a", bounds: [[0, 1]] }), [1]))).toEqual(["length values"]);
  });
});
