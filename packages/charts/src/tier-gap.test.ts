import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { tierGap } from "./tier-gap.ts";
import type { TierGapData } from "./tier-gap-data.ts";

const { document } = new JSDOM("").window;

const flat = (share: number) => {
  const column = Array<number>(61).fill(share);
  const months = column.map((_, month) => month);
  return { months, p5: column, p25: column, p50: column, p75: column, p95: column, replicates: 64 };
};

const data = (gap: TierGapData["gap"]): TierGapData => ({
  tiers: [
    { name: "low poverty", bands: flat(0.4) },
    { name: "middle poverty", bands: flat(0.35) },
    { name: "high poverty", bands: flat(0.3) },
  ],
  gap,
  month: 34,
  funded: 36,
  replicates: 64,
  parameters: "sampled",
  seed: "a",
  version: "0",
});

describe("the gap", () => {
  test.for([
    [
      { value: 0.1, low: 0.08, high: 0.12 },
      "10 points behind the low-poverty third (mean of 64 worlds, with a 95% interval of 8 to 12 points)",
      true,
    ],
    [
      { value: -0.1, low: -0.12, high: -0.08 },
      "10 points ahead of the low-poverty third (mean of 64 worlds, with a 95% interval of 8 to 12 points)",
      false,
    ],
    [
      { value: -0.01, low: -0.04, high: 0.02 },
      "1 point ahead of the low-poverty third (mean of 64 worlds, with a 95% interval of −2 to 4 points)",
      false,
    ],
    [
      { value: 0.02, low: -0.01, high: 0.05 },
      "2 points behind the low-poverty third (mean of 64 worlds, with a 95% interval of −1 to 5 points)",
      false,
    ],
    [
      { value: 0.001, low: -0.02, high: 0.02 },
      "these runs can tell no gap between the low- and the high-poverty third of teachers (mean of 64 worlds: 0.1 points, with a 95% interval of −2 to 2 points)",
      false,
    ],
    [
      { value: -0.004, low: -0.006, high: -0.002 },
      "less than 1 point ahead of the low-poverty third (mean of 64 worlds: −0.4 points, with a 95% interval of 0 to 1 points)",
      false,
    ],
    [
      { value: 0, low: 0, high: 0 },
      "there is no gap between the low- and the high-poverty third of teachers (mean",
      false,
    ],
    [{ value: -0.0004, low: null, high: null }, "less than 1 point apart (mean of 64 worlds: 0 points)", false],
    [{ value: 0.001, low: null, high: null }, "less than 1 point apart (mean of 64 worlds: 0.1 points)", false],
    [{ value: 0.1, low: null, high: null }, "10 points behind the low-poverty third (mean of 64 worlds).", true],
  ] as const)("of %j is said, and is rust only where somebody is left behind", ([gap, said, rust]) => {
    const { element, sentence } = tierGap(data(gap), { document });
    expect(sentence).toContain(said);
    expect(element.outerHTML.includes("--rust")).toBe(rust);
  });
  test("beyond the horizon is not reported", () => {
    expect(tierGap({ ...data(null), month: 82 }, { document }).sentence).toContain("there is no gap to report");
  });
});
