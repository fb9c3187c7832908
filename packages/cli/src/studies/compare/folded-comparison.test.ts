import { scenario } from "@uptake/model";
import type { PreciseComparison } from "@uptake/study/compare";
import { evaluateHere } from "@uptake/study/evaluate";
import { beforeAll, describe, expect, test } from "vitest";
import { studyContext } from "../../../test-support/study-context.ts";
import { type ComparedRuns, compareRuns } from "./compare-runs.ts";

const scenarios = ["business-as-usual", "coaching-only"].map((strategy) =>
  scenario({ district: "small-rural", horizon: 24, target: { month: 22, share: 0.4 }, strategy }),
);
const rule = { of: { series: "adoption", month: 22 }, halfWidth: 0.01, cap: 24, first: 6 };

let wholeRunsMade = 0;
const context = studyContext({
  evaluate: async (job, options) => {
    const results = await evaluateHere(job, options);
    if (job.whole && !options?.passing) wholeRunsMade += job.evaluations.length;
    return results;
  },
});

describe("a comparison of more runs than are kept", () => {
  let kept: ComparedRuns;
  let folded: ComparedRuns;
  beforeAll(async () => {
    kept = await compareRuns(scenarios, rule, context);
    wholeRunsMade = 0;
    folded = await compareRuns(scenarios, rule, context, 8);
  });

  test("takes as many replicates, in the same runs, and says how they were made", () => {
    expect(folded.result.replicates).toBe(24);
    expect(folded.numbers).toEqual(kept.numbers);
    expect(folded.checksums.slice(0, kept.checksums.length)).toEqual(kept.checksums);
    expect(kept.making).toEqual([]);
    expect(folded.making[0]).toContain("24 replicates were folded into means and percentiles as they came");
    const asked = ({ cap, ended, halfWidth, worlds, of }: PreciseComparison) => ({ cap, ended, halfWidth, worlds, of });
    expect(asked(folded.result)).toEqual(asked(kept.result));
  });

  test("comes to the same differences, measure by measure", () => {
    const [own] = kept.result.plans;
    const [other] = folded.result.plans;
    expect(other?.name).toBe(own?.name);
    for (const [d, difference] of own!.differences.entries()) {
      const found = other!.differences[d]!;
      expect([found.series, found.month, found.replicates]).toEqual([
        difference.series,
        difference.month,
        difference.replicates,
      ]);
      for (const end of ["estimate", "low", "high", "halfWidth", "varianceReduction", "leastHalfWidth"] as const)
        near(found[end], difference[end]);
      for (const end of ["mean", "low", "high"] as const) {
        near(found.plan?.[end], difference.plan?.[end]);
        near(found.baseline?.[end], difference.baseline?.[end]);
      }
    }
    expect(folded.funnels).toEqual(kept.funnels);
    expect(folded.usual.map((one) => one?.replicates)).toEqual(kept.usual.map((one) => one?.replicates));
  });

  test("keeps only the first runs whole, however many there are", () => {
    // Two plans: those of the first eight replicates, then those that the funnel is counted in.
    expect(wholeRunsMade).toBe(2 * 8 + 2 * 24);
    expect(folded.ensembles.every(({ series }) => [...series.values()].every((one) => !("values" in one)))).toBe(true);
  });
});

/** Tells whether numbers are the same to rounding; null and undefined are no values. */
function near(found: number | null | undefined, expected: number | null | undefined): void {
  if (expected === null || expected === undefined) expect(found ?? null).toBeNull();
  else expect(Math.abs(found! - expected)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(expected)));
}
