import { derive, type Plan, prepare, rootKey, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { normalDraw } from "../statistics/normal-draw.ts";
import { compareToPrecision } from "./compare-to-precision.ts";

let usual: Plan;
let coached: Plan;
beforeAll(async () => {
  const place = { district: "small-rural", horizon: 24, target: { month: 22 } };
  usual = await prepare(scenario(place));
  coached = await prepare(scenario({ ...place, strategy: "coaching-only" }));
});

describe("the interval after stopping early", () => {
  const shapes: [string, number, (x: number) => number][] = [
    ["normal", 0, (x) => x],
    ["skewed", Math.exp(0.125), (x) => Math.exp(x / 2)],
    ["often zero", 0.39894228, (x) => Math.max(0, x)],
  ];
  /** What the shapes are made smaller by: differences of shares lie between −1 and 1, and so do their intervals. */
  const scale = 0.1;
  // Standard deviations of the shapes; the half-widths ask for about 100 and 300 replicates.
  const deviations = [1, Math.exp(0.125) * Math.sqrt(Math.exp(0.25) - 1), 0.58381];
  test.for(
    shapes.flatMap((shape, i) =>
      // The more replicates, the nearer all shapes are to a normal one: of many, the most skewed is tried.
      (shape[0] === "skewed" ? [100, 300] : [100]).map((n) => [...shape, deviations[i] as number, n] as const),
    ),
  )("covers nearly as often as it says: %s", async ([, truth, shape, deviation, needed]) => {
    const studies = 1_500;
    let covered = 0;
    let made = 0;
    for (let study = 0; study < studies; study++) {
      const key = derive(derive(rootKey("coverage"), needed), study);
      const evaluate: Evaluate = async ({ evaluations }) => ({
        values: Float64Array.from(evaluations, (one) =>
          one.plan === 0 ? 0 : scale * shape(normalDraw(key, one.replicate)),
        ),
        checksums: [],
        failures: [],
      });
      const halfWidth = (scale * 1.96 * deviation) / Math.sqrt(needed);
      const { plans, replicates } = await compareToPrecision(usual, [coached], { halfWidth, measures: [], evaluate });
      const { low, high } = plans[0]!.differences[0]!;
      if ((low as number) <= scale * truth && (high as number) >= scale * truth) covered++;
      made += replicates;
    }
    // 1,500 studies tell a coverage to ± 1.1 points.
    expect(covered / studies).toBeGreaterThan(0.925);
    expect(covered / studies).toBeLessThan(0.965);
    expect(made / studies).toBeLessThan(1.25 * needed);
  });
});
