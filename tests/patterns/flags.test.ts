import { strategies } from "@uptake/model";
import { type Ensemble, ensemble, summariseAt, suspect, targetProbability } from "@uptake/study";
import { test } from "vitest";
import { figure } from "./figures.ts";
import { planOf, show } from "./support.ts";

// P11. The chance of 80% by strategy, beside the speed limits on record: a flag, never a target.

const reference = strategies.filter(({ kind }) => kind === "reference").map(({ name }) => name);
const replicates = 64;

test("P11 chance of 80% by strategy, beside the speed limits on record", async (context) => {
  const flagged: string[] = [];
  for (const strategy of reference) {
    const plan = await planOf({ strategy, horizon: 36 });
    const result: Ensemble = await ensemble(plan, { replicates, seed: "uptake" });
    const { probability, low, high } = targetProbability(result);
    const { mean: adoption } = summariseAt(result, "adoption", 34);
    const flag = suspect(result).suspect;
    if (flag) flagged.push(strategy);
    figure(context, {
      pattern: "P11",
      statistic: `chance that ${strategy} reaches 80% by May of year 3, and mean adoption then`,
      simulated: `${show(probability!)} (${show(low!)}–${show(high!)}), ${show(adoption!)}${flag ? "; suspect: usually faster than the record" : ""}`,
      observed:
        "15 to 80% in 3.9 years in low-poverty and 4.8 in high-poverty schools (classroom internet); 15 to 44% in 3 years (textbook Bass)",
      source: "V4, B1",
      cases: `${replicates} kept worlds, D11`,
      note: "a flag, never a target",
    });
  }
  figure(context, {
    pattern: "P11",
    statistic: "strategies that usually outrun every education series on record",
    simulated: flagged.join(", ") || "none",
    cases: `${reference.length} strategies`,
    note: "such a strategy is suspect until explained",
  });
});
