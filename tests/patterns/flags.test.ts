import { strategies } from "@uptake/model";
import { ensembles, summariseAt, targetProbability } from "@uptake/study";
import { fastBounds, slowBounds, suspect } from "@uptake/study/ensemble";
import { test } from "vitest";
import { figure } from "./figures.ts";
import { planOf, show } from "./support.ts";

// P11. The chance of 80% by strategy, beside the speed limits on record, and which strategies are faster than anything on
// record or slower than the evidence on coaching allows: flags, never targets.

const reference = strategies.filter(({ kind }) => kind === "reference").map(({ name }) => name);
const replicates = 64;

test("P11 chance of 80% by strategy, and flags of what is too fast or too slow", async (context) => {
  const flagged: { fast: string[]; slow: string[] } = { fast: [], slow: [] };
  const plans = await Promise.all(reference.map((strategy) => planOf({ strategy, horizon: 36 })));
  const results = await ensembles(plans, { replicates, seed: "uptake" });
  for (const [place, strategy] of reference.entries()) {
    const result = results[place]!;
    const { probability, low, high } = targetProbability(result);
    const { mean: adoption } = summariseAt(result, "adoption", 34);
    const { fast, slow } = suspect(result);
    if (fast) flagged.fast.push(strategy);
    if (slow) flagged.slow.push(strategy);
    figure(context, {
      pattern: "P11",
      statistic: `chance that ${strategy} reaches 80% by May of year 3, and mean adoption then`,
      simulated: `${show(probability!)} (${show(low!)}–${show(high!)}), ${show(adoption!)}${fast ? "; suspect: too fast" : ""}${slow ? "; suspect: too slow" : ""}`,
      observed:
        "15 to 80% in 3.9 years in low-poverty and 4.8 in high-poverty schools (classroom internet); 15 to 44% in 3 years (textbook Bass)",
      source: "V4, B1",
      cases: `${replicates} kept worlds, D11`,
      note: "a flag, never a target",
    });
  }
  const written = (bounds: typeof fastBounds): string =>
    `${bounds.map(({ share }) => Math.round(100 * share)).join(", ")}% in May of years 1, 2, 3`;
  figure(context, {
    pattern: "P11",
    statistic: "strategies whose mean adoption is above the fast bounds in any May",
    simulated: flagged.fast.join(", ") || "none",
    observed: `${written(fastBounds)}: a yearly conversion of .40 of those not using`,
    source: "U2; arithmetic of P15",
    cases: `${reference.length} strategies`,
    note: "such a strategy is suspect until explained",
  });
  figure(context, {
    pattern: "P11",
    statistic:
      "strategies with a coach for 20 teachers throughout whose member schools stay below the slow bounds in every May",
    simulated: flagged.slow.join(", ") || "none",
    observed: `${written(slowBounds)}: lower bounds of P15`,
    source: "K1, U14",
    cases: `${reference.length} strategies`,
    note: "such a strategy is suspect until explained",
  });
});
