import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import * as samples from "../test-support/samples.ts";
import { adoptionFan, type FanData, predictiveBand, type TierGapData, tierGap } from "./index.ts";

const { document } = new JSDOM("").window;

const column = [0.2, 0.3];
const bands = { months: [0, 1], p5: column, p25: column, p50: column, p75: column, p95: column, replicates: 64 };
const from = { replicates: 64, parameters: "sampled", seed: "a", version: "0" } as const;

test.for([
  [0, "at the start", "At the start"],
  [1, "in August of year 1", "In August of year 1"],
] as const)("charts say what is read at index %d", ([month, within, begun]) => {
  const fan = { plan: bands, today: null, target: { share: 0.8, month }, funded: null, ...from } as unknown as FanData;
  const half = adoptionFan(fan, { document }).sentence;
  expect(half).toContain(`adoption ${within} lies between`);
  expect(half).toContain(`The target is 80% ${within}.`);
  expect(adoptionFan({ ...fan, replicates: 1 }, { document }).sentence).toContain(`adoption ${within} is `);

  const observed = [{ month, share: 0.99, low: null, high: null }];
  const band = { ...samples.predicted, months: [0, 1], low: [0.1, 0.1], median: column, high: [0.5, 0.5], observed };
  expect(predictiveBand(band, { document }).sentence).toContain(`outside it: 99% ${within}.`);

  const tiers = ["low", "middle", "high"].map((poverty) => ({ name: `${poverty} poverty`, bands }));
  const gap = { tiers, gap: { value: 0.1, low: 0.08, high: 0.12 }, month, funded: null, ...from };
  expect(tierGap(gap as unknown as TierGapData, { document }).sentence).toMatch(new RegExp(`^${begun}, `));
});
